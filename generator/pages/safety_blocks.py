"""Safety: harms, cautions, red flags, common mistakes."""

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
class Tag:
    """A short grade in words: "Absolute contraindication". ``code`` chooses its shape."""

    code: str
    words: Words


@dataclass(frozen=True, slots=True)
class CautionItem:
    """A contraindication, an interaction, or what is to be known in pregnancy. ``subject`` says of what."""

    anchor: str
    subject: Words | None
    tags: tuple[Tag, ...]
    words: Words
    facts: tuple[Fact, ...]
    pointer: str


@dataclass(frozen=True, slots=True)
class Cautions:
    """Cautions, one below the other."""

    items: tuple[CautionItem, ...]


@dataclass(frozen=True, slots=True)
class RedFlagItem:
    """A sign of danger, of which treatment, and what to do."""

    anchor: str
    subject: Words | None
    words: Words
    action: Words | None
    pointer: str


@dataclass(frozen=True, slots=True)
class RedFlagGroup:
    """Signs that need help equally fast. ``urgency`` says how fast, None where the entry does not say."""

    code: str
    urgency: Words | None
    items: tuple[RedFlagItem, ...]


@dataclass(frozen=True, slots=True)
class RedFlags:
    """What sends a patient to urgent care, by how fast help is needed."""

    groups: tuple[RedFlagGroup, ...]


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
