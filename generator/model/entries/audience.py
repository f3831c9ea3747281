"""An audience: whom an edition is written for, and how."""

from __future__ import annotations

from typing import Literal

from generator.model.entries.entry import Entry
from generator.model.field import editorial
from generator.model.text import Count, Id, Plain, YesNo


class Audience(Entry):
    """Data that shape an edition; adding one needs no code."""

    kind: Literal["audience"] = editorial("What the file is: audience.", example="audience")
    label: Plain = editorial("How readers are addressed.", example="Health professionals")
    switch: Plain = editorial(
        "The words of the link from another edition.", example="Read this for health professionals"
    )
    profile: Literal["us-ismp", "uk-clinician", "nhs-patient"] = editorial(
        "The writing profile of doses and numbers.", example="us-ismp"
    )
    sections: tuple[Id, ...] = editorial(
        "The sections that the edition gets, in their order.", example=["bottom-line", "options", "harms"]
    )
    section_titles: dict[Id, Plain] = editorial(
        "Headings of this edition, where they differ from the site's.",
        default={},
        example={"harms": "What can go wrong"},
    )
    regimens: YesNo = editorial("Whether the edition shows doses.", default=False, example="yes")
    doses_as: Literal["table", "sentences"] = editorial(
        "Whether doses stand in a table or in full sentences.", default="table", example="sentences"
    )
    tall_man: YesNo = editorial("Whether names are set in tall-man spelling.", default=False, example="yes")
    ratings: Literal["words", "plain"] = editorial(
        "How strength and certainty are worded.", default="words", example="plain"
    )
    reading_grade: Count | None = editorial("The reading grade aimed at.", default=None, example="8")
    medicine_word: Literal["medicine", "drug"] = editorial(
        "What a drug is called.", default="drug", example="medicine"
    )
