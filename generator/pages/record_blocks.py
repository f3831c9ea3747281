"""The record: who signed what, what changed, and lists of pages with their states."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.inline import Words
from generator.pages.text_blocks import Fact


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """One decision with what the record says of it. ``seal`` is the code of ``seal_words``: ``verified``, ``recorded``
    or ``unverified``.

    ``version`` and ``words_version`` are the digests of the content and of the words that were signed, whole; their
    short forms stand before them.
    """

    what: str
    name: str
    credentials: str
    role: str
    moment: str
    moment_iso: str
    meaning: str
    facts: tuple[Fact, ...]
    seal: str
    seal_words: str
    short_version: str
    version: str
    short_words_version: str
    words_version: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """Decisions one below the other."""

    items: tuple[SignatureLine, ...]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One public change note, or (without a day) one clinical change. ``page`` is where, in lists of several pages."""

    day: str
    kind: str
    kind_words: str
    words: Words
    page: Words | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed, newest first."""

    items: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One line of a list of pages. ``state`` is a code for the shape, empty for pages without a state."""

    title: Words
    path: str
    kind: str
    audience: str
    state: str
    state_words: str
    note: str


@dataclass(frozen=True, slots=True)
class EntryList:
    """A list of pages, with an optional heading and letter groups made by the compiler."""

    label: str
    items: tuple[EntryLine, ...]


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One edition in a table of editions of one state. ``due_day`` is ``2027-11-22`` where the reader's day may make it
    overdue.

    ``since`` is the day on which it got its state, ``lacks`` what an approval still needs.
    """

    title: str
    path: str
    audience: str
    since: str
    due: str
    due_day: str
    lacks: str


@dataclass(frozen=True, slots=True)
class RecordTable:
    """Editions of one state with their days."""

    caption: str
    rows: tuple[RecordRow, ...]
