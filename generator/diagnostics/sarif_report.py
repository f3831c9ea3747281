"""Findings as SARIF 2.1.0, with what GitHub's code scanning asks for besides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.diagnostics.finding import Finding, Rule
from generator.diagnostics.json_report import json_text
from generator.diagnostics.sarif_result import sarif_level, sarif_message, sarif_result
from generator.diagnostics.text_change import Changes, no_changes
from generator.diagnostics.text_report import SourceLine, no_source
from generator.diagnostics.worst_first import worst_first

SHOWN_RESULTS = 5000
"""GitHub shows no more of a run, and refuses a run of 25,000."""
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_PRECISION = {False: "very-high", True: "medium"}


@dataclass(frozen=True, slots=True)
class SarifRun:
    """What a report says of the run itself: the program, how it ended, and what else the reader has to know.

    ``folder`` is the project's folder in the repository, with ``/`` at its end; ``home_page`` that of the program.
    """

    version: str
    exit_code: int
    notices: tuple[str, ...] = ()
    folder: str = ""
    home_page: str = ""


def sarif_report(
    findings: Iterable[Finding],
    run: SarifRun,
    changes: Changes = no_changes,
    source_line: SourceLine = no_source,
) -> str:
    """The whole log, ASCII only: the worst first, at most 5,000; a notification counts the rest."""
    found = worst_first(findings)
    shown = found[:SHOWN_RESULTS]
    rules = sorted({finding.rule.code: finding.rule for finding, _ in shown}.items())
    index = {code: place for place, (code, _) in enumerate(rules)}
    notices = [*run.notices, *_left_out(len(found) - len(shown))]
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(run, [rule for _, rule in rules])},
                "invocations": [_invocation(run.exit_code, notices)],
                "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The top of the repository."}}},
                "columnKind": "unicodeCodePoints",
                "results": [
                    sarif_result(
                        finding, identity, index[finding.code], run.folder, changes(finding), source_line
                    )
                    for finding, identity in shown
                ],
            }
        ],
    }
    return json_text(log)


def _left_out(count: int) -> list[str]:
    return [f"{count} more findings are left out: clinsum check shows them all"] if count else []


def _driver(run: SarifRun, rules: list[Rule]) -> dict[str, Any]:
    return {
        "name": "clinsum",
        "fullName": f"Clinical Summaries {run.version}",
        "version": run.version,
        "semanticVersion": run.version,
        **({"informationUri": run.home_page} if run.home_page else {}),
        "rules": [_rule(rule) for rule in rules],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    level = sarif_level(rule.severity)
    problem = "recommendation" if level == "note" else level
    tags = ["clinical-content", rule.code.rstrip("0123456789")]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": sarif_message(rule.summary)},
        "fullDescription": {"text": sarif_message(f"{rule.summary} {rule.why}")},
        "help": {
            "text": sarif_message(f"{rule.why} {rule.cure}"),
            "markdown": sarif_message(f"**Why it matters.** {rule.why}\n\n**What to do.** {rule.cure}"),
        },
        "defaultConfiguration": {"level": level},
        "properties": {
            "tags": tags,
            "precision": _PRECISION[rule.judges],
            "problem.severity": problem,
        },
    }


def _invocation(exit_code: int, notices: list[str]) -> dict[str, Any]:
    said = [{"level": "note", "message": {"text": sarif_message(notice)}} for notice in notices]
    return {
        "executionSuccessful": exit_code != 2,
        "exitCode": exit_code,
        "toolExecutionNotifications": said,
    }
