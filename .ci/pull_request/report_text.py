"""The words of a review: what changed clinically, and what stands in the way."""

from __future__ import annotations

import re
from pathlib import Path

from pull_request.review_facts import ReviewFacts
from pull_request.verdict import NOT_COMPARED, rows_of, title_of

_MOST_CHARACTERS = 59_000
"""The comparison takes 58,000 at most; what it leaves is for the other steps."""
_LINES_OF_A_STEP = 20
_CHARACTERS_OF_A_LINE = 300
_CRASH = "Traceback (most recent call last):"


def report_of(facts: ReviewFacts, out: Path) -> str:
    """Markdown: the comparison first, then what the record and the check say, as far as there is room."""
    sections = [_comparison(facts, out / "report")]
    if facts.exit_codes["verify"]:
        sections.append(_said("Record of decisions", out / "report" / "verify.txt"))
    if facts.exit_codes["check"]:
        sections.append(_said("Check of the content", out / "report" / "check.txt"))
    if facts.exit_codes["preview"] and not facts.exit_codes["check"]:
        sections.append(_said("Preview", out / "report" / "preview.txt"))
    return _within("\n\n".join(section.strip() for section in sections) + "\n", _MOST_CHARACTERS)


def summary_of(facts: ReviewFacts, report: str) -> str:
    """The same with its counts first, for the page of the run."""
    rows = "\n".join(f"| {name} | {words} |" for name, words in rows_of(facts))
    return f"## Clinical review: {title_of(facts)}\n\n| | |\n|---|---|\n{rows}\n\n{report}\n"


def _comparison(facts: ReviewFacts, report: Path) -> str:
    words = _text(report / "changes.md").strip()
    if words and (facts.exit_codes["compare"] < 2 or NOT_COMPARED in words):
        return words
    why = _said("What the comparison said", report / "compare.txt")
    return f"**{NOT_COMPARED}.** Nothing is known about what this proposal changes clinically.\n\n{words}\n\n{why}"


def _said(heading: str, file: Path) -> str:
    """What a step printed, as it is: some lines, and how many there are more."""
    lines = [line[:_CHARACTERS_OF_A_LINE] for line in _text(file).split("\n") if line.strip()]
    left = len(lines) - _LINES_OF_A_STEP
    # Of a crash, the last lines say what happened; of a report, the first ones are the gravest.
    shown = lines[-_LINES_OF_A_STEP:] if lines[:1] == [_CRASH] else lines[:_LINES_OF_A_STEP]
    if left > 0:
        shown.append(f"… {left} more lines: {file.name} in the files of the run")
    fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", "\n".join(shown)))])
    return f"### {heading}\n\n{fence}text\n" + "\n".join(shown or ["(nothing)"]) + f"\n{fence}"


def _within(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    kept = text[:most].rpartition("\n")[0]
    left = text[len(kept) + 1 :].rstrip("\n").count("\n") + 1
    return f"{kept}\n\n**{left} more lines are in the files of the run.**\n"


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
