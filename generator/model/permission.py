"""Whose decisions count, and in which role."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from generator.model.entries.decision import Decision
from generator.model.entries.entry import Entry
from generator.model.library import Library


@dataclass(frozen=True, slots=True)
class Permission:
    """Judges decisions by people, policy and reviewers. ``verified`` names decisions with a verified signature."""

    library: Library
    verified: Collection[str] = frozenset()

    def may_stop(self, decision: Decision) -> bool:
        """Whether a suspension counts. An unsigned one does: it errs on the safe side, and the record names it."""
        return self._is_person(decision) and self._may_suspend(decision)

    def may_lift(self, decision: Decision) -> bool:
        """Whether this is one of the two that lift a suspension: nobody with an interest does."""
        return (
            self.may_stop(decision)
            and not _has_interest(decision)
            and self._is_sealed(decision)
            and self._is_in_role(decision)
        )

    def counts(self, decision: Decision, entry: Entry, submitters: Collection[str] = frozenset()) -> bool:
        """Whether an approval counts: by somebody independent, in a role that is theirs, sealed as the policy asks.

        ``submitters`` are those who submitted this text.
        """
        is_independent = decision.by not in entry.authors and decision.by not in submitters
        return (
            is_independent
            and not _has_interest(decision)
            and self._is_person(decision)
            and self._is_sealed(decision)
            and self._is_in_role(decision)
        )

    def role(self, decision: Decision) -> str:
        """The role of a decision as an id: ``Clinical reviewer`` is ``clinical-reviewer``; empty where none is."""
        return "-".join((decision.role or "").casefold().split())

    def _is_person(self, decision: Decision) -> bool:
        who = self.library.people.get(decision.by)
        return who is not None and who.kind == "person"

    def _is_sealed(self, decision: Decision) -> bool:
        return self.library.policy.approval == "recorded" or decision.id in self.verified

    def _is_in_role(self, decision: Decision) -> bool:
        """Without a list of reviewers a role is what the record says, if the policy takes records at their word."""
        reviewers = self.library.reviewers
        if reviewers is None:
            return True
        roles = reviewers.roles_of(decision.by)
        return bool(roles) and (not decision.role or self.role(decision) in roles)

    def _may_suspend(self, decision: Decision) -> bool:
        wanted, reviewers = self.library.policy.suspend_roles, self.library.reviewers
        held = reviewers.roles_of(decision.by) if reviewers is not None else {self.role(decision)}
        if not wanted:
            return reviewers is None or bool(held)
        return not held.isdisjoint(wanted)


def _has_interest(decision: Decision) -> bool:
    return decision.recused or decision.interests not in (None, "none", ())
