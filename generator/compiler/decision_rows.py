"""From evidence to a decision: the criteria that a panel weighed, in the order of GRADE's framework."""

from __future__ import annotations

from generator.compiler.scribe import Scribe
from generator.compiler.statements import statements
from generator.model.evidence_to_decision import Criterion, EvidenceToDecision
from generator.model.recommendation import Recommendation
from generator.model.text import NOT_STATED
from generator.pages.blocks import DecisionRow, DecisionTable
from generator.pages.inline import Text, Words

_SCALES = {
    "problem": "agreement",
    "desirable_effects": "size",
    "undesirable_effects": "size",
    "certainty": "trust",
    "values": "values",
    "balance": "favour",
    "resources": "cost",
    "certainty_of_resources": "trust",
    "cost_effectiveness": "favour",
    "equity": "equity",
    "acceptability": "agreement",
    "feasibility": "agreement",
}
"""The criteria in their order, each with the scale that its judgement is worded by."""


def decision_table(scribe: Scribe, item: Recommendation) -> DecisionTable | None:
    """Each criterion with its judgement and what it stands on. Lay readers get the statements alone."""
    weighed = item.evidence_to_decision
    if weighed is None:
        return None
    rows = tuple(row for name, scale in _SCALES.items() if (row := _row(scribe, weighed, name, scale)))
    return DecisionTable(scribe.context.word("evidence-to-decision"), rows) if rows else None


def _row(scribe: Scribe, weighed: EvidenceToDecision, name: str, scale: str) -> DecisionRow | None:
    criterion: Criterion | None = getattr(weighed, name)
    if criterion is None:
        return None
    judgement = None if scribe.context.is_plain else _judgement(scribe, criterion, scale)
    said = statements(scribe, criterion.statements)
    if judgement is None and not said:
        return None
    return DecisionRow(scribe.context.word(f"criterion-{name.replace('_', '-')}"), judgement, said)


def _judgement(scribe: Scribe, criterion: Criterion, scale: str) -> Words | None:
    if criterion.judgement is None:
        return None
    if criterion.judgement == NOT_STATED:
        return scribe.not_stated("the-judgement", criterion.origin)
    said = scribe.context.word(f"judgement-{scale}-{criterion.judgement}")
    return scribe.words((Text(said),), criterion.origin)
