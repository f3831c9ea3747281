"""A summary: a question and its answer."""

from __future__ import annotations

from typing import Literal

from generator.model.algorithm import Step
from generator.model.dose import Dose
from generator.model.entries.entry import Entry
from generator.model.evidence import EvidenceFigure, EvidenceSearch, Study
from generator.model.field import clinical, editorial
from generator.model.recommendation import Option, Recommendation
from generator.model.safety import (
    Contraindication,
    Harm,
    Interaction,
    Monitoring,
    Pitfall,
    Pregnancy,
    RedFlag,
)
from generator.model.statement import Image, Section, Statement
from generator.model.text import Id, Wording


class Summary(Entry):
    """A clinical question, answered for each of its audiences."""

    kind: Literal["summary"] = clinical("summary")
    question: Wording = clinical("The question, per audience.")
    condition: Id = clinical("The condition, by id.")
    audiences: tuple[Id, ...] = editorial(
        "The audiences that it is written for.", example=["clinician", "patient"]
    )
    regimens_for: tuple[Id, ...] = editorial(
        "Audiences that get doses although theirs usually get none.", default=()
    )
    recommendations: tuple[Recommendation, ...] = clinical("The recommendations.", default=())
    background: tuple[Statement, ...] = clinical("What a reader needs to know first.", default=())
    doses: dict[Id, Dose] = clinical("Doses, by id; their order is that of the options.", default={})
    options: tuple[Option, ...] = clinical("The options by line of treatment.", default=())
    algorithm: tuple[Step, ...] = clinical("The algorithm.", default=())
    baseline_checks: tuple[Monitoring, ...] = clinical("What is examined before treatment.", default=())
    monitoring: tuple[Monitoring, ...] = clinical("What is watched.", default=())
    contraindications: tuple[Contraindication, ...] = clinical("When not to use a drug.", default=())
    interactions: tuple[Interaction, ...] = clinical("Interactions.", default=())
    pregnancy: tuple[Pregnancy, ...] = clinical("Pregnancy and breastfeeding.", default=())
    harms: tuple[Harm, ...] = clinical("Harms.", default=())
    red_flags: tuple[RedFlag, ...] = clinical("What sends a patient to urgent care.", default=())
    pitfalls: tuple[Pitfall, ...] = clinical("Mistakes that are often made.", default=())
    studies: dict[Id, Study] = clinical("Studies as data.", default={})
    evidence: dict[Id, EvidenceFigure] = clinical("Figures, quoted as {stat:id}.", default={})
    evidence_search: EvidenceSearch | None = clinical(
        "The search that absence of evidence stands on.", default=None
    )
    limitations: tuple[Statement, ...] = clinical("What the answer does not cover.", default=())
    conclusion: tuple[Statement, ...] = clinical("The conclusion.", default=())
    questions_to_ask: tuple[Statement, ...] = clinical(
        "Questions that a patient may want to ask.", default=()
    )
    sections: tuple[Section, ...] = clinical("Cited paragraphs for what has no field.", default=())
    images: tuple[Image, ...] = clinical("Pictures.", default=())
