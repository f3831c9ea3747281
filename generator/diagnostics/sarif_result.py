"""One finding as a result of SARIF."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from generator.diagnostics.finding import Finding, Place, Severity, Waived
from generator.diagnostics.text_change import TextChange
from generator.diagnostics.text_report import SourceLine
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
    finding: Finding,
    identity: str,
    rule_index: int,
    folder: str,
    changes: tuple[TextChange, ...],
    source_line: SourceLine,
) -> dict[str, Any]:
    """The result of a finding. GitHub asks of every location that it begins and ends: a whole file is its line 1."""
    file = {"uri": _uri(folder + finding.place.file), "uriBaseId": "%SRCROOT%"}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": sarif_level(finding.severity),
        "message": {"text": f"{_sentence(finding.message)}\n{_sentence(finding.cure)}"},
        "locations": [_location(finding, file, source_line)],
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


def _location(finding: Finding, file: dict[str, str], source_line: SourceLine) -> dict[str, Any]:
    region = _region(finding.place, source_line)
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": file, "region": region}}
    symbolic = ": ".join(part for part in (finding.entry, finding.symbolic_place) if part)
    if symbolic:
        location["logicalLocations"] = [{"fullyQualifiedName": visible(symbolic), "kind": "member"}]
    return location


def _region(place: Place, source_line: SourceLine) -> dict[str, int]:
    """To the end of the line; where the line is not known, the one sign at the place."""
    line, column = max(place.line, 1), max(place.column, 1)
    shown = source_line(Place(place.file, line, column)) or ""
    end = max(len(shown.rstrip()), column) + 1
    return {"startLine": line, "startColumn": column, "endLine": line, "endColumn": end}


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
