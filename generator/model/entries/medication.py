"""A medication page: the drugs of one condition, by class."""

from __future__ import annotations

from typing import Literal

from generator.model.change_rule import CITATION, CONTENT, DOSE_LIST, IDENTITY, LICENCE, TEXT
from generator.model.citation import Cites
from generator.model.entries.cautions import Cautions
from generator.model.entries.edition_content import EditionContent
from generator.model.entries.entry import Entry
from generator.model.field import Part, clinical
from generator.model.statement import Statement
from generator.model.text import Day, Id, Plain, Stated, Wording


class LicenceStatement(Part):
    """What a body has licensed a drug for, or that a use is off-label."""

    status: Literal["licensed", "off-label", "unlicensed", "withdrawn"] = clinical(
        "Whether it is licensed for this use, used off-label, not licensed at all, or withdrawn.",
        example="licensed",
        change=LICENCE,
    )
    body: Plain = clinical("The body that licenses drugs.", neutral=True, example="FDA", change=LICENCE)
    country: Plain = clinical("The country, as ISO 3166 code.", neutral=True, example="US", change=LICENCE)
    brand: Plain | None = clinical(
        "The brand that this is said of, where not of every product of the drug.",
        default=None,
        neutral=True,
        example="Cymbalta",
        change=LICENCE,
    )
    indications: tuple[Plain, ...] = clinical(
        "For what, one use each.", neutral=True, example=["fibromyalgia"], change=LICENCE
    )
    as_of: Stated[Day] = clinical(
        "The day for which it is said, or not-stated.", example="2026-01-31", change=LICENCE
    )
    cites: Cites | None = clinical(
        "Where the licence stands.", default=None, example=["fda-label-2026"], change=CITATION
    )


class ClassDrug(Part):
    """One drug of a class, as this page uses it."""

    drug: Id = clinical("The drug, by id.", example="doxepin", change=IDENTITY)
    statements: tuple[Statement, ...] = clinical(
        "What is said of it here, one thing each.",
        default=(),
        example=[{"wording": "It is tried first.", "cites": ["p-1"]}],
        change=CONTENT,
    )
    doses: Stated[tuple[Id, ...]] = clinical(
        "Its doses on this page, by id, or not-stated.", example=["doxepin-usual"], change=DOSE_LIST
    )
    licences: tuple[LicenceStatement, ...] = clinical(
        "What it is licensed for.",
        default=(),
        example=[
            {
                "status": "licensed",
                "body": "FDA",
                "country": "US",
                "indications": ["examplitis"],
                "as_of": "2026-01-31",
            }
        ],
        change=LICENCE,
    )


class MedicationClass(Part):
    """A class of drugs with its summary."""

    id: Id = clinical("Its name, in small letters and hyphens.", example="tricyclics", change=IDENTITY)
    title: Plain = clinical(
        "The heading of the class.", neutral=True, example="Tricyclic antidepressants", change=TEXT
    )
    summary: tuple[Statement, ...] = clinical(
        "The class summary, one thing each.",
        default=(),
        example=[{"wording": "These drugs act alike.", "cites": ["p-1"]}],
        change=CONTENT,
    )
    drugs: tuple[ClassDrug, ...] = clinical(
        "Its drugs, in the order to be shown.",
        example=[{"drug": "examplin", "doses": ["examplin-usual"]}],
        change=CONTENT,
    )


class Medication(EditionContent, Cautions, Entry):
    """The medication page of one condition."""

    kind: Literal["medication"] = clinical("medication", example="medication", change=IDENTITY)
    title: Wording = clinical(
        "Its title, per audience.", example="Medication for idiopathic plexopathy", change=TEXT
    )
    overview: tuple[Statement, ...] = clinical(
        "The medication summary, one thing each.",
        default=(),
        example=[{"wording": "Most people recover.", "cites": ["p-1"]}],
        change=CONTENT,
    )
    classes: tuple[MedicationClass, ...] = clinical(
        "The classes, in the order to be shown.",
        example=[
            {
                "id": "sample-class",
                "title": "Sample class",
                "drugs": [{"drug": "examplin", "doses": ["examplin-usual"]}],
            }
        ],
        change=CONTENT,
    )
