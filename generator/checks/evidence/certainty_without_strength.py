"""A recommendation for or against something has a certainty of evidence and no strength.

Bad:
    recommendations:
      - {id: try-examplin, direction: for, strength: not-rated, certainty: low, wording: Consider examplin.}

Good:
    recommendations:
      - {id: try-examplin, direction: for, strength: conditional, certainty: low, wording: Consider examplin.}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="EVD002",
    name="certainty-without-strength",
    severity=Severity.NOTE,
    summary="A recommendation has a certainty of evidence and no strength.",
    why="Readers cannot tell whether nearly everyone is meant to follow it, or whether it is theirs to choose.",
    cure="Add the strength if the source rates it; else leave it as it is.",
    basis=("grade-2013-presentation",),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every recommendation with a direction whose evidence alone is rated."""
    for index, rec in enumerate(getattr(entry, "recommendations", ())):
        is_half = rec.strength == "not-rated" and rec.certainty != "not-rated"
        if is_half and rec.direction in ("for", "against"):
            certainty = rec.certainty.replace("-", " ")
            message = (
                f"the evidence for “{rec.id}” is of {certainty} certainty, and its strength is not rated"
            )
            yield context.finding(RULE, entry.id, ("recommendations", index, "strength"), message)
