"""Evidence: studies as data, and the search that "no trials" stands on. Figures are in `generator.model.figure`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.change_rule import (
    CITATION,
    DOSE,
    DOSE_LIST,
    DOSE_TEXT,
    EFFECT,
    EVIDENCE,
    EVIDENCE_TEXT,
    LABEL,
    POPULATION_TEXT,
    SAFETY_TEXT,
)
from generator.model.citation import Cites
from generator.model.field import Part, clinical
from generator.model.figure import Comparator, EvidenceFigure, Proportion, Ratio
from generator.model.quantity import Duration
from generator.model.text import Count, Day, Id, Plain, Stated, Wording, YesNo

__all__ = [
    "Arm",
    "Comparator",
    "EvidenceFigure",
    "EvidenceSearch",
    "Outcome",
    "Proportion",
    "Ratio",
    "RiskOfBias",
    "Study",
]

Design = Literal[
    "rct", "non-randomised-trial", "cohort", "case-series", "case-report", "case-control", "cross-sectional",
    "systematic-review", "consensus", "uncontrolled",
]  # fmt: skip


class Arm(Part):
    """One arm of a study."""

    label: Plain = clinical(
        "What the people in this arm got.", neutral=True, example="placebo", change=EVIDENCE_TEXT
    )
    n: Stated[Count] = clinical("How many people, or not-stated.", example="38", change=EVIDENCE)
    dose: Id | None = clinical(
        "The dose, by id.", default=None, example="methylprednisolone-12-weeks", change=DOSE
    )


class Outcome(Part):
    """One outcome of a study."""

    outcome: Wording = clinical(
        "What was measured, in a few words.",
        example="Time to improvement of the impairment score",
        change=EVIDENCE_TEXT,
    )
    timepoint: Stated[Duration] | None = clinical(
        "After how long it was measured, or not-stated.", default=None, example="12 wk", change=EFFECT
    )
    significant: Stated[YesNo] = clinical(
        "Whether the difference was statistically significant, or not-stated.", example="no", change=EFFECT
    )
    stat: Id | None = clinical(
        "The figure under evidence: that gives the result, by id.",
        default=None,
        example="pain-relief",
        change=EFFECT,
    )
    result: Wording | None = clinical(
        "The result, in a sentence.", default=None, example="The groups did not differ.", change=EVIDENCE_TEXT
    )


class RiskOfBias(Part):
    """How likely a study is to mislead, as it was judged."""

    judgement: Stated[
        Literal["low", "some-concerns", "moderate", "high", "serious", "critical", "unclear"]
    ] = clinical(
        "The overall judgement, in the tool's own grades, or not-stated.",
        example="some-concerns",
        change=EVIDENCE,
    )
    tool: Plain | None = clinical(
        "The tool that it was judged with.", default=None, neutral=True, example="RoB 2", change=EVIDENCE
    )
    note: Wording | None = clinical(
        "What the judgement stands on, in a sentence.",
        default=None,
        example="Many were lost to follow-up.",
        change=EVIDENCE_TEXT,
    )


class Study(Part):
    """A study as data."""

    title: Wording = clinical("How it is called here.", example="Trial of Dyck and colleagues", change=LABEL)
    registration: Stated[Plain] | None = clinical(
        "Its number in a register of trials, or not-stated.",
        default=None,
        neutral=True,
        example="NCT00000001",
        change=CITATION,
    )
    design: Stated[Design] = clinical("The design, or not-stated.", example="rct", change=EVIDENCE)
    design_note: Wording | None = clinical(
        "What else is to be said of the design.",
        default=None,
        example="placebo-controlled",
        change=EVIDENCE_TEXT,
    )
    blinding: Stated[Literal["open-label", "single-blind", "double-blind", "triple-blind"]] | None = clinical(
        "Who did not know the treatment, or not-stated.",
        default=None,
        example="double-blind",
        change=EVIDENCE,
    )
    setting: Stated[Wording] | None = clinical(
        "Where and when it was done, or not-stated.",
        default=None,
        example="12 hospitals, 2010 to 2014",
        change=EVIDENCE_TEXT,
    )
    n: Stated[Count] | None = clinical(
        "How many people, or not-stated.", default=None, example="75", change=EVIDENCE
    )
    population: Wording | None = clinical(
        "Who the people in the study were.",
        default=None,
        example="Adults with diabetes",
        change=POPULATION_TEXT,
    )
    arms: tuple[Arm, ...] = clinical(
        "The arms, each with how many people it had.",
        default=(),
        example=[{"label": "placebo", "n": "37"}],
        change=EVIDENCE,
    )
    doses: tuple[Id, ...] = clinical(
        "The regimens studied, by id.", default=(), example=["methylprednisolone-12-weeks"], change=DOSE_LIST
    )
    regimen: Wording | None = clinical(
        "The regimen, where it is not given as a dose.",
        default=None,
        example="A 12-week course",
        change=DOSE_TEXT,
    )
    comparator: Stated[Wording] | None = clinical(
        "What it was compared with, or not-stated.", default=None, example="Placebo", change=EVIDENCE_TEXT
    )
    follow_up: Stated[Duration] | None = clinical(
        "How long people were followed, or not-stated.", default=None, example="24 mo", change=EVIDENCE
    )
    primary: Outcome | None = clinical(
        "The primary outcome, as the study named it.",
        default=None,
        example={"outcome": "Time to improvement", "significant": "no"},
        change=EVIDENCE,
    )
    secondary: tuple[Outcome, ...] = clinical(
        "The other outcomes, in the order to be shown.",
        default=(),
        example=[{"outcome": "Pain", "significant": "yes"}],
        change=EVIDENCE,
    )
    harms: Stated[Wording] | None = clinical(
        "The harms that were seen, or not-stated.",
        default=None,
        example="Headache in a few.",
        change=SAFETY_TEXT,
    )
    finding: Wording | None = clinical(
        "What it found, in a sentence.",
        default=None,
        example="Pain improved more than on placebo.",
        change=EVIDENCE_TEXT,
    )
    risk_of_bias: RiskOfBias | None = clinical(
        "How likely it is to mislead, as it was judged.",
        default=None,
        example={"judgement": "low"},
        change=EVIDENCE,
    )
    funding: Stated[Plain] | None = clinical(
        "Who paid for it, or not-stated.",
        default=None,
        neutral=True,
        example="a public research council",
        change=EVIDENCE,
    )
    cites: Cites | None = clinical("Where it is published.", default=None, example=["m-41"], change=CITATION)


class EvidenceSearch(Part):
    """The search that a statement such as "there are no trials" stands on."""

    question: Wording | None = clinical(
        "The question that was searched for.",
        default=None,
        example="Does immunotherapy help adults?",
        change=EVIDENCE_TEXT,
    )
    databases: Stated[Annotated[tuple[Plain, ...], Field(min_length=1)]] = clinical(
        "What was searched, or not-stated.", neutral=True, example=["MEDLINE", "CENTRAL"], change=EVIDENCE
    )
    searched: Stated[Day] = clinical(
        "The day of the search, or not-stated.", example="2026-01-31", change=EVIDENCE
    )
    updated_from: Stated[Day] | None = clinical(
        "The day of the earlier search that this one brings up to date.",
        default=None,
        example="2021-05-01",
        change=EVIDENCE,
    )
    strategy: Stated[Plain] | None = clinical(
        "The words that were searched for, or not-stated.",
        default=None,
        neutral=True,
        example="plexopathy AND (trial OR cohort)",
        change=EVIDENCE,
    )
    limits: Wording | None = clinical(
        "What the search was limited to.",
        default=None,
        example="English and German, since 1990",
        change=EVIDENCE_TEXT,
    )
    found: Stated[Count] | None = clinical(
        "How many records were found, or not-stated.", default=None, example="412", change=EVIDENCE
    )
    screened: Stated[Count] | None = clinical(
        "How many were screened, or not-stated.", default=None, example="380", change=EVIDENCE
    )
    included: Stated[Count] | None = clinical(
        "How many studies were included, or not-stated.", default=None, example="3", change=EVIDENCE
    )
    none_found: Wording | None = clinical(
        "What was not found.", default=None, example="No randomised trial was found.", change=EVIDENCE_TEXT
    )
    cites: Cites | None = clinical(
        "Who searched, and where that is told.", default=None, example=["p-6"], change=CITATION
    )
