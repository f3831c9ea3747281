"""The decisions about one edition, in the order of their time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.entries.decision import Covered, CoveredEdition, Decision

STOPS = frozenset({"suspend", "withdraw", "supersede"})
"""Decisions that stop a text. They err on the safe side: they hold also where a permission would not."""

_AT_ONCE = STOPS | {"object"}


@dataclass(frozen=True, slots=True)
class Digests:
    """The two digests of an edition as it is now: of its content, and of its rendered clinical words."""

    content: str
    words: str


@dataclass(frozen=True, slots=True)
class DecisionAbout:
    """A decision with what it says of one entry."""

    decision: Decision
    covered: Covered

    @property
    def kind(self) -> str:
        """What was decided."""
        return self.decision.decision

    def editions(self, audience: str) -> tuple[CoveredEdition, ...]:
        """What it binds of one edition."""
        return tuple(one for one in self.covered.editions if one.audience == audience)

    def is_about(self, audience: str) -> bool:
        """Whether it is about an edition: a decision that names none is about all."""
        return not self.covered.editions or bool(self.editions(audience))


RecordsByEntry = Mapping[str, tuple[DecisionAbout, ...]]
"""For each entry the decisions that cover it, in the order of their time and, within a second, their ids."""


def records_by_entry(decisions: Iterable[Decision]) -> RecordsByEntry:
    """Sort the decisions of a library by the entries that they cover; one look at each decision."""
    found: dict[str, list[DecisionAbout]] = {}
    for decision in sorted(decisions, key=lambda one: (one.at, one.id)):
        for covered in decision.covers:
            found.setdefault(covered.entry, []).append(DecisionAbout(decision, covered))
    return {entry: tuple(about) for entry, about in sorted(found.items())}


@dataclass(frozen=True, slots=True)
class EditionRecord:
    """The decisions about one edition until a day.

    What is dated later does not count, unless it stops the text or objects to it.
    """

    audience: str
    decisions: tuple[DecisionAbout, ...]

    @classmethod
    def of(cls, records: RecordsByEntry, entry: str, audience: str, today: date) -> EditionRecord:
        """Take what is about an edition out of the records of a library."""
        about = (one for one in records.get(entry, ()) if one.is_about(audience))
        return cls(
            audience,
            tuple(one for one in about if one.decision.at.date() <= today or one.kind in _AT_ONCE),
        )

    def last(self, *kinds: str) -> Decision | None:
        """The newest decision of some kinds."""
        found = (one.decision for one in reversed(self.decisions) if one.kind in kinds)
        return next(found, None)
