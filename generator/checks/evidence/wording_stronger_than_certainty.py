"""A sentence states an effect as a fact, and the evidence for it is of low or very low certainty.

GRADE's words: a plain verb for high certainty, "probably" for moderate, "may" for low, and "may, but the evidence is
very uncertain" for very low. The recommendation itself is read, its reasons, what its option says, and the sentences
of the conclusion that speak of it and of no other; each audience's words by themselves. What is recommended has to be
the subject ("folic acid prevents mouth ulcers" is not about it), and not "in lupus" or "in mice". A sentence that
leaves anything open ("may", "if", "case reports") is let be.

Bad:
    recommendations:
      - id: try-examplin
        direction: for
        strength: conditional
        certainty: low
        wording: Consider examplin; it improves walking.

Good:
    recommendations:
      - id: try-examplin
        direction: for
        strength: conditional
        certainty: low
        wording: Consider examplin; it may improve walking.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.claims.firm_wording import plain_effects
from generator.checks.views.claims.recommendation_texts import recommendation_texts
from generator.checks.views.claims.said_of_it import is_said_of_it
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="EVD006",
    name="wording-stronger-than-certainty",
    severity=Severity.WARNING,
    summary="An effect is stated as a fact although the evidence is of low certainty.",
    why="Readers expect an effect that the next study may show not to exist.",
    cure="Say how sure it is: may for low certainty, and that the evidence is very uncertain for very low.",
    basis=("grade-2020-wording",),
    judges=True,
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every plain effect in the texts of recommendations on low certainty."""
    for index, rec in enumerate(getattr(entry, "recommendations", ())):
        if rec.certainty not in ("low", "very-low"):
            continue
        certainty = rec.certainty.replace("-", " ")
        for _, pointer, _, text in recommendation_texts(context, entry, index):
            for firm in plain_effects(context, text):
                if not is_said_of_it(context, entry, rec, firm):
                    continue
                evidence = f"the evidence for “{rec.id}” is of {certainty} certainty"
                message = f"“{firm.written}” is said as a fact, and {evidence}"
                yield context.finding(RULE, entry.id, pointer, message, _cure(firm.instead, rec.certainty))


def _cure(instead: str, certainty: str) -> str:
    if not instead:
        return RULE.cure
    rest = ", and add that the evidence is very uncertain" if certainty == "very-low" else ""
    return f"Write “{instead}”{rest}."
