"""Editions for readers without medical training, and what the files say to the readers of an edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.context import CheckContext
from generator.checks.views.text.plain_words import plain_words
from generator.diagnostics import Pointer
from generator.model.edition import fields_shown
from generator.model.entries.audience import Audience
from generator.model.entries.entry import Entry
from generator.model.text import CLINICIAN

_HEADINGS = {"question", "title"}


@dataclass(frozen=True, slots=True)
class Told:
    """One text of an edition, with its place. ``source`` is as written, ``words`` without marks and citations."""

    pointer: Pointer
    source: str

    @property
    def words(self) -> str:
        """The text as plain words."""
        return plain_words(self.source)


def is_lay(audience: Audience) -> bool:
    """Whether an audience's file asks for plain language: by its ratings, its reading grade or its profile."""
    wants_plain = audience.ratings == "plain" or audience.reading_grade is not None
    return audience.id != CLINICIAN and (wants_plain or audience.profile == "nhs-patient")


def lay_editions(context: CheckContext, entry: Entry) -> tuple[Audience, ...]:
    """The lay audiences that an entry is written for."""
    return tuple(audience for audience in context.library.editions_of(entry) if is_lay(audience))


def shows_doses(entry: Entry, audience: Audience) -> bool:
    """Whether the edition for this audience shows doses."""
    return audience.regimens or audience.id in getattr(entry, "regimens_for", ())


def told_to(context: CheckContext, entry: Entry, audience: Audience) -> Iterator[Told]:
    """Every text of the entry that an audience gets, in the order of the file. Drugs and conditions show all."""
    shown = fields_shown(audience) | _HEADINGS | ({"doses"} if shows_doses(entry, audience) else set())
    has_sections = hasattr(entry, "audiences")
    for pointer, told, text in context.wordings(entry):
        if told == audience.id and (not has_sections or pointer[0] in shown):
            yield Told(pointer, text)


def lay_texts(context: CheckContext, entry: Entry) -> Iterator[tuple[Audience, Told]]:
    """Every text of every lay edition of an entry."""
    for audience in lay_editions(context, entry):
        for told in told_to(context, entry, audience):
            yield audience, told


def compared_texts(context: CheckContext, entry: Entry) -> Iterator[tuple[Audience, Told]]:
    """Every text of the editions that are held against the clinicians' one; none where an entry lacks that one."""
    editions = context.library.editions_of(entry)
    if any(audience.id == CLINICIAN for audience in editions):
        for audience in editions:
            if audience.id != CLINICIAN:
                yield from ((audience, told) for told in told_to(context, entry, audience))
