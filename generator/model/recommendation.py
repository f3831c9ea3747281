"""Recommendations, and the options by line of treatment that they are about."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.change_rule import (
    CITATION,
    CONTENT,
    DOSE_LIST,
    EVIDENCE,
    EVIDENCE_TEXT,
    IDENTITY,
    POPULATION,
    POPULATION_TEXT,
    RECOMMENDATION,
    RECOMMENDATION_TEXT,
    SAFEGUARD,
    TEXT,
)
from generator.model.citation import Cites
from generator.model.evidence_to_decision import EvidenceToDecision
from generator.model.field import Part, clinical
from generator.model.intervention import Intervention
from generator.model.statement import Phase, Statement
from generator.model.text import Count, Id, Plain, Stated, Wording, YesNo

Direction = Literal["for", "against", "either", "research-only", "none"]
Strength = Literal["strong", "conditional", "good-practice", "not-rated"]
Certainty = Literal["high", "moderate", "low", "very-low", "not-rated"]
Situation = Literal[
    "life-threatening", "uncertain-benefit-certain-harm", "equivalent-one-less-risky-or-costly",
    "similar-benefit-one-riskier", "catastrophic-harm",
]  # fmt: skip
"""The situations in which GRADE allows a strong recommendation although the evidence is of low certainty."""

LowerDomain = Literal["risk-of-bias", "inconsistency", "indirectness", "imprecision", "publication-bias"]
RaiseDomain = Literal["large-effect", "dose-response", "plausible-confounding"]


def _within_grade(levels: int) -> int:
    if not 1 <= levels <= _MOST_LEVELS:
        raise PydanticCustomError(
            "levels",
            "{levels} is no number of levels to rate by: write 1, 2 or 3, or leave the key out",
            {"levels": levels},
        )
    return levels


_MOST_LEVELS = 3
_LEVELS = range(1, _MOST_LEVELS + 1)

Levels = Annotated[
    Count,
    AfterValidator(_within_grade),
    WithJsonSchema({"enum": [*_LEVELS, *map(str, _LEVELS)]}),
]
"""By how many levels a certainty was rated: from high to very low there are three."""


class LoweredCertainty(Part):
    """A reason for which the certainty of the evidence was rated down (GRADE)."""

    domain: LowerDomain = clinical(
        "The GRADE domain for which it was rated down.", example="imprecision", change=EVIDENCE
    )
    levels: Levels | None = clinical(
        "By how many levels: 1 for serious, 2 for very serious concerns.",
        default=None,
        example="1",
        change=EVIDENCE,
    )
    why: Wording | None = clinical(
        "What the concern is, in a sentence.",
        default=None,
        example="Few patients had the outcome.",
        change=EVIDENCE_TEXT,
    )


class RaisedCertainty(Part):
    """A reason for which the certainty of the evidence was rated up (GRADE)."""

    domain: RaiseDomain = clinical(
        "The GRADE domain for which it was rated up.", example="large-effect", change=EVIDENCE
    )
    levels: Levels | None = clinical(
        "By how many levels it was rated up.", default=None, example="1", change=EVIDENCE
    )
    why: Wording | None = clinical(
        "What was seen, in a sentence.",
        default=None,
        example="Nearly all treated patients recovered.",
        change=EVIDENCE_TEXT,
    )


class Position(Part):
    """What another body says, rated as that body rates it."""

    body: Plain = clinical(
        "The name of the body.", neutral=True, example="American Academy of Examples (AAE)", change=EVIDENCE
    )
    year: Stated[Count] | None = clinical(
        "The year in which it said so; not-stated where the source omits it.",
        default=None,
        example="2024",
        change=EVIDENCE,
    )
    position: Wording = clinical(
        "Its position, in a sentence.", example="It advises against routine use.", change=RECOMMENDATION_TEXT
    )
    direction: Stated[Direction] | None = clinical(
        "Whether it speaks for or against, as that body states it.",
        default=None,
        example="against",
        change=RECOMMENDATION,
    )
    strength: Stated[Plain] | None = clinical(
        "The strength of its recommendation, in the body's own words.",
        default=None,
        neutral=True,
        example="class IIb",
        change=RECOMMENDATION,
    )
    certainty: Stated[Plain] | None = clinical(
        "How sure it is of the evidence, in the body's own words.",
        default=None,
        neutral=True,
        example="level C",
        change=RECOMMENDATION,
    )
    cites: Cites | None = clinical("Where it says so.", default=None, example=["aae-2024"], change=CITATION)


class Recommendation(Part):
    """One recommendation with its direction, strength and certainty (GRADE)."""

    id: Id = clinical(
        "Its name, in small letters and hyphens, for links and decisions.",
        example="ivig-second-line",
        change=IDENTITY,
    )
    bottom_line: YesNo = clinical(
        "Write yes if it is the entry's main answer, which stands at the top.",
        default=False,
        example="yes",
        change=RECOMMENDATION,
    )
    intervention: Intervention | None = clinical(
        "What is recommended: drugs, or something that is no drug.",
        default=None,
        example={"drug": "immunoglobulin"},
        change=RECOMMENDATION,
    )
    compared_with: Intervention | None = clinical(
        "What it is recommended over, where the recommendation is a comparison.",
        default=None,
        example={"no_treatment": "yes"},
        change=RECOMMENDATION,
    )
    direction: Direction = clinical(
        "Whether it speaks for or against: for, against, either, research-only, or none.",
        example="for",
        change=RECOMMENDATION,
    )
    strength: Strength = clinical(
        "GRADE strength, or not-rated where the source rates none.",
        example="conditional",
        change=RECOMMENDATION,
    )
    certainty: Certainty = clinical(
        "GRADE certainty of the evidence, or not-rated where the source rates none.",
        example="low",
        change=RECOMMENDATION,
    )
    scheme: Plain | None = clinical(
        "The scheme in which strength and certainty are rated.",
        default=None,
        neutral=True,
        example="GRADE",
        change=EVIDENCE,
    )
    rated_by: Plain | None = clinical(
        "Who rated strength and certainty.",
        default=None,
        neutral=True,
        example="the guideline panel",
        change=EVIDENCE,
    )
    downgraded_for: tuple[LoweredCertainty, ...] = clinical(
        "For which reasons the certainty was rated down (GRADE).",
        default=(),
        example=[{"domain": "imprecision"}],
        change=EVIDENCE,
    )
    upgraded_for: tuple[RaisedCertainty, ...] = clinical(
        "For which reasons the certainty was rated up (GRADE).",
        default=(),
        example=[{"domain": "large-effect"}],
        change=EVIDENCE,
    )
    evidence_basis: Wording | None = clinical(
        "On what kind of evidence it stands, in a few words.",
        default=None,
        example="case reports",
        change=EVIDENCE_TEXT,
    )
    situation: Situation | None = clinical(
        "The GRADE situation in which a strong recommendation may stand on low certainty.",
        default=None,
        example="life-threatening",
        change=EVIDENCE,
    )
    because: Wording | None = clinical(
        "The reason for its strength; a strong one on low certainty needs it.",
        default=None,
        example="Without treatment the damage is lasting.",
        change=RECOMMENDATION_TEXT,
    )
    phase: Phase = clinical(
        "The phase of the illness that it is for.", default="any", example="relapse", change=POPULATION
    )
    line: Count | None = clinical(
        "The line of treatment: 1, 2, 3 …", default=None, example="2", change=RECOMMENDATION
    )
    population: Wording | None = clinical(
        "For whom it is meant.",
        default=None,
        example="Adults without response to steroids.",
        change=POPULATION_TEXT,
    )
    indirect: Wording | None = clinical(
        "What in the evidence comes from another population.",
        default=None,
        example="The trials were in another nerve disease.",
        change=EVIDENCE_TEXT,
    )
    consider_when: tuple[Statement, ...] = clinical(
        "When it is to be considered, one case each.",
        default=(),
        example=[{"wording": "The illness comes back.", "cites": ["p-1"]}],
        change=POPULATION,
    )
    not_when: tuple[Statement, ...] = clinical(
        "When it is not to be used, one case each.",
        default=(),
        example=[{"wording": "There is no sign of inflammation.", "cites": ["p-1"]}],
        change=SAFEGUARD,
    )
    others_say: tuple[Position, ...] = clinical(
        "What other bodies say of this recommendation.",
        default=(),
        example=[{"body": "Society of Examples", "position": "It advises against routine use."}],
        change=EVIDENCE,
    )
    rationale: tuple[Statement, ...] = clinical(
        "Why it is recommended, one reason each.",
        default=(),
        example=[{"wording": "Two trials found fewer relapses.", "cites": ["p-1"]}],
        change=EVIDENCE,
    )
    evidence_to_decision: EvidenceToDecision | None = clinical(
        "What the panel weighed, criterion by criterion (GRADE Evidence-to-Decision framework).",
        default=None,
        example={"balance": {"judgement": "probably-favours-intervention"}},
        change=EVIDENCE,
    )
    cost_and_access: tuple[Statement, ...] = clinical(
        "What it costs and who can get it.",
        default=(),
        example=[{"wording": "It is costly, and supply is short.", "cites": ["p-1"]}],
        change=CONTENT,
    )
    wording: Wording = clinical(
        "The recommendation as a sentence, per audience.",
        example="Consider immunoglobulin as the next step.",
        change=RECOMMENDATION_TEXT,
    )
    cites: Cites | None = clinical("What it stands on.", default=None, example=["p-1"], change=CITATION)


class Option(Part):
    """One option of treatment at its line, with its doses and what is to be said about it."""

    id: Id = clinical("Its name, in small letters and hyphens.", example="ivig", change=IDENTITY)
    title: Wording = clinical(
        "Its heading, per audience.", example="Intravenous immunoglobulin (IVIg)", change=TEXT
    )
    intervention: Intervention | None = clinical(
        "The drug or procedure that it is.",
        default=None,
        example={"drug": "immunoglobulin"},
        change=RECOMMENDATION,
    )
    line: Stated[Count] = clinical(
        "The line of treatment: 1, 2, 3 …, or not-stated.", example="2", change=RECOMMENDATION
    )
    phase: Phase = clinical(
        "The phase of the illness that it is for.", default="any", example="refractory", change=POPULATION
    )
    recommendation: Id | None = clinical(
        "The recommendation that it carries out, by id.",
        default=None,
        example="ivig-second-line",
        change=RECOMMENDATION,
    )
    conditions: Wording | None = clinical(
        "Under which conditions it is an option.",
        default=None,
        example="If IVIg is not available.",
        change=POPULATION_TEXT,
    )
    doses: tuple[Id, ...] = clinical(
        "The doses, by id, in the order to be shown.",
        default=(),
        example=["ivig-five-days"],
        change=DOSE_LIST,
    )
    statements: tuple[Statement, ...] = clinical(
        "What else is to be said of it, one thing each.",
        default=(),
        example=[{"wording": "It is given in hospital.", "cites": ["p-1"]}],
        change=CONTENT,
    )


class OptionGroup(Part):
    """What is to be said of several options at once."""

    id: Id = clinical(
        "Its name, in small letters and hyphens, for links.", example="immunosuppressants", change=IDENTITY
    )
    title: Wording = clinical(
        "What the options have in common, as a heading.", example="Immunosuppressive drugs", change=TEXT
    )
    options: Annotated[tuple[Id, ...], Field(min_length=1)] = clinical(
        "The options that this is said of, by id.",
        example=["azathioprine", "cyclophosphamide"],
        change=RECOMMENDATION,
    )
    statements: Annotated[tuple[Statement, ...], Field(min_length=1)] = clinical(
        "What is to be said of them, one thing each.",
        example=[{"wording": "They take months to act.", "cites": ["p-1"]}],
        change=CONTENT,
    )
