"""Findings for another program."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.diagnostics.finding import Finding, pointer_text


def json_report(findings: Iterable[Finding]) -> str:
    """A JSON array of findings in the order given, ASCII only."""
    return json.dumps([_finding(finding) for finding in findings], indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "name": finding.rule.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "why": finding.rule.why,
        "cure": finding.cure,
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "entry": finding.entry,
        "pointer": pointer_text(finding.pointer),
    }
