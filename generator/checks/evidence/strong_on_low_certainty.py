"""A strong recommendation on evidence of low or very low certainty does not say why.

GRADE allows it in five situations: the illness is life-threatening; the benefit is uncertain and the harm certain;
of equivalent options one is clearly less risky or costly; of options with similar benefit one may be riskier; the
harm could be catastrophic. Both the situation and the reason are asked for.

Bad:
    recommendations:
      - {id: steroids, direction: for, strength: strong, certainty: very-low, wording: Start with steroids.}

Good:
    recommendations:
      - id: steroids
        direction: for
        strength: strong
        certainty: very-low
        situation: life-threatening
        because: Without treatment most patients die within weeks.
        wording: Start with steroids.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="EVD003",
    name="strong-on-low-certainty",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="A strong recommendation on low certainty does not say why.",
    why="Readers take strong advice for well proven, unless the page says why it is strong all the same.",
    cure="Give the situation: in which GRADE allows it and the reason under because:, or make it conditional.",
    basis=("grade-2013-determinants",),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every strong recommendation on low certainty that lacks its situation, its reason, or both."""
    for index, rec in enumerate(getattr(entry, "recommendations", ())):
        missing = [name for name in ("situation", "because") if getattr(rec, name) is None]
        if rec.strength == "strong" and rec.certainty in ("low", "very-low") and missing:
            certainty = rec.certainty.replace("-", " ")
            lacking = " and ".join(f"{name}:" for name in missing)
            verb = "are" if len(missing) > 1 else "is"
            message = f"“{rec.id}” is strong on {certainty} certainty, and {lacking} {verb} missing"
            yield context.finding(RULE, entry.id, ("recommendations", index, "strength"), message)
