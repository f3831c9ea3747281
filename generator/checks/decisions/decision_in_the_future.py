"""A decision bears a date that has not come yet.

Bad:
    # Read on 2026-11-21.
    decision: approve
    at: 2027-11-21T09:30:00Z

Good:
    decision: approve
    at: 2026-11-21T09:30:00Z
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.decision import Decision
from generator.model.entries.entry import Entry

RULE = Rule(
    code="DEC003",
    name="decision-in-the-future",
    severity=Severity.ERROR,
    summary="A decision bears a date that has not come yet.",
    why="An approval dated ahead would hold longer than a review does.",
    cure="Write the moment of the decision in UTC, or build with the right day.",
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find decisions that were made after today."""
    if isinstance(entry, Decision) and entry.at.date() > context.today:
        message = f"{entry.at.date().isoformat()} is after {context.today.isoformat()}, the day of this check"
        yield context.finding(RULE, entry.id, ("at",), message)
