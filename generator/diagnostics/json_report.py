"""Findings for another program."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from generator.diagnostics.finding import Finding, pointer_text
from generator.diagnostics.identity import identified


def json_report(findings: Iterable[Finding]) -> str:
    """A JSON array of findings in the order given, ASCII only, nothing in it that a build service would carry out."""
    return json_text([_finding(finding, identity) for finding, identity in identified(findings)])


def json_text(value: object) -> str:
    """JSON in ASCII. ``##`` is written as an escape: a build service obeys ``##[…]`` in what is printed."""
    return json.dumps(value, indent=2).replace("##", "#\\u0023") + "\n"


def _finding(finding: Finding, identity: str) -> dict[str, object]:
    return {
        "identity": identity,
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
        "anchor": finding.anchor,
        "fix": asdict(finding.fix) if finding.fix else None,
        "waived": asdict(finding.waived) if finding.waived else None,
    }
