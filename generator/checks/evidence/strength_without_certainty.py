"""A recommendation is called strong or conditional, and the certainty of its evidence is not rated.

Where a source rates neither, both stand as not-rated, and readers are told so.

Bad:
    recommendations:
      - {id: try-examplin, direction: for, strength: strong, certainty: not-rated, wording: Use examplin.}

Good:
    recommendations:
      - {id: try-examplin, direction: for, strength: strong, certainty: high, wording: Use examplin.}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="EVD001",
    name="strength-without-certainty",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="A recommendation has a strength and no certainty of evidence.",
    why="Readers cannot tell whether firm advice stands on good trials or on a few reports.",
    cure="Add the certainty that the source rates; if nobody rated the evidence, write strength: not-rated.",
    basis=("grade-2013-presentation",),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every recommendation that is rated by half."""
    for index, rec in enumerate(getattr(entry, "recommendations", ())):
        if rec.strength in ("strong", "conditional") and rec.certainty == "not-rated":
            message = f"“{rec.id}” is {rec.strength}, and the certainty of its evidence is not rated"
            yield context.finding(RULE, entry.id, ("recommendations", index, "certainty"), message)
