"""The state of an edition: a pure function of decisions, policy, digests and the day. Nobody can type it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from generator.diagnostics import Gate
from generator.model.approval import (
    ApprovedVersion,
    Extent,
    Extents,
    Lack,
    Standing,
    standing_of,
    unknown_extent,
)
from generator.model.edition_record import Digests, EditionRecord, RecordsByEntry, records_by_entry
from generator.model.entries.decision import Decision
from generator.model.entries.entry import Entry
from generator.model.library import Library
from generator.model.permission import Permission
from generator.model.policy import EditorialPolicy
from generator.model.quantity import Quantity
from generator.model.suspension import LIFTERS, standing_suspension, suspensions_of_whole

__all__ = ["NOTICES", "Digests", "EditionState", "State", "add_months", "edition_state", "review_due"]


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
class EditionState:
    """The state of one edition, with the decision that made it and what it rests on.

    ``approvals`` are those that count for the present text, also while others are lacking (``lacks``). ``versions``
    are the texts that were approved, oldest first. ``kept`` is the last of them, where the present text is not
    approved and that one may still be shown; ``pending`` says how far the present one is from it. ``full_review`` and
    ``due`` are days of the present text. ``submitters`` submitted it, and cannot approve it; ``lifted_by`` have said
    that a suspension may be lifted.
    """

    state: State
    digests: Digests
    decided: Decision | None = None
    approvals: tuple[Decision, ...] = ()
    lacks: tuple[Lack, ...] = ()
    versions: tuple[ApprovedVersion, ...] = ()
    kept: ApprovedVersion | None = None
    pending: Extent | None = None
    full_review: date | None = None
    due: date | None = None
    lifted_by: tuple[str, ...] = ()
    submitters: frozenset[str] = frozenset()

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


def edition_state(
    library: Library,
    entry: Entry,
    audience: str,
    digests: Digests,
    today: date,
    verified: frozenset[str] = frozenset(),
    extents: Extents = unknown_extent,
    records: RecordsByEntry | None = None,
) -> EditionState:
    """Compute the state of one edition on a day.

    ``verified`` names the decisions whose signature was verified; under the default policy no other approval counts.
    ``extents`` tells how far two contents differ, which decides who has to approve. ``records`` are the decisions of
    the library, sorted once for all its editions.
    """
    known = records if records is not None else records_by_entry(library.decisions.values())
    record = EditionRecord.of(known, entry.id, audience, today)
    permission = Permission(library, verified)
    standing = standing_of(record, entry, digests, permission, extents)
    if (stopped := _stopped(record, permission, digests, standing)) is not None:
        return stopped
    if standing.version is not None and not standing.lacks:
        return _approved(entry, standing.version, standing.versions, library.policy, today)
    state, decided = _underway(record, standing)
    return EditionState(
        state,
        digests,
        decided,
        approvals=standing.given,
        lacks=standing.lacks,
        versions=standing.versions,
        kept=_kept(record, standing, permission, digests),
        pending=_pending(standing, digests, extents),
        submitters=standing.submitters,
    )


def add_months(day: date, months: int) -> date:
    """The same day some months later, or the last of that month where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    last = (date(first.year + first.month // 12, first.month % 12 + 1, 1) - timedelta(days=1)).day
    return first.replace(day=min(day.day, last))


def review_due(full_review: date, entry: Entry, policy: EditorialPolicy) -> date:
    """The last day on which a review is still in time; an entry may only shorten the interval of the policy."""
    intervals = [policy.review_every] + ([entry.review.every] if entry.review else [])
    return min(_later(full_review, interval) for interval in intervals)


def _later(day: date, interval: Quantity) -> date:
    """The day so much later; the last day of the calendar where it would lie beyond."""
    size = interval.exact[0]
    try:
        if interval.unit.dimension == (("month", 1),):
            return add_months(day, int(size))
        return day + timedelta(days=int(size / Fraction(86_400)))
    except (ValueError, OverflowError):
        return date.max


def _stopped(
    record: EditionRecord, permission: Permission, digests: Digests, standing: Standing
) -> EditionState | None:
    withdrawn = record.last("withdraw", "supersede")
    if withdrawn is not None:
        state = State.WITHDRAWN if withdrawn.decision == "withdraw" else State.SUPERSEDED
        return EditionState(state, digests, withdrawn, versions=standing.versions)
    suspended = standing_suspension(record.decisions, permission)
    if suspended is None:
        return None
    return EditionState(
        State.SUSPENDED,
        digests,
        suspended.decision,
        lacks=(Lack("lift", LIFTERS - len(suspended.lifted_by)),),
        versions=standing.versions,
        lifted_by=suspended.lifted_by,
    )


def _approved(
    entry: Entry,
    version: ApprovedVersion,
    versions: tuple[ApprovedVersion, ...],
    policy: EditorialPolicy,
    today: date,
) -> EditionState:
    due = review_due(version.full_review, entry, policy)
    return EditionState(
        State.REVIEW_OVERDUE if due < today else State.APPROVED,
        version.digests,
        max(version.approvals, key=lambda decision: (decision.at, decision.id)),
        approvals=version.approvals,
        versions=versions,
        full_review=version.full_review,
        due=due,
    )


def _kept(
    record: EditionRecord, standing: Standing, permission: Permission, digests: Digests
) -> ApprovedVersion | None:
    """The last approved text, unless it was ever suspended or somebody objects to it."""
    last = standing.versions[-1] if standing.versions else None
    if last is None or last.digests.content in {digests.content, *standing.objected}:
        return None
    return None if last.digests.content in _once_suspended(record, standing, permission) else last


def _once_suspended(record: EditionRecord, standing: Standing, permission: Permission) -> frozenset[str]:
    """The contents that were ever suspended: what was approved at that time, and what the suspension names."""
    found: set[str] = set()
    for suspended in suspensions_of_whole(record.decisions, permission):
        found |= {bound.digest for bound in suspended.editions(record.audience)}
        approved = [one for one in standing.versions if one.at <= suspended.decision.at]
        found |= {one.digests.content for one in approved[-1:]}
    return frozenset(found)


def _pending(standing: Standing, digests: Digests, extents: Extents) -> Extent | None:
    """How far the present text is from the last approved one; None where there is none, or only the words differ."""
    last = standing.versions[-1].digests.content if standing.versions else None
    return extents(last, digests.content) if last not in (None, digests.content) else None


def _underway(record: EditionRecord, standing: Standing) -> tuple[State, Decision | None]:
    reviewed = record.last("start-review", "approve", "object", "reaffirm", "resolve")
    submitted, rejected = record.last("submit"), record.last("reject")
    if standing.versions:
        # What was decided about the approved text is nothing that anybody said of the present one.
        newest = record.last("approve", "object", "reaffirm", "resolve", "reject", "submit", "start-review")
        is_about_it = newest is not None and newest.at > standing.versions[-1].at
        return State.UNDER_REVIEW, newest if is_about_it else None
    latest = max((one.at for one in (reviewed, submitted) if one is not None), default=None)
    if latest is None or (rejected is not None and rejected.at > latest):
        return State.DRAFT, rejected
    if reviewed is not None and (rejected is None or reviewed.at > rejected.at):
        return State.UNDER_REVIEW, reviewed
    return State.SUBMITTED, submitted
