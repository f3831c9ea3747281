"""From evidence to a decision: what a panel weighed, criterion by criterion (GRADE Evidence-to-Decision framework)."""

from __future__ import annotations

from typing import Literal

from generator.model.alternatives import at_least_one, something
from generator.model.change_rule import EVIDENCE
from generator.model.field import Part, clinical
from generator.model.statement import Statement
from generator.model.text import Stated

Agreement = Literal["no", "probably-no", "probably-yes", "yes", "varies", "unknown"]
Size = Literal["trivial", "small", "moderate", "large", "varies", "unknown"]
Favour = Literal[
    "favours-comparison", "probably-favours-comparison", "favours-neither", "probably-favours-intervention",
    "favours-intervention", "varies", "unknown",
]  # fmt: skip
Trust = Literal["very-low", "low", "moderate", "high", "no-studies"]
Agreeing = Literal[
    "important-uncertainty", "possibly-important-uncertainty", "probably-no-important-uncertainty",
    "no-important-uncertainty",
]  # fmt: skip
Cost = Literal[
    "large-costs", "moderate-costs", "negligible", "moderate-savings", "large-savings", "varies", "unknown"
]  # fmt: skip
Effectiveness = Literal[
    "favours-comparison", "probably-favours-comparison", "favours-neither", "probably-favours-intervention",
    "favours-intervention", "varies", "no-studies",
]  # fmt: skip
Equity = Literal[
    "reduced", "probably-reduced", "probably-no-impact", "probably-increased", "increased", "varies", "unknown"
]  # fmt: skip


@at_least_one(
    "judgement",
    "statements",
    say="a criterion needs its judgement, or at least one statement under statements:",
)
class Criterion(Part):
    """What was judged of one criterion, and on what."""

    judgement: Stated[str] | None = clinical(
        "The judgement of the panel.", default=None, example="yes", change=EVIDENCE
    )
    statements: tuple[Statement, ...] = clinical(
        "What the judgement stands on, one statement for each thing to be said.",
        default=(),
        example=[{"wording": "Two trials were found.", "cites": ["p-1"]}],
        change=EVIDENCE,
    )


class AgreementCriterion(Criterion):
    """A criterion that is answered with yes or no."""

    judgement: Stated[Agreement] | None = clinical(
        "The panel's answer, from no to yes, varies, or unknown.",
        default=None,
        example="probably-yes",
        change=EVIDENCE,
    )


class SizeCriterion(Criterion):
    """A criterion that is answered with a size."""

    judgement: Stated[Size] | None = clinical(
        "How large the panel judged the effects to be, varies, or unknown.",
        default=None,
        example="moderate",
        change=EVIDENCE,
    )


class TrustCriterion(Criterion):
    """How sure the panel is of the evidence."""

    judgement: Stated[Trust] | None = clinical(
        "How sure the panel is of the evidence, or no-studies where none were found.",
        default=None,
        example="low",
        change=EVIDENCE,
    )


class ValuesCriterion(Criterion):
    """How much people differ in what matters to them."""

    judgement: Stated[Agreeing] | None = clinical(
        "Whether it is uncertain, or differs between people, how much they value the main outcomes.",
        default=None,
        example="possibly-important-uncertainty",
        change=EVIDENCE,
    )


class BalanceCriterion(Criterion):
    """What the balance of effects favours."""

    judgement: Stated[Favour] | None = clinical(
        "What the balance of desirable and undesirable effects favours, varies, or unknown.",
        default=None,
        example="probably-favours-intervention",
        change=EVIDENCE,
    )


class ResourcesCriterion(Criterion):
    """What it costs or saves."""

    judgement: Stated[Cost] | None = clinical(
        "How large the costs or savings are, varies, or unknown.",
        default=None,
        example="moderate-costs",
        change=EVIDENCE,
    )


class CostEffectivenessCriterion(Criterion):
    """What cost-effectiveness favours."""

    judgement: Stated[Effectiveness] | None = clinical(
        "What cost-effectiveness favours, varies, or no-studies where none were found.",
        default=None,
        example="no-studies",
        change=EVIDENCE,
    )


class EquityCriterion(Criterion):
    """What becomes of health equity."""

    judgement: Stated[Equity] | None = clinical(
        "Whether health equity would be reduced or increased, varies, or unknown.",
        default=None,
        example="probably-reduced",
        change=EVIDENCE,
    )


@something("evidence_to_decision names at least one criterion, such as balance:")
class EvidenceToDecision(Part):
    """The criteria of GRADE's Evidence-to-Decision framework, in its order. Each may be left out."""

    problem: AgreementCriterion | None = clinical(
        "Whether the problem is a priority.", default=None, example={"judgement": "yes"}, change=EVIDENCE
    )
    desirable_effects: SizeCriterion | None = clinical(
        "How large the desirable effects (the benefits) are expected to be.",
        default=None,
        example={"judgement": "moderate"},
        change=EVIDENCE,
    )
    undesirable_effects: SizeCriterion | None = clinical(
        "How large the undesirable effects (the harms) are expected to be.",
        default=None,
        example={"judgement": "small"},
        change=EVIDENCE,
    )
    certainty: TrustCriterion | None = clinical(
        "How certain the evidence of the effects is.",
        default=None,
        example={"judgement": "low"},
        change=EVIDENCE,
    )
    values: ValuesCriterion | None = clinical(
        "Whether people differ in how much they value the main outcomes.",
        default=None,
        example={"judgement": "possibly-important-uncertainty"},
        change=EVIDENCE,
    )
    balance: BalanceCriterion | None = clinical(
        "Whether the balance of effects favours the intervention or the comparison.",
        default=None,
        example={"judgement": "probably-favours-intervention"},
        change=EVIDENCE,
    )
    resources: ResourcesCriterion | None = clinical(
        "How large the resources needed are: costs and savings.",
        default=None,
        example={"judgement": "moderate-costs"},
        change=EVIDENCE,
    )
    certainty_of_resources: TrustCriterion | None = clinical(
        "How certain the evidence of the resources needed is.",
        default=None,
        example={"judgement": "very-low"},
        change=EVIDENCE,
    )
    cost_effectiveness: CostEffectivenessCriterion | None = clinical(
        "Whether cost-effectiveness favours the intervention or the comparison.",
        default=None,
        example={"judgement": "no-studies"},
        change=EVIDENCE,
    )
    equity: EquityCriterion | None = clinical(
        "What the impact on health equity would be.",
        default=None,
        example={"judgement": "probably-reduced"},
        change=EVIDENCE,
    )
    acceptability: AgreementCriterion | None = clinical(
        "Whether those concerned, patients and payers among them, would accept it.",
        default=None,
        example={"judgement": "probably-yes"},
        change=EVIDENCE,
    )
    feasibility: AgreementCriterion | None = clinical(
        "Whether it is feasible to carry out.", default=None, example={"judgement": "varies"}, change=EVIDENCE
    )
