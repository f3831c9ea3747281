"""What an editor asks about: a drug, a condition, a work, a dose, a figure, a person or any other entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from generator.model.library import Library

TargetKind = Literal[
    "drug", "condition", "work", "dose", "stat", "person", "summary", "medication", "audience", "decision"
]

KINDS_OF_TARGET: tuple[str, ...] = ("entry", *get_args(TargetKind))
"""What may stand before the colon. ``entry`` stands for an entry of any kind."""

_PARTS: dict[TargetKind, str] = {"dose": "doses", "stat": "evidence"}
_OF_ENTRIES: dict[str, TargetKind] = {
    "summary": "summary",
    "medication": "medication",
    "drug": "drug",
    "condition": "condition",
    "person": "person",
    "organisation": "person",
    "audience": "audience",
    "decision": "decision",
}


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """One thing that can be quoted. ``id`` is an entry's id, a work's key, or ``entry#id`` of a dose or figure."""

    kind: TargetKind
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @property
    def owner(self) -> str:
        """The entry that a dose or figure belongs to; else the id itself."""
        return self.id.partition("#")[0]

    @property
    def part(self) -> str:
        """The id of a dose or figure within its entry; empty for all others."""
        return self.id.partition("#")[2]


def find_targets(library: Library, written: str) -> tuple[Target, ...]:
    """Everything that ``kind:id``, an id or a key can mean, in a fixed order; nothing where it is not there.

    A dose or figure is meant by its bare id only where no entry and no work has that id: most doses bear the name of
    their drug.
    """
    kind, colon, name = written.partition(":")
    if colon and kind in KINDS_OF_TARGET:
        found = (target for target in _named(library, name) if kind in {"entry", target.kind})
        return tuple(sorted({one for one in found if kind != "entry" or _is_entry(one)}))
    named = sorted(set(_named(library, written)))
    return tuple(target for target in named if not target.part) or tuple(named)


def _is_entry(target: Target) -> bool:
    return target.kind != "work" and not target.part


def _named(library: Library, name: str) -> Iterator[Target]:
    entry = library.entry(name)
    if entry is not None:
        yield Target(_OF_ENTRIES[getattr(entry, "kind", "")], name)
    if name in library.works:
        yield Target("work", name)
    owner, _, part = name.rpartition("#")
    for candidate in library.editioned():
        for kind, field in _PARTS.items():
            if owner in {"", candidate.id} and part in getattr(candidate, field):
                yield Target(kind, f"{candidate.id}#{part}")
