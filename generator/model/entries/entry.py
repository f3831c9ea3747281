"""What every entry carries, whatever its kind."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.model.change_rule import CITATION, LABEL
from generator.model.field import Part, clinical, editorial
from generator.model.quantity import Duration
from generator.model.text import Day, Id, Plain, Prose, Stated


class SourceCredit(Part):
    """Credits of what the facts were taken from; never our own authorship."""

    title: Plain = clinical(
        "Its title.", neutral=True, example="Is examplin beneficial in examplitis?", change=LABEL
    )
    published: Stated[Day] = clinical("The date that it prints.", example="2026-01-31", change=LABEL)
    author: Stated[Plain] = clinical(
        "Its author, as printed.", neutral=True, example="Jane Roe", change=LABEL
    )
    editor: Stated[Plain] = clinical(
        "Its editor, as printed.", neutral=True, example="not-stated", change=LABEL
    )
    publisher: Stated[Plain] | None = clinical(
        "Who published it.", default=None, neutral=True, example="Example Press", change=LABEL
    )
    url: Stated[Plain] | None = clinical(
        "Its address.", default=None, neutral=True, example="https://example.org/examplin", change=CITATION
    )


class SourceError(Part):
    """A known error of the source, kept for the reviewer; never shown as text, brand or search term."""

    claim: Prose = editorial("What the source says.", example="The table gives the dose in grams.")
    why: Prose = editorial("Why it is wrong, or in doubt.", example="The text gives it in milligrams.")


class Change(Part):
    """The public note of one published revision."""

    date: Day = editorial("The day.", example="2026-11-21")
    kind: Literal["major", "minor"] = editorial(
        "major moves the public date, minor does not.", example="major"
    )
    note: Prose = editorial("What changed, for readers.", example="The maximum was added.")


class Review(Part):
    """When the entry is due for review."""

    every: Duration = editorial("The interval; may only shorten the policy's.", example="12 mo")


class Entry(Part):
    """Base of all kinds. ``id`` is the file's name and is never written in the file."""

    id: Id = Field(
        default="",
        exclude=True,
        description="The file's name; do not write it.",
        examples=["second-line-treatment"],
        json_schema_extra={"x-clinical": False},
    )
    source: SourceCredit | None = clinical(
        "Credits of what the facts were taken from.",
        default=None,
        example={
            "title": "Is examplin beneficial in examplitis?",
            "published": "2026-01-31",
            "author": "Jane Roe",
            "editor": "not-stated",
        },
        change=CITATION,
    )
    source_errors: tuple[SourceError, ...] = editorial(
        "Known errors of the source, for the reviewer; never shown to readers.",
        default=(),
        example=[{"claim": "The table gives the dose in grams.", "why": "The text gives it in milligrams."}],
    )
    authors: tuple[Id, ...] = editorial(
        "Who wrote the entry (ids of people or organisations).", default=(), example=["jane-roe"]
    )
    owner: Id | None = editorial(
        "Who answers for the entry (id of a person or organisation).", default=None, example="jane-roe"
    )
    deputy: Id | None = editorial(
        "Who answers in the owner's absence (id of a person or organisation).",
        default=None,
        example="john-doe",
    )
    review: Review | None = editorial(
        "How often the entry is reviewed.", default=None, example={"every": "12 mo"}
    )
    changes: tuple[Change, ...] = editorial(
        "The public change notes, in any order.",
        default=(),
        example=[{"date": "2026-11-21", "kind": "major", "note": "The maximum was added."}],
    )
