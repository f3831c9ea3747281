"""What a review comes to, in the words of the first line."""

from __future__ import annotations

from collections.abc import Mapping

from pull_request.review_facts import CLASSES, ReviewFacts

NOT_COMPARED = "NOT COMPARED"
# The words for each exit code of a step.
_RECORD_ROW = ("holds", "**does not hold**", "**could not be verified**")
_RECORD_TITLE = ("", "the record of decisions does not hold", "the record could not be verified")
_BESIDES = {
    "rules": "{} of these in the rules of the site",
    "new_pages": "{} new",
    "gone_pages": "{} gone or moved",
    "missing_notes": "**{} without a public note**",
}
_PREVIEW_ROW = ("built, not approved", "**not built:** the content has errors", "**not built**")


def title_of(facts: ReviewFacts) -> str:
    """The worst first: “NOT COMPARED”, then criticals, then what else was found."""
    said = (
        _of_comparison(facts),
        _RECORD_TITLE[facts.exit_codes["verify"]],
        _of_check(facts),
        _of_preview(facts),
    )
    parts = [part for part in said if part]
    # Whatever went wrong without a word for it above is not clean either.
    clean = "no critical change and no error" if facts.exit_code == 0 else "the review did not end well"
    return ", ".join(parts) or clean


def rows_of(facts: ReviewFacts) -> list[tuple[str, str]]:
    """One row for each step: its name and what came of it."""
    codes = facts.exit_codes
    return [
        ("Clinical changes", _changes(facts)),
        ("Record of decisions", _RECORD_ROW[codes["verify"]]),
        ("Check of the content", _findings(facts)),
        ("Preview", _PREVIEW_ROW[codes["preview"]]),
    ]


def _of_comparison(facts: ReviewFacts) -> str:
    critical = (facts.changes or {}).get("critical", 0)
    words = _count(critical, "critical change") if critical else ""
    if facts.exit_codes["compare"] == 2:
        return f"{NOT_COMPARED}, {words}" if words else NOT_COMPARED
    return words or ("a change without its public note" if facts.exit_codes["compare"] else "")


def _of_check(facts: ReviewFacts) -> str:
    if facts.exit_codes["check"] == 2:
        return "the content could not be checked"
    errors = (facts.findings or {}).get("errors", 0)
    return _count(errors, "error") if errors else ""


def _of_preview(facts: ReviewFacts) -> str:
    # Errors of the content are told already; they are why there is no preview.
    return "no preview" if facts.exit_codes["preview"] and not _of_check(facts) else ""


def _changes(facts: ReviewFacts) -> str:
    said = f"**{NOT_COMPARED}:** see below" if facts.exit_codes["compare"] == 2 else ""
    if facts.changes is None:
        return said
    return "; ".join([*([said] if said else []), *_counts(facts.changes)])


def _counts(changes: Mapping[str, int]) -> list[str]:
    by_class = ", ".join(f"{changes[name]} {name}" for name in CLASSES if changes[name])
    parts = [f"{by_class} on {_count(changes['pages'], 'page')}" if by_class else "none"]
    for name, words in _BESIDES.items():
        if changes[name]:
            parts.append(words.format(_count(changes[name], "page") if "pages" in name else changes[name]))
    return parts


def _findings(facts: ReviewFacts) -> str:
    if facts.findings is None:
        return "**could not be checked**"
    counted = ((name, facts.findings[f"{name}s"]) for name in ("error", "warning", "note"))
    return ", ".join(_count(number, name) for name, number in counted if number) or "nothing found"


def _count(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"
