"""Where the editorial record names something: decisions, the policy, redirects, the audiences of an entry."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Place, Pointer
from generator.model.entries.decision import Decision
from generator.model.library import Library
from generator.model.target import Target

RecordUse = tuple[str, Pointer, Place]
"""The entry that names the target (empty for a redirect), the field, and its place."""


def record_uses(library: Library, target: Target) -> Iterator[RecordUse]:
    """Every place of the editorial record that names a target by its id. None of them is text for readers."""
    for entry, pointer, named in _names(library, target):
        if named == target.id:
            yield entry, pointer, library.place_of(entry, pointer)
    if target.kind != "work" and not target.part:
        for redirect in library.redirects:
            if redirect.to == target.id:
                yield "", (redirect.retired,), redirect.place


def _names(library: Library, target: Target) -> Iterator[tuple[str, Pointer, str]]:
    if target.kind == "person":
        yield "editorial-policy", ("follow_up",), library.policy.follow_up or ""
        for decision in library.decisions.values():
            yield decision.id, ("by",), decision.by
        for index, reviewer in enumerate(library.reviewers.reviewers if library.reviewers else ()):
            yield "reviewers", ("reviewers", index, "person"), reviewer.person
    elif target.kind == "audience":
        yield from _audiences(library)
    elif target.kind == "decision":
        for decision in library.decisions.values():
            yield from _decisions(decision)
    elif target.kind not in {"work", "dose", "stat"}:
        yield from _covered(library)


def _decisions(decision: Decision) -> Iterator[tuple[str, Pointer, str]]:
    for index, covered in enumerate(decision.covers):
        for previous in covered.previous:
            yield decision.id, ("covers", index, "previous", previous), previous
    for index, resolved in enumerate(decision.resolves):
        yield decision.id, ("resolves", index), resolved


def _audiences(library: Library) -> Iterator[tuple[str, Pointer, str]]:
    for entry in library.editioned():
        for field in ("audiences", "regimens_for"):
            for index, audience in enumerate(getattr(entry, field)):
                yield entry.id, (field, index), audience


def _covered(library: Library) -> Iterator[tuple[str, Pointer, str]]:
    for decision in library.decisions.values():
        for index, covered in enumerate(decision.covers):
            yield decision.id, ("covers", index, "entry"), covered.entry
        yield decision.id, ("superseded_by",), decision.superseded_by or ""
