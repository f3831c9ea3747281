"""A sentence calls for a treatment more firmly than the recommendation is rated.

"Is recommended", "should be given" and "the treatment of choice" belong to strong recommendations; "we suggest" and
"can be considered" to conditional ones. Where nothing is rated, firm words are found only if the page itself names
weak evidence (case reports, opinions of experts, no trials).

Bad:
    recommendations:
      - {id: try-examplin, direction: for, strength: conditional, certainty: low, wording: We recommend examplin.}

Good:
    recommendations:
      - {id: try-examplin, direction: for, strength: conditional, certainty: low, wording: We suggest examplin.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.claims.firm_wording import firm_actions
from generator.checks.views.claims.recommendation_texts import RecommendationText, recommendation_texts
from generator.checks.views.claims.said_of_it import is_called_for
from generator.checks.views.claims.weak_evidence import weak_evidence
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry
from generator.model.recommendation import Recommendation

RULE = Rule(
    code="EVD007",
    name="wording-stronger-than-strength",
    severity=Severity.WARNING,
    summary="A sentence calls for a treatment more firmly than the recommendation is rated.",
    why="Readers follow the words, not the rating: a choice that is theirs is made for them.",
    cure="Write we suggest or can be considered, or correct the strength.",
    basis=("grade-2013-presentation",),
    judges=True,
)
SCOPE = Scope.ENTRY
_RESEARCH = re.compile(r"\b(?:research|trials?|stud(?:y|ies))\b", re.IGNORECASE)


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every firm call in the texts of recommendations that are not strong."""
    for index, rec in enumerate(getattr(entry, "recommendations", ())):
        if rec.strength in ("strong", "good-practice") and rec.direction in ("for", "against"):
            continue
        texts = tuple(recommendation_texts(context, entry, index))
        for one in texts:
            yield from _in_text(context, entry, rec, one)


def _in_text(
    context: CheckContext, entry: Entry, rec: Recommendation, one: RecommendationText
) -> Iterator[Finding]:
    if one.where == "rationale":
        return
    for firm in firm_actions(context, one.text, is_recommendation=one.where == "itself"):
        if rec.direction == "for" and "not" in firm.written.lower().split():
            continue  # a contraindication within advice for it
        if not is_called_for(context, rec, firm):
            continue  # monitoring, a remedy, or how to take it
        if rec.direction == "research-only" and _RESEARCH.search(firm.sentence):
            continue
        against = _against(context, entry, rec)
        if against:
            cure = f"Write “{firm.instead}”, or correct the rating." if firm.instead else RULE.cure
            message = f"“{firm.written}” is said, and {against}"
            yield context.finding(RULE, entry.id, one.pointer, message, cure)


def _against(context: CheckContext, entry: Entry, rec: Recommendation) -> str:
    """What stands against firm words, or nothing."""
    if rec.direction == "research-only":
        return f"the recommendation “{rec.id}” is for research only"
    if rec.direction not in ("for", "against"):
        return f"the recommendation “{rec.id}” leaves the choice open"
    if rec.strength == "conditional":
        return f"the recommendation “{rec.id}” is conditional"
    weak = weak_evidence(context, entry, rec)
    return f"“{rec.id}” is not rated and the evidence named is “{weak}”" if weak else ""
