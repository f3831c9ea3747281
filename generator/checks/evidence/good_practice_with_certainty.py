"""A good-practice statement carries a certainty of evidence.

Bad:
    recommendations:
      - {id: talk, direction: for, strength: good-practice, certainty: low, wording: Talk about the risks.}

Good:
    recommendations:
      - {id: talk, direction: for, strength: good-practice, certainty: not-rated, wording: Talk about the risks.}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="EVD005",
    name="good-practice-with-certainty",
    severity=Severity.WARNING,
    summary="A good-practice statement carries a certainty of evidence.",
    why="Good practice is what nobody would study; a certainty says that studies were looked for and weighed.",
    cure="Write certainty: not-rated, or give the statement the strength that the source rates.",
    basis=("grade-2016-good-practice",),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every good-practice statement whose evidence is rated."""
    for index, rec in enumerate(getattr(entry, "recommendations", ())):
        if rec.strength == "good-practice" and rec.certainty != "not-rated":
            certainty = rec.certainty.replace("-", " ")
            message = f"“{rec.id}” is a good-practice statement and is rated as of {certainty} certainty"
            yield context.finding(RULE, entry.id, ("recommendations", index, "certainty"), message)
