"""The record: what changed, and lists of pages with their states."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.inline import Words


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One public change note."""

    day: str
    kind: str
    kind_words: str
    words: Words


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
