"""What somebody wants to decide, before it is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from generator.diagnostics import Finding
from generator.model.digest import EditionDigests
from generator.model.edition import reduce_to_edition
from generator.model.library import Library
from generator.review.record.record import States
from generator.sources.closures import Closures

BIND = frozenset({"approve", "reaffirm", "object"})
"""Decisions about exactly one text: they bind the digests of editions."""
APPROVE = frozenset({"approve", "reaffirm"})
COUNTED = frozenset({*APPROVE, "resolve", "lift"})
"""Decisions that set a text free, and count only under the conditions of the policy."""


class DecisionRefused(Exception):
    """Why it cannot be decided, and what to do."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for. ``editions`` are audiences, all of an entry without any; times are in UTC."""

    kind: str
    by: str
    entries: tuple[str, ...]
    at: datetime
    role: str | None = None
    editions: tuple[str, ...] = ()
    meaning: str | None = None
    criteria: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    recused: bool = False
    ai_assistance: str | None = None
    hazards: tuple[str, ...] = ()
    reason: str | None = None
    only_change: bool = False
    resolves: tuple[str, ...] = ()
    doses: tuple[str, ...] = ()
    everywhere: bool = False
    superseded_by: str | None = None


@dataclass(frozen=True)
class Situation:
    """How the site stands when somebody decides. ``verified`` are the decisions whose signature holds."""

    library: Library
    states: States
    findings: tuple[Finding, ...]
    closures: Closures
    verified: frozenset[str]

    def closure(self, entry_id: str, audience: str) -> dict[str, Any]:
        """The content of an edition as it is now."""
        entry = self.library.entry(entry_id)
        if entry is None:
            raise DecisionRefused(f"there is no entry “{entry_id}”")
        edition = reduce_to_edition(entry, self.library.audiences[audience])
        return EditionDigests(self.library).closure(edition, audience)

    def content(self, digest: str) -> Mapping[str, Any] | None:
        """The content of a digest: that of an edition as it is now, or a stored one."""
        now = next((key for key, state in self.states.items() if state.digests.content == digest), None)
        return self.closure(*now) if now is not None else self.closures.get(digest)
