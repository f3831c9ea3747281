"""Evidence: figures with their intervals, studies, references."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.inline import Words
from generator.pages.text_blocks import Fact
from generator.pages.treatment_blocks import DoseTable


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with its 95 % interval, for a plot.

    ``scale`` is ``proportion`` (0 to 1), ``ratio`` (log) or ``difference`` (around 0).
    """

    scale: str
    low: float
    estimate: float
    high: float


@dataclass(frozen=True, slots=True)
class FigureCard:
    """One figure of evidence: "47 of 62 (76 %; 95 % interval 64 % to 85 %)". Without an interval nothing is drawn."""

    anchor: str
    outcome: Words
    population: Words | None
    figure: Words
    interval: Interval | None
    comparator: FigureCard | None
    comparison_note: Words | None
    pointer: str
    follow_up: Words | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures of evidence."""

    items: tuple[FigureCard, ...]


@dataclass(frozen=True, slots=True)
class StudyCard:
    """A study with its facts; the primary outcome stands before any other."""

    anchor: str
    title: Words
    facts: tuple[Fact, ...]
    doses: DoseTable | None
    pointer: str


@dataclass(frozen=True, slots=True)
class Studies:
    """Studies."""

    items: tuple[StudyCard, ...]


@dataclass(frozen=True, slots=True)
class ReferenceItem:
    """One numbered reference. ``mentions`` are the anchors that cite it, for links back."""

    number: int
    anchor: str
    key: str
    words: Words
    type_words: str
    type_code: str
    doi: str
    pmid: str
    url: str
    unresolved: str
    mentions: tuple[str, ...]
    isbn: str = ""


@dataclass(frozen=True, slots=True)
class References:
    """The references, numbered by first mention."""

    items: tuple[ReferenceItem, ...]
