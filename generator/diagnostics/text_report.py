"""Findings for a person at a terminal: in the order of files and lines, with the reason and the cure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from generator.diagnostics.finding import Finding, Severity, pointer_text

Paint = Callable[[str, str], str]
"""Colours a text by a role (``error``, ``warning``, ``note``, ``place``, ``quiet``)."""


def plain(text: str, role: str) -> str:
    """No colour: for everything that is no terminal."""
    return text


def text_report(findings: Iterable[Finding], paint: Paint = plain) -> str:
    """One finding a paragraph, in the order of files and lines; the reason of a rule is given once."""
    explained: set[str] = set()
    return "".join(_paragraph(finding, paint, explained) for finding in findings)


def counts(findings: Iterable[Finding]) -> str:
    """``2 errors, 14 warnings``; ``no findings`` where there are none."""
    found = Counter(finding.severity for finding in findings)
    said = [f"{found[one]} {one.value}{'s' if found[one] != 1 else ''}" for one in Severity if found[one]]
    return ", ".join(said) or "no findings"


def visible(text: str) -> str:
    """Text of content with controls shown as escapes, so that it cannot steer a terminal or break a line."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def _paragraph(finding: Finding, paint: Paint, explained: set[str]) -> str:
    where = paint(visible(str(finding.place)), "place")
    severity = paint(finding.severity.value, finding.severity.value)
    at = f" ({visible(pointer_text(finding.pointer))})" if finding.pointer else ""
    lines = [f"{where}: {severity} {finding.code} {visible(finding.message)}{at}"]
    if finding.code not in explained:
        explained.add(finding.code)
        lines.append(paint(f"    why:  {finding.rule.why}", "quiet"))
    lines.append(paint(f"    cure: {visible(finding.cure)}", "quiet"))
    return "\n".join(lines) + "\n"
