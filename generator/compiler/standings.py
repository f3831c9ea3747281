"""Where every edition of the site stands, as far as the public may know: what the pages of the record list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.compiler.addresses import shown_path
from generator.compiler.days import day_words
from generator.compiler.entry_lists import Bodies, is_eligible
from generator.compiler.kept_text import shows_kept
from generator.compiler.lacks import as_sentence, lack_words
from generator.compiler.public_record import PublicRecord
from generator.model.entries.audience import Audience
from generator.model.entries.entry import Entry
from generator.model.state import EditionState, State
from generator.pages.blocks import EntryLine, RecordRow
from generator.pages.inline import words

DUE_SOON = timedelta(days=90)
"""How long before its day a review counts as due soon."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One edition. ``title`` is its id, and ``path`` empty, where it may not be shown; a notice has a path."""

    entry: Entry
    audience: Audience
    state: EditionState
    is_shown: bool
    title: str
    path: str

    @property
    def since(self) -> date | None:
        """The day on which it got its state, as far as the public may know."""
        decided, due = self.state.decided, self.state.due
        if self.state.state is State.REVIEW_OVERDUE and due is not None:
            return due + timedelta(days=1)
        return decided.at.date() if decided is not None and self.path else None


def standings(record: PublicRecord, bodies: Bodies) -> tuple[Standing, ...]:
    """Every edition, in the order of titles."""
    return tuple(sorted(_standings(record, bodies), key=_order))


def record_row(record: PublicRecord, one: Standing) -> RecordRow:
    """A row of a table. Of what is not shown it has id and state only."""
    context, state = record.context, one.state
    lacks = "; ".join(lack_words(record, state.lacks)) if one.is_shown else ""
    if lacks and shows_kept(state):
        lacks = context.word("record-newer", lacks=lacks)
    due = state.due if one.is_shown else None
    return RecordRow(
        title=one.title,
        path=one.path,
        audience=one.audience.label,
        since=day_words(one.since, context) if one.since else "",
        due=day_words(due, context) if due else "",
        due_day=due.isoformat() if due and state.state is State.APPROVED else "",
        lacks=as_sentence(lacks),
    )


def standing_line(record: PublicRecord, one: Standing, note: str = "") -> EntryLine:
    """A line of a list, with words that say what is to be done."""
    state = one.state.state
    return EntryLine(
        title=words(one.title),
        path=one.path,
        kind=record.context.word(f"kind-{getattr(one.entry, 'kind', '')}"),
        audience=one.audience.label,
        state=state.value,
        state_words=record.context.word(f"state-{state}"),
        note=note,
    )


def _standings(record: PublicRecord, bodies: Bodies) -> Iterator[Standing]:
    context = record.context
    for entry in record.library.with_pages():
        for audience in record.library.editions_of(entry):
            key = entry.id, audience.id
            state, body = context.states.get(key), bodies.get(key)
            if state is None or body is None:
                continue
            is_shown = is_eligible(state, audience.id, context)
            title = body.heading.text if is_shown else entry.id
            path = shown_path(entry, audience.id) if is_shown or state.is_notice else ""
            yield Standing(entry, audience, state, is_shown, title, path)


def _order(one: Standing) -> tuple[str, str, str]:
    return one.title.casefold(), one.entry.id, one.audience.id
