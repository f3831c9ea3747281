"""The doses and drugs that are suspended, as a list of the dashboard. It tells nothing of a dose but its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.compiler.days import day_words
from generator.compiler.public_record import PublicRecord
from generator.compiler.standings import Standing
from generator.model.entries.decision import Decision
from generator.model.state import State
from generator.pages.blocks import Block, Bullets
from generator.pages.inline import PageLink, Run, Text, Words


def suspended_list(record: PublicRecord, found: Sequence[Standing]) -> tuple[Block, ...]:
    """Pages, drugs and single doses that are suspended; doses of pages that are not shown are left out."""
    pages = [one for one in found if one.state.state is State.SUSPENDED]
    lines = [*_pages(record, pages), *_drugs(record), *_doses(record, found)]
    return (Bullets(tuple(Words(line) for line in lines)),) if lines else ()


def _pages(record: PublicRecord, pages: Sequence[Standing]) -> Iterator[Run]:
    for one in pages:
        yield _line(
            record, PageLink(one.path, (Text(f"{one.title} ({one.audience.label})"),)), one.state.decided
        )


def _drugs(record: PublicRecord) -> Iterator[Run]:
    for drug, decision in record.context.suspended.drugs.items():
        known = record.library.drugs.get(drug)
        name = known.name if known is not None else drug
        yield _line(record, Text(record.context.word("suspended-drug", drug=name)), decision)


def _doses(record: PublicRecord, found: Sequence[Standing]) -> Iterator[Run]:
    """Doses by the id that links to them; those of a drug that is suspended everywhere are told with the drug."""
    shown = {one.entry.id: one for one in reversed(found) if one.is_shown}
    whole = {decision.id for decision in record.context.suspended.drugs.values()}
    for name, decision in record.context.suspended.doses.items():
        entry, _, dose = name.partition("#")
        if entry in shown and decision.id not in whole:
            label = record.context.word("suspended-dose", dose=dose, page=shown[entry].title)
            yield _line(record, PageLink(shown[entry].path, (Text(label),)), decision)


def _line(record: PublicRecord, what: Text | PageLink, decision: Decision | None) -> Run:
    if decision is None:
        return (what,)
    day = day_words(decision.at.date(), record.context)
    return what, Text(f" {record.context.word('suspended-since', day=day)}")
