"""Findings as workflow commands, which GitHub shows beside the lines of a change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.diagnostics.finding import Finding, Severity
from generator.diagnostics.visible_text import visible
from generator.diagnostics.worst_first import worst_first

SHOWN_OF_EACH_LEVEL = 10
"""GitHub shows no more of a level for one step."""
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github_report(findings: Iterable[Finding], folder: str = "") -> str:
    """One command a finding, the worst first and 10 of each level; then a line that counts the rest.

    What is waived is told as a notice. ``folder`` is the project's folder in the repository, with ``/`` at its end.
    """
    shown: Counter[str] = Counter()
    lines = []
    for finding, identity in worst_first(findings):
        level = "notice" if finding.waived else _LEVELS[finding.severity]
        shown[level] += 1
        if shown[level] <= SHOWN_OF_EACH_LEVEL:
            lines.append(_command(level, finding, identity, folder))
    return "".join(f"{line}\n" for line in (*lines, *_rest(shown)))


def _rest(found: Counter[str]) -> Iterator[str]:
    more = {level: found[level] - SHOWN_OF_EACH_LEVEL for level in _LEVELS.values()}
    said = [f"{count} more {level}{'s' if count > 1 else ''}" for level, count in more.items() if count > 0]
    if said:
        yield f"{', '.join(said)}: clinsum check shows them all"


def _command(level: str, finding: Finding, identity: str, folder: str) -> str:
    place = finding.place
    values = {"file": f"{folder}{place.file}"}
    if place.line:
        values |= {"line": str(place.line), "col": str(max(place.column, 1))}
    values["title"] = f"{finding.code} {finding.rule.name}"
    properties = ",".join(f"{name}={_property(visible(value))}" for name, value in values.items())
    return f"::{level} {properties}::{_data(_message(finding, identity))}"


def _message(finding: Finding, identity: str) -> str:
    """In lines: where, what, why, cure, the waiver, and by which name other reports know the finding."""
    lines = [finding.message, f"why: {finding.rule.why}", f"cure: {finding.cure}"]
    if finding.pointer:
        lines.insert(0, f"at {finding.symbolic_place}")
    if finding.waived is not None:
        waived = finding.waived
        lines.append(f"waived by {waived.owner} until {waived.until}: {waived.reason}")
    lines.append(f"finding: {identity}")
    return "\n".join(map(visible, lines))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
