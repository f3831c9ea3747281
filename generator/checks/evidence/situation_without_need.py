"""A recommendation names a situation that only a strong recommendation on low certainty needs.

Bad:
    recommendations:
      - id: try-examplin
        direction: for
        strength: conditional
        certainty: low
        situation: life-threatening
        wording: Consider examplin.

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
    code="EVD004",
    name="situation-without-need",
    severity=Severity.NOTE,
    summary="A recommendation names a situation that it does not need.",
    why="The situation explains strong advice on low certainty; elsewhere it hints that a rating is wrong.",
    cure="Take situation: out, or correct the strength or the certainty.",
    basis=("grade-2013-determinants",),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every situation beside a weaker recommendation, or beside better evidence."""
    for index, rec in enumerate(getattr(entry, "recommendations", ())):
        if rec.situation is None:
            continue
        if rec.strength in ("conditional", "good-practice"):
            state = f"is {rec.strength.replace('-', ' ')}"
        elif rec.certainty in ("high", "moderate"):
            state = f"stands on {rec.certainty} certainty"
        else:
            continue
        message = f"“{rec.id}” {state} and needs no situation"
        yield context.finding(RULE, entry.id, ("recommendations", index, "situation"), message)
