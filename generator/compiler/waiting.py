"""What waits for whom: people by name where the record names them, else roles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.compiler.lacks import as_sentence, lack_words, roles_words
from generator.compiler.public_record import PublicRecord
from generator.compiler.standings import DUE_SOON, Standing, standing_line
from generator.model.approval import Lack
from generator.model.state import State
from generator.pages.blocks import Block, EntryList, Paragraphs, SubHeading
from generator.pages.inline import words

MOST = 50
"""How many pages stand below each who must act."""


class _Actor(NamedTuple):
    """Who must act, in the order of the page: persons, then roles, then anybody."""

    rank: int
    name: str


class _Task(NamedTuple):
    actor: _Actor
    what: str


def waiting_lists(record: PublicRecord, found: Sequence[Standing]) -> Iterator[Block]:
    """For each who must act a heading with the number of pages, and the pages with what is to be done."""
    waiting: dict[_Actor, list[tuple[Standing, str]]] = {}
    for one in found:
        for task in dict.fromkeys(_tasks(record, one)):
            waiting.setdefault(task.actor, []).append((one, task.what))
    for number, actor in enumerate(sorted(waiting), start=1):
        tasks = waiting[actor]
        title = record.context.word("waits-for", who=actor.name, number=f"{len(tasks):,}")
        yield SubHeading(f"waiting-{number}", words(title))
        yield EntryList("", tuple(standing_line(record, one, what) for one, what in tasks[:MOST]))
        if len(tasks) > MOST:
            more = record.context.word("waits-more", number=f"{len(tasks) - MOST:,}")
            yield Paragraphs((words(more),))


def _tasks(record: PublicRecord, one: Standing) -> Iterator[_Task]:
    """What must be done about an edition. Of what is not shown neither names nor reasons are told."""
    state, context = one.state, record.context
    if state.is_notice:
        if state.state is State.SUSPENDED:
            more = sum(lack.number for lack in state.lacks if lack.kind == "lift")
            yield _Task(_anybody(record), context.word("task-lift" if more != 1 else "task-lift-one"))
        return
    if state.state is State.DRAFT:
        yield _Task(_owner(record, one), context.word("task-submit") if one.is_shown else "")
    else:
        for lack in state.lacks:
            yield _Task(_who(record, one, lack), _sentence(record, lack) if one.is_shown else "")
    if one.is_shown and state.due is not None and state.due <= context.today + DUE_SOON:
        yield _Task(_owner(record, one), context.word("task-review"))


def _who(record: PublicRecord, one: Standing, lack: Lack) -> _Actor:
    if lack.kind == "role":
        return _role(record, lack.roles)
    objection = record.library.decisions.get(lack.decision) if lack.kind == "objection" else None
    return _person(record, objection.by) if objection is not None and one.is_shown else _anybody(record)


def _owner(record: PublicRecord, one: Standing) -> _Actor:
    if one.entry.owner and one.is_shown:
        return _person(record, one.entry.owner)
    return _Actor(2, record.context.word("waits-owner"))


def _person(record: PublicRecord, person_id: str) -> _Actor:
    person = record.library.people.get(person_id)
    return _Actor(0, person.name if person else person_id)


def _role(record: PublicRecord, roles: tuple[str, ...]) -> _Actor:
    """A role with the names of those who have it, where reviewers are listed."""
    listed = record.library.reviewers.reviewers if record.library.reviewers is not None else ()
    names = sorted(
        {_person(record, one.person).name for one in listed if not set(roles).isdisjoint(one.roles)}
    )
    key = "waits-role-of" if names else "waits-role"
    return _Actor(1, record.context.word(key, roles=roles_words(record, roles), names=", ".join(names)))


def _anybody(record: PublicRecord) -> _Actor:
    return _Actor(2, record.context.word("waits-anybody"))


def _sentence(record: PublicRecord, lack: Lack) -> str:
    (said,) = lack_words(record, (lack,))
    return f"{as_sentence(said)}."
