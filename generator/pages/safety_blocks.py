"""Safety: harms, red flags, common mistakes."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.inline import Words
from generator.pages.text_blocks import Fact


@dataclass(frozen=True, slots=True)
class HarmItem:
    """One harm; ``drugs`` links to whose harm it is."""

    anchor: str
    drugs: Words | None
    words: Words
    facts: tuple[Fact, ...]
    is_boxed: bool
    pointer: str


@dataclass(frozen=True, slots=True)
class Harms:
    """Harms, boxed ones first as a warning that prints."""

    boxed: tuple[HarmItem, ...]
    others: tuple[HarmItem, ...]


@dataclass(frozen=True, slots=True)
class RedFlags:
    """What sends a patient to urgent care."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class PitfallItem:
    """A common mistake, and the number and anchor of the step that it guards (empty where none)."""

    anchor: str
    words: Words
    guards_number: str
    guards_anchor: str
    pointer: str


@dataclass(frozen=True, slots=True)
class Pitfalls:
    """Common mistakes."""

    items: tuple[PitfallItem, ...]
