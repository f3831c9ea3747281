"""How much of the editorial record may be told in public: a reason or a note can speak of text that nobody may read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from generator.compiler.context import EditionKey, SiteContext
from generator.compiler.entry_lists import eligible_editions
from generator.compiler.kept_text import shows_kept
from generator.compiler.withheld_words import WithheldWords
from generator.model.edition_record import DecisionAbout, EditionRecord, RecordsByEntry, records_by_entry
from generator.model.entries.decision import CoveredEdition, Decision
from generator.model.entries.entry import Change, Entry
from generator.model.library import Library
from generator.model.state import EditionState


@dataclass(frozen=True)
class PublicRecord:
    """The decisions of a library by entry, and what of them readers of the site are told.

    ``open_decisions`` are those whose reason is told: readers may read every text that they are about, or could.
    ``withheld`` knows what may tell a suspended dose.
    """

    library: Library
    context: SiteContext
    records: RecordsByEntry
    open_decisions: frozenset[str]
    withheld: WithheldWords = field(default_factory=WithheldWords)

    @classmethod
    def of(
        cls, library: Library, context: SiteContext, withheld: WithheldWords | None = None
    ) -> PublicRecord:
        """Look once at all entries and decisions."""
        texts = _PublicTexts(library, context)
        told = frozenset(one.id for one in library.decisions.values() if texts.has_all_of(one))
        records = records_by_entry(library.decisions.values())
        return cls(library, context, records, told, withheld or WithheldWords())

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
        shown = eligible_editions(self.library, entry, self.context)
        states = [self.context.states[entry.id, one] for one in shown]
        if not states:
            return None
        present = [state for state in states if not shows_kept(state)]
        if len(present) == len(self.library.editions_of(entry)) or not all(
            one.is_approved for one in present
        ):
            return date.max
        return max((decision.at.date() for state in states for decision in state.approvals), default=None)


class _PublicTexts:
    """Which texts readers may read now, or could when they were the approved ones."""

    def __init__(self, library: Library, context: SiteContext) -> None:
        self._tells_drafts = context.publishes_all or context.is_preview
        self._shown: dict[EditionKey, frozenset[str]] = {}
        self._kept: set[EditionKey] = set()
        self._until: dict[str, datetime] = {}
        for entry in library.with_pages():
            shown = tuple(eligible_editions(library, entry, context))
            states = {one: context.states[entry.id, one] for one in shown}
            self._shown |= {(entry.id, one): _contents(state) for one, state in states.items()}
            self._kept |= {(entry.id, one) for one, state in states.items() if shows_kept(state)}
            if shown and len(shown) == len(library.editions_of(entry)):
                kept = (one.kept.at for one in states.values() if one.kept is not None and shows_kept(one))
                self._until[entry.id] = min(kept, default=_EVER)

    def has_all_of(self, decision: Decision) -> bool:
        """Whether everything that a decision is about may be read.

        What names no edition is about the entry as it was then: it must come before a newer text that is not shown.
        """
        for covered in decision.covers:
            if not covered.editions and not decision.at <= self._until.get(covered.entry, _NEVER):
                return False
            if not all(self._has(covered.entry, bound) for bound in covered.editions):
                return False
        return True

    def _has(self, entry: str, bound: CoveredEdition) -> bool:
        key = entry, bound.audience
        if key not in self._shown:
            return False
        return bound.digest in self._shown[key] or (self._tells_drafts and key not in self._kept)


_NEVER = datetime.min.replace(tzinfo=UTC)
_EVER = datetime.max.replace(tzinfo=UTC)


def _contents(state: EditionState) -> frozenset[str]:
    """The contents of an edition that were approved, and the one that is shown."""
    return frozenset((state.digests.content, *(version.digests.content for version in state.versions)))
