"""One finding as a result of SARIF."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from generator.diagnostics.finding import Finding, Severity, Waived, pointer_text
from generator.diagnostics.text_change import TextChange
from generator.diagnostics.visible_text import visible

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def sarif_level(severity: Severity) -> str:
    """The level that SARIF has for a severity."""
    return _LEVELS[severity]


def sarif_message(text: str) -> str:
    """A text as a message: without controls, braces doubled as the format demands, and no link made of content."""
    lines = (visible(line) for line in text.split("\n"))
    return "\n".join(lines).replace("](", "] (").replace("{", "{{").replace("}", "}}")


def sarif_result(
    finding: Finding, identity: str, rule_index: int, folder: str, changes: tuple[TextChange, ...]
) -> dict[str, Any]:
    """The result of a finding. Every location has a line, because GitHub refuses those without: 1 for a whole file."""
    file = {"uri": _uri(folder + finding.place.file), "uriBaseId": "%SRCROOT%"}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": sarif_level(finding.severity),
        "message": {"text": f"{_sentence(finding.message)}\n{_sentence(finding.cure)}"},
        "locations": [_location(finding, file)],
        "partialFingerprints": {"primaryLocationLineHash": identity},
    }
    if changes and finding.fix is not None:
        result["fixes"] = [_fix(finding.cure, file, changes)]
    if finding.waived is not None:
        result["suppressions"] = [_suppression(finding.waived)]
    return result


def _sentence(text: str) -> str:
    return sarif_message(visible(text))


def _uri(path: str) -> str:
    """Relative, each sign escaped that could end or change it; names that are no Unicode keep their bytes."""
    try:
        return quote(path, errors="surrogateescape")
    except UnicodeEncodeError:
        return quote(path, errors="replace")


def _location(finding: Finding, file: dict[str, str]) -> dict[str, Any]:
    place = finding.place
    region = {"startLine": max(place.line, 1), "startColumn": max(place.column, 1)}
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": file, "region": region}}
    symbolic = ": ".join(part for part in (finding.entry, pointer_text(finding.pointer)) if part)
    if symbolic:
        location["logicalLocations"] = [{"fullyQualifiedName": visible(symbolic), "kind": "member"}]
    return location


def _fix(cure: str, file: dict[str, str], changes: tuple[TextChange, ...]) -> dict[str, Any]:
    replacements = [
        {
            "deletedRegion": {
                "startLine": change.start_line,
                "startColumn": change.start_column,
                "endLine": change.end_line,
                "endColumn": change.end_column,
            },
            "insertedContent": {"text": change.new},
        }
        for change in changes
    ]
    return {
        "description": {"text": _sentence(cure)},
        "artifactChanges": [{"artifactLocation": file, "replacements": replacements}],
    }


def _suppression(waived: Waived) -> dict[str, str]:
    words = f"{waived.reason} ({waived.owner} answers for it until {waived.until})"
    return {"kind": "external", "justification": visible(words)}
