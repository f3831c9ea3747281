"""What an edition waits for, and who could do it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.approval import Lack
from generator.model.entries.entry import Entry
from generator.model.library import Library
from generator.model.state import EditionState, State

_OPEN = frozenset({State.SUBMITTED, State.UNDER_REVIEW})


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that is lacking, and the people who could bring it, by id.

    ``lack.kind`` is one of those of `Lack`, or ``submit`` (a draft waits for whoever answers for it), ``lift`` (a
    suspended edition) or ``review`` (it is overdue). Nobody in ``people`` means that nobody on the site could.
    """

    entry: str
    audience: str
    lack: Lack
    people: tuple[str, ...]


def waiting_for(library: Library, states: Mapping[tuple[str, str], EditionState]) -> Iterator[Waiting]:
    """Everything that is waited for, in the order of entries and editions."""
    people = _People(library)
    for (entry_id, audience), state in sorted(states.items()):
        entry = library.entry(entry_id)
        if entry is None:
            continue
        for lack in _lacks(state):
            yield Waiting(entry_id, audience, lack, people.who_could(lack, entry, state))


def _lacks(state: EditionState) -> tuple[Lack, ...]:
    if state.lacks and state.state in {*_OPEN, State.SUSPENDED}:
        return state.lacks
    other = {State.DRAFT: "submit", State.REVIEW_OVERDUE: "review"}.get(state.state)
    return (Lack(other),) if other else ()


class _People:
    """Who could act, by role; looked up once for a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        persons = sorted(name for name, one in library.people.items() if one.kind == "person")
        listed = library.reviewers
        self._roles = {
            name: listed.roles_of(name) if listed is not None else frozenset(library.people[name].roles)
            for name in persons
        }
        if listed is not None:
            self._roles = {name: roles for name, roles in self._roles.items() if roles}

    def who_could(self, lack: Lack, entry: Entry, state: EditionState) -> tuple[str, ...]:
        """The people who could bring what is lacking, in the order of their ids."""
        if lack.kind in {"submit", "objection"}:
            return self._who_answers(entry)
        barred = set(entry.authors)
        if lack.kind in {"people", "role"}:
            barred |= {decision.by for decision in state.approvals}
        if lack.kind in {"people", "role", "reaffirm"}:
            barred |= state.submitters
        return tuple(
            name
            for name, roles in self._roles.items()
            if name not in barred
            and (lack.kind != "role" or not roles.isdisjoint(lack.roles))
            and (lack.kind != "lift" or (self._may_lift(roles) and name not in state.lifted_by))
        )

    def _may_lift(self, roles: frozenset[str]) -> bool:
        wanted = self._library.policy.suspend_roles
        return not wanted or not roles.isdisjoint(wanted)

    def _who_answers(self, entry: Entry) -> tuple[str, ...]:
        named = (entry.owner, entry.deputy, *entry.authors)
        known = (name for name in named if name is not None and name in self._library.people)
        return tuple(dict.fromkeys(known))
