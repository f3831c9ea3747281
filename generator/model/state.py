"""The state of an edition: a pure function of decisions, policy, digests and the day. Nobody can type it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from fractions import Fraction

from generator.diagnostics import Gate
from generator.model.entries.decision import Decision
from generator.model.entries.entry import Entry
from generator.model.entries.person import Person
from generator.model.library import Library
from generator.model.policy import EditorialPolicy
from generator.model.quantity import Quantity


class State(StrEnum):
    """Where an edition stands. A page shows exactly one."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    UNDER_REVIEW = "under-review"
    APPROVED = "approved"
    REVIEW_OVERDUE = "review-overdue"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


NOTICES = frozenset({State.SUSPENDED, State.WITHDRAWN, State.SUPERSEDED})
"""States whose page is a notice without clinical text."""


@dataclass(frozen=True, slots=True)
class Digests:
    """The two digests of an edition as it is now: of its content, and of its rendered clinical words."""

    content: str
    words: str


@dataclass(frozen=True, slots=True)
class EditionState:
    """The state of one edition, with the decision that made it and what approvals it rests on."""

    state: State
    digests: Digests
    decided: Decision | None = None
    approvals: tuple[Decision, ...] = ()
    approved_before: bool = False
    due: date | None = None

    @property
    def is_approved(self) -> bool:
        """Whether exactly this text is approved (even if its review is overdue)."""
        return self.state in {State.APPROVED, State.REVIEW_OVERDUE}

    @property
    def gate(self) -> Gate:
        """What the edition is held to."""
        return Gate.PUBLISH if self.is_approved else Gate.DRAFT

    @property
    def is_notice(self) -> bool:
        """Whether readers get a notice in place of the text."""
        return self.state in NOTICES


@dataclass(frozen=True, slots=True)
class _Record:
    decisions: tuple[Decision, ...]
    audience: str
    digests: Digests

    def last(self, *kinds: str) -> Decision | None:
        found = [decision for decision in self.decisions if decision.decision in kinds]
        return found[-1] if found else None

    def about_this_text(self, kind: str) -> list[Decision]:
        return [d for d in self.decisions if d.decision == kind and self._binds(d)]

    def about_any_text(self, kind: str) -> list[Decision]:
        return [d for d in self.decisions if d.decision == kind and self._names_edition(d)]

    def _binds(self, decision: Decision) -> bool:
        wanted = (self.audience, self.digests.content, self.digests.words)
        return any(wanted == (e.audience, e.digest, e.words) for c in decision.covers for e in c.editions)

    def _names_edition(self, decision: Decision) -> bool:
        return any(edition.audience == self.audience for c in decision.covers for edition in c.editions)


def edition_state(
    library: Library,
    entry: Entry,
    audience: str,
    digests: Digests,
    today: date,
    verified: frozenset[str] = frozenset(),
) -> EditionState:
    """Compute the state of one edition on a day.

    ``verified`` names the decisions whose signature was verified; under the default policy no other approval counts.
    """
    record = _Record(_decisions_about(library.decisions.values(), entry.id), audience, digests)
    people = _approvers(record, entry, library.people, library.policy, verified)
    before = bool(record.about_any_text("approve"))
    if (stopped := _stopped(record)) is not None:
        return EditionState(*stopped[:1], digests, stopped[1], approved_before=before)
    if len({d.by for d in people}) >= max(1, library.policy.people) and not _objected(record):
        return _approved(entry, digests, people, library.policy, today)
    state, decided = _underway(record, before)
    return EditionState(state, digests, decided, approved_before=before)


def add_months(day: date, months: int) -> date:
    """The same day some months later, or the last of that month where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    last = (date(first.year + first.month // 12, first.month % 12 + 1, 1) - timedelta(days=1)).day
    return first.replace(day=min(day.day, last))


def _decisions_about(decisions: Iterable[Decision], entry_id: str) -> tuple[Decision, ...]:
    about = [d for d in decisions if any(covered.entry == entry_id for covered in d.covers)]
    narrowed = [
        d.model_copy(update={"covers": tuple(c for c in d.covers if c.entry == entry_id)}) for d in about
    ]
    return tuple(sorted(narrowed, key=lambda d: (d.at, d.id)))


def _approvers(
    record: _Record,
    entry: Entry,
    people: Mapping[str, Person],
    policy: EditorialPolicy,
    verified: frozenset[str],
) -> list[Decision]:
    def counts(decision: Decision) -> bool:
        person = people.get(decision.by)
        is_person = person is not None and person.kind == "person"
        is_sealed = policy.approval == "recorded" or decision.id in verified
        return is_person and is_sealed and decision.by not in entry.authors and not decision.recused

    return [d for d in record.about_this_text("approve") + record.about_this_text("reaffirm") if counts(d)]


def _objected(record: _Record) -> bool:
    objections = record.about_this_text("object")
    resolved = {previous for d in record.decisions if d.decision == "resolve" for previous in d.previous}
    return any(objection.id not in resolved for objection in objections)


def _stopped(record: _Record) -> tuple[State, Decision] | None:
    withdrawn = record.last("withdraw", "supersede")
    if withdrawn is not None:
        return (State.WITHDRAWN if withdrawn.decision == "withdraw" else State.SUPERSEDED), withdrawn
    suspended = record.last("suspend")
    if suspended is None:
        return None
    lifted = {d.by for d in record.decisions if d.decision == "lift" and d.at > suspended.at}
    return None if len(lifted) >= _LIFTERS else (State.SUSPENDED, suspended)


_LIFTERS = 2
"""One person may suspend at once; lifting takes two."""


def _approved(
    entry: Entry, digests: Digests, approvals: list[Decision], policy: EditorialPolicy, today: date
) -> EditionState:
    latest = max(approvals, key=lambda d: (d.at, d.id))
    due = review_due(latest.at, entry, policy)
    state = State.REVIEW_OVERDUE if due < today else State.APPROVED
    return EditionState(state, digests, latest, tuple(approvals), approved_before=True, due=due)


def review_due(full_review: datetime, entry: Entry, policy: EditorialPolicy) -> date:
    """The last day on which a review is still in time; an entry may only shorten the interval of the policy."""
    intervals = [policy.review_every] + ([entry.review.every] if entry.review else [])
    return min(_later(full_review.date(), interval) for interval in intervals)


def _later(day: date, interval: Quantity) -> date:
    """The day so much later; the last day of the calendar where it would lie beyond."""
    size = interval.exact[0]
    try:
        if interval.unit.dimension == (("month", 1),):
            return add_months(day, int(size))
        return day + timedelta(days=int(size / Fraction(86_400)))
    except (ValueError, OverflowError):
        return date.max


def _underway(record: _Record, approved_before: bool) -> tuple[State, Decision | None]:
    reviewed = record.last("start-review", "approve", "object", "reaffirm", "resolve")
    if approved_before or reviewed is not None:
        return State.UNDER_REVIEW, reviewed
    submitted = record.last("submit")
    rejected = record.last("reject")
    if submitted is None or (rejected is not None and rejected.at > submitted.at):
        return State.DRAFT, rejected
    return State.SUBMITTED, submitted
