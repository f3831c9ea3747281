"""How much of the editorial record may be told in public: a reason or a note can speak of text that nobody may read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.compiler.context import SiteContext
from generator.compiler.entry_lists import eligible_editions
from generator.model.edition_record import DecisionAbout, EditionRecord, RecordsByEntry, records_by_entry
from generator.model.entries.decision import Decision
from generator.model.entries.entry import Change, Entry
from generator.model.library import Library
from generator.model.state import EditionState


@dataclass(frozen=True)
class PublicRecord:
    """The decisions of a library by entry, and what of them readers of the site are told.

    ``open_decisions`` are those whose reason is told: every edition that they cover may be read.
    """

    library: Library
    context: SiteContext
    records: RecordsByEntry
    open_decisions: frozenset[str]

    @classmethod
    def of(cls, library: Library, context: SiteContext) -> PublicRecord:
        """Look once at all entries and decisions."""
        shown = {entry.id: set(eligible_editions(library, entry, context)) for entry in library.with_pages()}
        whole = {
            entry.id
            for entry in library.with_pages()
            if shown[entry.id] and len(shown[entry.id]) == len(library.editions_of(entry))
        }
        told = frozenset(one.id for one in library.decisions.values() if all(_covered(one, shown, whole)))
        return cls(library, context, records_by_entry(library.decisions.values()), told)

    def decisions(self, entry: str, audience: str) -> tuple[DecisionAbout, ...]:
        """What was decided about an edition until today, oldest first."""
        return EditionRecord.of(self.records, entry, audience, self.context.today).decisions

    def changes(self, entry: Entry) -> tuple[Change, ...]:
        """The change notes that readers may know, newest first.

        Where an edition is not shown as it is now, notes that are younger than the last approval of what is shown
        may speak of it: they wait.
        """
        last = self._last_day_told(entry)
        told = (one for one in entry.changes if last is not None and one.date <= last)
        return tuple(sorted(told, key=lambda one: (one.date, one.note), reverse=True))

    def _last_day_told(self, entry: Entry) -> date | None:
        editions = self.library.editions_of(entry)
        states = [self.context.states[entry.id, one] for one in self._eligible(entry)]
        if not states:
            return None
        present = [state for state in states if state.kept is None or not state.is_approved]
        if len(present) == len(editions) or not all(state.is_approved for state in present):
            return date.max
        return max(_approved(states), default=None)

    def _eligible(self, entry: Entry) -> Iterator[str]:
        return eligible_editions(self.library, entry, self.context)


def _covered(decision: Decision, shown: dict[str, set[str]], whole: set[str]) -> Iterator[bool]:
    """For everything that a decision covers, whether it may be read."""
    for covered in decision.covers:
        if covered.editions:
            yield {one.audience for one in covered.editions} <= shown.get(covered.entry, set())
        else:
            yield covered.entry in whole


def _approved(states: Iterable[EditionState]) -> Iterator[date]:
    return (decision.at.date() for state in states for decision in state.approvals)
