"""A medication page: the drugs of one condition, by class."""

from __future__ import annotations

from typing import Literal

from generator.model.citation import Cites
from generator.model.dose import Dose
from generator.model.entries.entry import Entry
from generator.model.evidence import EvidenceFigure, Study
from generator.model.field import Part, clinical, editorial
from generator.model.recommendation import Recommendation
from generator.model.safety import Harm
from generator.model.statement import Section, Statement
from generator.model.text import Day, Id, Plain, Stated, Wording


class LicenceStatement(Part):
    """What a body has licensed a drug for, or that a use is off-label."""

    status: Literal["licensed", "off-label"] = clinical("licensed or off-label.")
    body: Plain = clinical("The body.", neutral=True, example="FDA")
    country: Plain = clinical("The country, as ISO 3166 code.", neutral=True, example="US")
    indications: tuple[Plain, ...] = clinical("For what.", neutral=True)
    as_of: Stated[Day] = clinical("The day for which it is said.")
    cites: Cites | None = clinical("Where it stands.", default=None)


class ClassDrug(Part):
    """One drug of a class, as this page uses it."""

    drug: Id = clinical("The drug.")
    statements: tuple[Statement, ...] = clinical("What is said of it here.", default=())
    doses: Stated[tuple[Id, ...]] = clinical("Its doses on this page, by id.")
    licences: tuple[LicenceStatement, ...] = clinical("What it is licensed for.", default=())


class MedicationClass(Part):
    """A class of drugs with its summary."""

    id: Id = clinical("Its name.")
    title: Plain = clinical("Its heading.", neutral=True)
    summary: tuple[Statement, ...] = clinical("The class summary.", default=())
    drugs: tuple[ClassDrug, ...] = clinical("Its drugs, in the order to be shown.")


class Medication(Entry):
    """The medication page of one condition."""

    kind: Literal["medication"] = clinical("medication")
    title: Wording = clinical("Its title.")
    condition: Id = clinical("The condition, by id.")
    audiences: tuple[Id, ...] = editorial("The audiences that it is written for.")
    regimens_for: tuple[Id, ...] = editorial(
        "Audiences that get doses although theirs usually get none.", default=()
    )
    recommendations: tuple[Recommendation, ...] = clinical(
        "Recommendations, where the page makes any.", default=()
    )
    overview: tuple[Statement, ...] = clinical("The medication summary.", default=())
    doses: dict[Id, Dose] = clinical("Doses, by id.", default={})
    classes: tuple[MedicationClass, ...] = clinical("The classes, in the order to be shown.")
    harms: tuple[Harm, ...] = clinical("Harms.", default=())
    studies: dict[Id, Study] = clinical("Studies as data.", default={})
    evidence: dict[Id, EvidenceFigure] = clinical("Figures.", default={})
    limitations: tuple[Statement, ...] = clinical("What the page does not cover.", default=())
    sections: tuple[Section, ...] = clinical("Cited paragraphs for what has no field.", default=())
