"""The editorial record as its checks see it: decisions, contents, signatures, and the law that holds for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from generator.diagnostics import Finding, Pointer, Rule
from generator.model.edition_record import RecordsByEntry, records_by_entry
from generator.model.entries.decision import Decision
from generator.model.library import Library
from generator.model.permission import Permission
from generator.model.state import EditionState
from generator.sources.closures import Closures
from generator.sources.signatures import SignatureCheck

States = Mapping[tuple[str, str], EditionState]
"""The state of each edition, by entry and audience."""


@dataclass(frozen=True)
class BaseRecord:
    """The record of another revision, which this one may add to and change in nothing.

    ``checks`` are those of the decisions that it does not have, verified with its own reviewers: who proposes a
    decision cannot propose beside it who may make it.
    """

    name: str
    library: Library
    closures: Closures
    checks: Mapping[str, SignatureCheck]

    @property
    def commit(self) -> str:
        """Its name in messages."""
        return f"the base ({self.name})"


@dataclass(frozen=True)
class Record:
    """Everything that a check of the record looks at. A signature without a check is not judged."""

    library: Library
    closures: Closures
    checks: Mapping[str, SignatureCheck]
    today: date
    states: States
    base: BaseRecord | None = None

    @cached_property
    def by_entry(self) -> RecordsByEntry:
        """The decisions about each entry, in the order of time."""
        return records_by_entry(self.library.decisions.values())

    def is_new(self, decision: Decision) -> bool:
        """Whether the base does not have it."""
        return self.base is not None and decision.id not in self.base.library.decisions

    def check(self, decision: Decision) -> SignatureCheck | None:
        """What became of its signature; None where it has none, or none was looked at."""
        checks = self.base.checks if self.base is not None and self.is_new(decision) else self.checks
        return checks.get(decision.id)

    def permission(self, decision: Decision) -> Permission:
        """The law for a decision: that of the base where it is new."""
        return self._new_law if self.is_new(decision) else self._law

    def authors(self, entry: str) -> frozenset[str]:
        """Who wrote an entry; also those whose names were taken out of it since the base."""
        libraries = (self.library,) if self.base is None else (self.library, self.base.library)
        found = (library.entry(entry) for library in libraries)
        return frozenset(author for one in found if one is not None for author in one.authors)

    def finding(
        self, rule: Rule, decision: Decision, pointer: Pointer, message: str, cure: str = ""
    ) -> Finding:
        """A fault of a decision, at the value that is meant."""
        place = self.library.place_of(decision.id, pointer)
        return rule.finding(message, place, entry=decision.id, pointer=pointer, cure=cure)

    @cached_property
    def _law(self) -> Permission:
        return Permission(self.library, _good(self.checks))

    @cached_property
    def _new_law(self) -> Permission:
        if self.base is None:
            return self._law
        law = self.base.library
        library = replace(self.library, policy=law.policy, reviewers=law.reviewers)
        return Permission(library, _good(self.base.checks))


def _good(checks: Mapping[str, SignatureCheck]) -> frozenset[str]:
    return frozenset(name for name, one in checks.items() if one.is_good)
