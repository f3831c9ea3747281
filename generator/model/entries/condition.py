"""A condition with its names and codes."""

from __future__ import annotations

from typing import Literal

from generator.model.change_rule import IDENTITY, LABEL, NAME, TEXT
from generator.model.entries.entry import Entry
from generator.model.field import Part, clinical
from generator.model.text import Plain, Stated, Wording


class Code(Part):
    """A code in a terminology."""

    system: Literal["SNOMED CT", "ICD-10", "ICD-11", "MeSH", "Orphanet"] = clinical(
        "The terminology that the code is of.", example="MeSH", change=NAME
    )
    code: Plain = clinical(
        "The code, as the terminology prints it.", neutral=True, example="D000001", change=NAME
    )


class Condition(Entry):
    """A condition that entries are about."""

    kind: Literal["condition"] = clinical(
        "What the file is: condition.", example="condition", change=IDENTITY
    )
    name: Plain = clinical(
        "The name used on the site.", neutral=True, example="Idiopathic plexopathy", change=NAME
    )
    plain_name: Wording | None = clinical(
        "A name in plain words, per audience.",
        default=None,
        example={"patient": "damaged nerves in the hip"},
        change=TEXT,
    )
    synonyms: tuple[Plain, ...] = clinical(
        "Other names and abbreviations.", default=(), neutral=True, example=["Examplitis", "EXP"], change=NAME
    )
    specialty: Stated[Plain] = clinical(
        "The specialty that it is filed under, or not-stated.",
        neutral=True,
        example="Neurology",
        change=LABEL,
    )
    codes: Stated[tuple[Code, ...]] = clinical(
        "Codes in terminologies, or not-stated.", example=[{"system": "MeSH", "code": "D000001"}], change=NAME
    )
    description: Wording | None = clinical(
        "What it is, in a sentence.",
        default=None,
        example="An illness of the nerves of the hip.",
        change=TEXT,
    )
