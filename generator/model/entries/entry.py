"""What every entry carries, whatever its kind."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.model.field import Part, clinical, editorial
from generator.model.quantity import Duration
from generator.model.text import Day, Id, Plain, Prose, Stated


class SourceCredit(Part):
    """Credits of what the facts were taken from; never our own authorship."""

    title: Plain = clinical("Its title.", neutral=True)
    published: Stated[Day] = clinical("The date that it prints.")
    author: Stated[Plain] = clinical("Its author, as printed.", neutral=True)
    editor: Stated[Plain] = clinical("Its editor, as printed.", neutral=True)
    publisher: Stated[Plain] | None = clinical("Who published it.", default=None, neutral=True)
    url: Stated[Plain] | None = clinical("Its address.", default=None, neutral=True)


class SourceError(Part):
    """A known error of the source, kept for the reviewer; never shown as text, brand or search term."""

    claim: Prose = editorial("What the source says.")
    why: Prose = editorial("Why it is wrong, or in doubt.")


class Change(Part):
    """The public note of one published revision."""

    date: Day = editorial("The day.", example="2026-11-21")
    kind: Literal["major", "minor"] = editorial("major moves the public date, minor does not.")
    note: Prose = editorial("What changed, for readers.")


class Review(Part):
    """When the entry is due for review."""

    every: Duration = editorial("The interval; may only shorten the policy's.", example="12 mo")


class Entry(Part):
    """Base of all kinds. ``id`` is the file's name and is never written in the file."""

    id: Id = Field(
        default="",
        exclude=True,
        description="The file's name; do not write it.",
        json_schema_extra={"x-clinical": False},
    )
    source: SourceCredit | None = clinical("Credits of what the facts were taken from.", default=None)
    source_errors: tuple[SourceError, ...] = editorial("Known errors of the source.", default=())
    authors: tuple[Id, ...] = editorial("Who wrote the entry (ids of people or organisations).", default=())
    owner: Id | None = editorial("Who answers for the entry.", default=None)
    deputy: Id | None = editorial("Who answers in the owner's absence.", default=None)
    review: Review | None = editorial("The review interval.", default=None)
    changes: tuple[Change, ...] = editorial("The public change notes, in any order.", default=())
