"""A condition with its names and codes."""

from __future__ import annotations

from typing import Literal

from generator.model.entries.entry import Entry
from generator.model.field import Part, clinical
from generator.model.text import Plain, Stated, Wording


class Code(Part):
    """A code in a terminology."""

    system: Literal["SNOMED CT", "ICD-10", "ICD-11", "MeSH", "Orphanet"] = clinical(
        "The terminology that the code is of.", example="MeSH"
    )
    code: Plain = clinical("The code, as the terminology prints it.", neutral=True, example="D000001")


class Condition(Entry):
    """A condition that entries are about."""

    kind: Literal["condition"] = clinical("What the file is: condition.", example="condition")
    name: Plain = clinical("The name used on the site.", neutral=True, example="Idiopathic plexopathy")
    plain_name: Wording | None = clinical(
        "A name in plain words, per audience.", default=None, example={"patient": "damaged nerves in the hip"}
    )
    synonyms: tuple[Plain, ...] = clinical(
        "Other names and abbreviations.", default=(), neutral=True, example=["Examplitis", "EXP"]
    )
    specialty: Stated[Plain] = clinical(
        "The specialty that it is filed under, or not-stated.", neutral=True, example="Neurology"
    )
    codes: Stated[tuple[Code, ...]] = clinical(
        "Codes in terminologies, or not-stated.", example=[{"system": "MeSH", "code": "D000001"}]
    )
    description: Wording | None = clinical(
        "What it is, in a sentence.", default=None, example="An illness of the nerves of the hip."
    )
