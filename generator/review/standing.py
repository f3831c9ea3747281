"""How every edition stands: its state, since when, by whom, when it is due, and what it waits for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.model.approval import ApprovedVersion
from generator.model.entries.decision import Decision
from generator.model.library import Library
from generator.model.state import EditionState, State
from generator.model.suspension import Suspensions
from generator.model.waiting import Waiting, waiting_for
from generator.review.words.lack_words import lack_words


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that an edition waits for, in words, and the ids of those who could bring it."""

    words: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoppedDose:
    """A dose that is suspended, by itself or with its drug; ``by`` is the printed name."""

    dose: str
    since: date
    by: str


@dataclass(frozen=True, slots=True)
class EditionStanding:
    """One edition.

    ``by`` has the printed names of those on whom the state rests. ``changed_after`` is the day of the last approval
    where the text is another since. ``stopped`` are the suspended doses of its entry.
    """

    entry: str
    audience: str
    state: State
    digest: str
    since: date | None
    by: tuple[str, ...]
    due: date | None
    changed_after: date | None
    needs: tuple[Need, ...]
    stopped: tuple[StoppedDose, ...]

    def waits_for(self, person: str) -> bool:
        """Whether this person could bring something that is lacking."""
        return any(person in need.people for need in self.needs)

    def for_person(self, person: str) -> EditionStanding:
        """The same with only what this person could bring."""
        return replace(self, needs=tuple(need for need in self.needs if person in need.people))


def standings(
    library: Library, states: Mapping[tuple[str, str], EditionState], suspended: Suspensions
) -> tuple[EditionStanding, ...]:
    """All editions, in the order of entries."""
    waiting: dict[tuple[str, str], list[Waiting]] = {}
    for one in waiting_for(library, states):
        waiting.setdefault((one.entry, one.audience), []).append(one)
    stopped = _stopped_doses(library, suspended)
    return tuple(
        _standing(library, state, waiting.get(key, []), (*key, stopped.get(key[0], ())))
        for key, state in sorted(states.items())
    )


def is_due_within(standing: EditionStanding, today: date, days: int) -> bool:
    """Whether its review falls due within so many days, or was due before."""
    return standing.due is not None and standing.due <= today + timedelta(days=days)


def _standing(
    library: Library,
    state: EditionState,
    waiting: list[Waiting],
    about: tuple[str, str, tuple[StoppedDose, ...]],
) -> EditionStanding:
    entry, audience, stopped = about
    changed = _changed_after(state)
    rests_on = _rests_on(state, changed)
    names = dict.fromkeys(_name(library, decision.by) for decision in rests_on)
    return EditionStanding(
        entry,
        audience,
        state.state,
        state.digests.content,
        since=_since(state, rests_on),
        by=tuple(names),
        due=state.due,
        changed_after=changed.at.date() if changed is not None else None,
        needs=tuple(Need(lack_words(one.lack), one.people) for one in waiting),
        stopped=stopped,
    )


def _stopped_doses(library: Library, suspended: Suspensions) -> dict[str, tuple[StoppedDose, ...]]:
    found: dict[str, tuple[StoppedDose, ...]] = {}
    for name, decision in suspended.doses.items():
        entry, _, dose = name.partition("#")
        one = StoppedDose(dose, decision.at.date(), _name(library, decision.by))
        found[entry] = (*found.get(entry, ()), one)
    return found


def _since(state: EditionState, rests_on: tuple[Decision, ...]) -> date | None:
    """The first day of the state. A review is overdue from the day after it was due."""
    if state.state is State.REVIEW_OVERDUE and state.due is not None:
        return state.due + timedelta(days=1)
    if state.is_approved:
        return state.versions[-1].at.date()
    return max((decision.at.date() for decision in rests_on), default=None)


def _changed_after(state: EditionState) -> ApprovedVersion | None:
    """The last approved version, where the present text is under review because it is another."""
    last = state.versions[-1] if state.versions else None
    is_other = last is not None and last.digests != state.digests
    return last if is_other and state.state is State.UNDER_REVIEW else None


def _rests_on(state: EditionState, changed: ApprovedVersion | None) -> tuple[Decision, ...]:
    """The decisions that make the state; a change is none, and those before it were about another text."""
    if state.is_approved:
        return state.approvals
    decided = state.decided
    is_before = decided is not None and changed is not None and decided.at <= changed.at
    return () if decided is None or is_before else (decided,)


def _name(library: Library, person: str) -> str:
    who = library.people.get(person)
    return who.name if who is not None else person
