"""A condition with its names and codes."""

from __future__ import annotations

from typing import Literal

from generator.model.entries.entry import Entry
from generator.model.field import Part, clinical
from generator.model.text import Plain, Stated, Wording


class Code(Part):
    """A code in a terminology."""

    system: Literal["SNOMED CT", "ICD-10", "ICD-11", "MeSH", "Orphanet"] = clinical("The terminology.")
    code: Plain = clinical("The code.", neutral=True)


class Condition(Entry):
    """A condition that entries are about."""

    kind: Literal["condition"] = clinical("condition")
    name: Plain = clinical("Its name.", neutral=True)
    plain_name: Wording | None = clinical("A name in plain words, per audience.", default=None)
    synonyms: tuple[Plain, ...] = clinical("Other names and abbreviations.", default=(), neutral=True)
    specialty: Stated[Plain] = clinical("The specialty.", neutral=True, example="Neurology")
    codes: Stated[tuple[Code, ...]] = clinical("Codes in terminologies.")
    description: Wording | None = clinical("What it is, in a sentence.", default=None)
