"""A clinical change: what of an edition is another than before, how grave that is, and in the words of a clinician."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChangeClass(StrEnum):
    """How grave a change is. ``none`` is for what no reader and no approval is touched by."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    EDITORIAL = "editorial"
    NONE = "none"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(ChangeClass).index(self)


class Operation(StrEnum):
    """What was done to a value. ``move`` is a part that stands in another list than before."""

    SET = "set"
    UNSET = "unset"
    INCREASE = "increase"
    DECREASE = "decrease"
    REPLACE = "replace"
    REORDER = "reorder"
    MOVE = "move"


class Topic(StrEnum):
    """What a change is about; the editorial policy asks for roles by topic."""

    DOSE = "dose"
    RECOMMENDATION = "recommendation"
    POPULATION = "population"
    SAFETY = "safety"
    MONITORING = "monitoring"
    ALGORITHM = "algorithm"
    EVIDENCE = "evidence"
    CITATION = "citation"
    LICENCE = "licence"
    NAME = "name"
    TEXT = "text"
    WORDING = "wording"
    """The words that readers get are others, though no fact is: the generator, a list or an audience changed."""


ALL_TOPICS = frozenset(Topic)


@dataclass(frozen=True, slots=True)
class ClinicalChange:
    """One fact of one edition that changed.

    ``path`` names parts by id, never by position: ``("doses", "aza-usual", "maximum", "per_day")``. ``within`` names
    the quoted thing in which the fact stands (``drug:azathioprine``, ``work:roe-2020``), empty for the entry's own.
    ``before`` and ``after`` are as written, empty where there is none. ``sentence`` is for clinicians; without it
    the change has not been worded yet. ``is_compared`` is no for what could not be compared: that is critical.
    """

    level: ChangeClass
    operation: Operation
    topic: Topic
    path: tuple[str, ...]
    within: str = ""
    before: str = ""
    after: str = ""
    sentence: str = ""
    is_compared: bool = True


def worst(levels: list[ChangeClass]) -> ChangeClass:
    """The gravest of some classes; ``none`` of none."""
    return min(levels, key=lambda level: level.rank, default=ChangeClass.NONE)
