"""The conclusion is firmer than the bottom line on the same treatment.

The bottom line leaves something open ("may help", "can be considered"), and the conclusion, for the same audience,
states the effect as a fact or calls for the treatment plainly. Where certainty or strength already forbid the words,
another rule says so.

Bad:
    recommendations:
      - id: try-examplin
        bottom_line: yes
        intervention: {drug: examplin}
        direction: for
        strength: not-rated
        certainty: not-rated
        wording: Examplin may help.
    conclusion:
      - wording: Examplin is effective.

Good:
    recommendations:
      - id: try-examplin
        bottom_line: yes
        intervention: {drug: examplin}
        direction: for
        strength: not-rated
        certainty: not-rated
        wording: Examplin may help.
    conclusion:
      - wording: Examplin may be effective.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.claims.firm_wording import FirmWording, firm_actions, is_hedged, plain_effects
from generator.checks.views.claims.recommendation_texts import conclusions_on
from generator.checks.views.claims.said_of_it import is_called_for, is_said_of_it
from generator.checks.views.claims.weak_evidence import weak_evidence
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry
from generator.model.recommendation import Recommendation

RULE = Rule(
    code="EVD008",
    name="wording-rises-to-the-conclusion",
    severity=Severity.WARNING,
    summary="The conclusion is firmer than the bottom line on the same treatment.",
    why="Nothing was learnt between top and end of the page, and a reader takes away the firmer words.",
    cure="Say in the conclusion what the bottom line says, as firmly and no more.",
    basis=("grade-2020-wording", "boutron-2010"),
    judges=True,
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every conclusion that rises above a bottom line that leaves something open."""
    for index, rec in enumerate(getattr(entry, "recommendations", ())):
        if not rec.bottom_line:
            continue
        for _, pointer, audience, text in conclusions_on(context, entry, index):
            above = rec.wording.for_audience(audience)
            firm = next(_risen(context, entry, rec, text), None)
            if above is not None and firm is not None and is_hedged(context, above):
                message = (
                    f"the conclusion says “{firm.written}”, and the bottom line on “{rec.id}” leaves it open"
                )
                yield context.finding(RULE, entry.id, pointer, message)


def _risen(context: CheckContext, entry: Entry, rec: Recommendation, text: str) -> Iterator[FirmWording]:
    if rec.certainty not in ("low", "very-low"):
        effects = plain_effects(context, text)
        yield from (firm for firm in effects if is_said_of_it(context, entry, rec, firm))
    if rec.strength != "conditional" and not weak_evidence(context, entry, rec):
        actions = firm_actions(context, text, is_recommendation=False)
        yield from (firm for firm in actions if is_called_for(context, rec, firm))
