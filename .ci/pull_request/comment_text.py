"""The one comment that a pull request gets: our own first lines, then the words of the report, made harmless."""

from __future__ import annotations

from collections.abc import Iterable

from pull_request.artifact import MOST_CHARACTERS
from pull_request.neutral_markdown import neutral_markdown
from pull_request.review_facts import ReviewFacts
from pull_request.verdict import NOT_COMPARED, rows_of, title_of

MARKER = "<!-- clinsum-review -->"
"""The first line of the comment, by which it is found again. A report cannot have it: no HTML is left in that."""
_ROOM_FOR_LAST_LINE = 200


def comment_of(facts: ReviewFacts, report: str, run_page: str, program_files: Iterable[str]) -> str:
    """The whole comment. Counts come first; what does not fit is counted and stands in the files of the run."""
    lines = [
        MARKER,
        f"## Clinical review: {title_of(facts)}",
        "",
        "| | |",
        "|---|---|",
        *(f"| {name} | {words} |" for name, words in rows_of(facts)),
        "",
        f"For commit {facts.head[:12]}. {_where(run_page)}",
        *_warning(sorted(program_files)),
        "",
        "---",
        "",
    ]
    return _shortened("\n".join(lines), neutral_markdown(report))


def refusal_of(reason: str, run_page: str) -> str:
    """The comment where there is no report that can be used."""
    where = f"Look into [the run]({run_page}), mend what stopped it, and push again."
    return f"{MARKER}\n## Clinical review: {NOT_COMPARED}\n\nThere is no report: {neutral_markdown(reason)}. {where}\n"


def _where(run_page: str) -> str:
    return f"Old and new pages side by side, the preview and all findings: [files of this run]({run_page}#artifacts)."


def _warning(program_files: list[str]) -> list[str]:
    """Whoever changes the program can make it say anything; this line is written by the default branch."""
    if not program_files:
        return []
    count = len(program_files)
    named = "; ".join(f"`{neutral_markdown(name.replace('`', '’'))[:100]}`" for name in program_files[:3])
    more = f" and {count - 3} more" if count > 3 else ""
    return [
        "",
        "> [!WARNING]",
        f"> This proposal also changes the program or its settings ({named}{more}). The program that wrote this "
        "report is the changed one, so the report proves nothing until somebody has read those changes.",
    ]


def _shortened(head: str, report: str) -> str:
    """All that fits, in whole lines."""
    room = MOST_CHARACTERS - _length(head) - _ROOM_FOR_LAST_LINE
    lines = report.rstrip("\n").split("\n")
    kept: list[str] = []
    for line in lines:
        room -= _length(line) + 1
        if room < 0:
            break
        kept.append(line)
    left = len(lines) - len(kept)
    last = f"\n\n**{left} more lines did not fit here.** They are in the files of the run." if left else ""
    return head + "\n".join(kept) + last + "\n"


def _length(text: str) -> int:
    """In characters of UTF-16, or of bytes so that 65,000 of them are the most: hosts count in one way or the other."""
    return max(len(text.encode("utf-16-le")) // 2, len(text.encode("utf-8")) * 12 // 13 + 1)
