"""Approved versions of an edition: which texts were approved, by whom, when, and what the present one still lacks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from generator.model.change import ALL_TOPICS, ChangeClass, Topic
from generator.model.edition_record import DecisionAbout, Digests, EditionRecord
from generator.model.entries.decision import CoveredEdition, Decision
from generator.model.entries.entry import Entry
from generator.model.permission import Permission
from generator.model.policy import Requirement


@dataclass(frozen=True, slots=True)
class Extent:
    """How far two contents differ: what changed, and the gravest class."""

    topics: frozenset[Topic] = ALL_TOPICS
    level: ChangeClass = ChangeClass.CRITICAL


Extents = Callable[[str | None, str], Extent]
"""How far the content of one digest (None: there was none) differs from that of another."""


def unknown_extent(before: str | None, after: str) -> Extent:
    """Everything may have changed: the answer where a content is not at hand."""
    return Extent()


@dataclass(frozen=True, slots=True)
class ApprovedVersion:
    """A text that was approved. ``full_review`` is the last day on which somebody read the whole of it."""

    digests: Digests
    approvals: tuple[Decision, ...]
    at: datetime
    full_review: date
    extent: Extent


@dataclass(frozen=True, slots=True)
class Lack:
    """What an approval still lacks.

    ``kind`` is ``people`` (``number`` more), ``role`` (somebody in one of ``roles``), ``objection`` (that
    ``decision`` be resolved) or ``reaffirm`` (the words changed, though the content is approved).
    """

    kind: str
    number: int = 1
    roles: tuple[str, ...] = ()
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """The approved versions, oldest first, and how the present text stands: approved if nothing is lacking.

    ``version`` is the approved one that it is, if it is one; ``given`` are the approvals that count for it.
    """

    versions: tuple[ApprovedVersion, ...]
    version: ApprovedVersion | None
    given: tuple[Decision, ...]
    lacks: tuple[Lack, ...]
    objected: frozenset[str] = frozenset()
    """The approved contents to which somebody objects."""
    submitters: frozenset[str] = frozenset()
    """Who submitted what was not approved since: they do not count for it."""


def standing_of(
    record: EditionRecord, entry: Entry, now: Digests, permission: Permission, extents: Extents
) -> Standing:
    """Walk through the record of an edition once."""
    walk = _Walk(record.audience, entry, permission, extents)
    for one in record.decisions:
        walk.take(one)
    return walk.standing(now)


@dataclass
class _Walk:
    audience: str
    entry: Entry
    permission: Permission
    extents: Extents
    versions: list[ApprovedVersion] = field(default_factory=list)
    given: dict[Digests, list[tuple[Decision, CoveredEdition]]] = field(default_factory=dict)
    objections: dict[str, frozenset[str]] = field(default_factory=dict)
    """The open ones with the contents that they are about; one that names none is about every text."""
    submitters: set[str] = field(default_factory=set)

    def take(self, one: DecisionAbout) -> None:
        """The next decision in time."""
        if one.kind == "submit":
            self.submitters.add(one.decision.by)
        elif one.kind == "reject":
            self.given.clear()
        elif one.kind == "object":
            self._object(one)
        elif one.kind == "resolve":
            self._resolve(one.decision)
        elif one.kind in {"approve", "reaffirm"} and self._counts(one.decision):
            for bound in one.editions(self.audience):
                self._give(one.decision, bound)

    def standing(self, now: Digests) -> Standing:
        """How a text stands at the end of the record."""
        version = self._version_of(now)
        given, lacks = (version.approvals, ()) if version is not None else self._present(now)
        objections = self._objections_to(now.content)
        objected = {one.digests.content for one in self.versions if self._objections_to(one.digests.content)}
        return Standing(
            tuple(self.versions),
            version,
            given,
            (*objections, *lacks),
            frozenset(objected),
            frozenset(self.submitters),
        )

    def _present(self, now: Digests) -> tuple[tuple[Decision, ...], tuple[Lack, ...]]:
        if self.versions and self.versions[-1].digests.content == now.content:
            return self.versions[-1].approvals, (Lack("reaffirm"),)
        given = self._approvals(now)
        return given, self._lacks(given, now)

    def _counts(self, decision: Decision) -> bool:
        return self.permission.counts(decision, self.entry, self.submitters)

    def _object(self, one: DecisionAbout) -> None:
        """Open an objection; one that covers the entry twice is about the texts of both."""
        about = frozenset(edition.digest for edition in one.editions(self.audience))
        known = self.objections.get(one.decision.id, about)
        self.objections[one.decision.id] = known | about if known and about else frozenset()

    def _resolve(self, decision: Decision) -> None:
        """Whoever wrote or submitted the text cannot sweep an objection to it away."""
        if self._counts(decision):
            for objection in decision.resolves:
                self.objections.pop(objection, None)
            self._settle(decision)

    def _settle(self, decision: Decision) -> None:
        """Approve the text that was read last, if the objections were all that it lacked."""
        for digests in reversed(self.given):
            if self._version_of(digests) is None and self._is_complete(digests):
                self._approve(digests, decision.at)
                return

    def _give(self, decision: Decision, bound: CoveredEdition) -> None:
        digests = Digests(bound.digest, bound.words)
        last = self.versions[-1] if self.versions else None
        is_same = last is not None and last.digests.content == digests.content
        if decision.decision == "reaffirm" and not is_same:
            return  # There is nothing to reaffirm.
        self.given[digests] = [*self.given.pop(digests, ()), (decision, bound)]
        if last is not None and is_same and (last.digests == digests or decision.decision == "reaffirm"):
            self._renew(last, decision, digests, is_full=bound.change_from is None)
        elif self._is_complete(digests):
            self._approve(digests, decision.at)

    def _is_complete(self, digests: Digests) -> bool:
        approvals = self._approvals(digests)
        return (
            bool(approvals)
            and not self._lacks(approvals, digests)
            and not self._objections_to(digests.content)
        )

    def _approve(self, digests: Digests, at: datetime) -> None:
        last = self.versions[-1] if self.versions else None
        full = [given.at.date() for given, bound in self._valid(digests) if bound.change_from is None]
        inherited = last.full_review if last is not None else at.date()
        extent = self.extents(last.digests.content if last else None, digests.content)
        read = max(full, default=inherited)
        self.versions.append(ApprovedVersion(digests, self._approvals(digests), at, read, extent))
        # What was said of other texts is spent: who goes back to an older one has it approved again.
        self.given = {digests: self.given[digests]}
        self.submitters.clear()

    def _renew(self, last: ApprovedVersion, decision: Decision, digests: Digests, *, is_full: bool) -> None:
        """The content is approved: one more read it, or somebody reaffirms it in other words or after a time."""
        read = max(last.full_review, decision.at.date()) if is_full else last.full_review
        approvals = tuple(dict.fromkeys((*last.approvals, decision)))
        renewed = ApprovedVersion(digests, approvals, last.at, read, last.extent)
        if last.digests == digests:
            self.versions[-1] = renewed
        else:
            self.versions.append(renewed)

    def _approvals(self, digests: Digests) -> tuple[Decision, ...]:
        return tuple(dict.fromkeys(decision for decision, _ in self._valid(digests)))

    def _valid(self, digests: Digests) -> list[tuple[Decision, CoveredEdition]]:
        """The approvals that a text has from others than its submitters.

        That of a change counts only if the change starts from what is approved.
        """
        last = self.versions[-1].digests.content if self.versions else None
        return [
            (decision, bound)
            for decision, bound in self.given.get(digests, ())
            if decision.by not in self.submitters and bound.change_from in (None, last)
        ]

    def _version_of(self, now: Digests) -> ApprovedVersion | None:
        """The newest version of the present content with the present words, if no other content was approved since."""
        for version in reversed(self.versions):
            if version.digests.content != now.content:
                return None
            if version.digests == now:
                return version
        return None

    def _objections_to(self, content: str) -> tuple[Lack, ...]:
        about = (one for one, to in self.objections.items() if not to or content in to)
        return tuple(Lack("objection", decision=one) for one in about)

    def _lacks(self, approvals: Sequence[Decision], digests: Digests) -> tuple[Lack, ...]:
        last = self.versions[-1].digests.content if self.versions else None
        needed = self._requirements(self.extents(last, digests.content))
        people = {decision.by for decision in approvals}
        wanted = max([1, self.permission.library.policy.people, *(one.people or 0 for one in needed)])
        roles = {self.permission.role(decision) for decision in approvals}
        groups = dict.fromkeys(one.one_of_roles for one in needed if roles.isdisjoint(one.one_of_roles))
        lacks = [Lack("people", wanted - len(people))] if len(people) < wanted else []
        return (*lacks, *(Lack("role", roles=group) for group in groups if group))

    def _requirements(self, extent: Extent) -> list[Requirement]:
        kind = str(getattr(self.entry, "kind", ""))
        return [
            one
            for one in self.permission.library.policy.requirements
            if (not one.kinds or kind in one.kinds)
            and (not one.audiences or self.audience in one.audiences)
            and (not one.topics or not extent.topics.isdisjoint(one.topics))
            and (not one.classes or extent.level in one.classes)
        ]
