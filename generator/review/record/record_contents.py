"""Stored contents that are missing, altered, or of another edition than a decision says."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Finding, Place, Pointer
from generator.model.digest import short_digest
from generator.model.entries.decision import CoveredEdition, Decision
from generator.review.record.record import Record
from generator.review.record.record_rules import CONTENT_ALTERED, CONTENT_MISSING, OTHER_CONTENT


def content_faults(record: Record) -> Iterator[Finding]:
    """Faults of the stored files, then of the decisions that bind what they hold."""
    for file, fault in record.closures.faults():
        yield CONTENT_ALTERED.finding(f"{file}: {fault}", Place(file))
    known: dict[str, tuple[str, str] | None] = {}
    for decision, pointer, entry, bound in _bound(record):
        if bound.digest not in known:
            known[bound.digest] = _edition(record, bound.digest)
        found = known[bound.digest]
        if found is None:
            yield from _missing(record, decision, pointer, bound)
        elif found != (entry, bound.audience):
            message = (
                f"{short_digest(bound.digest)} is the content of “{found[0]}” for “{found[1]}”, "
                f"not of “{entry}” for “{bound.audience}”"
            )
            yield record.finding(OTHER_CONTENT, decision, pointer, message)


def _bound(record: Record) -> Iterator[tuple[Decision, Pointer, str, CoveredEdition]]:
    for decision in record.library.decisions.values():
        for index, covered in enumerate(decision.covers):
            for number, bound in enumerate(covered.editions):
                yield decision, ("covers", index, "editions", number, "digest"), covered.entry, bound


def _edition(record: Record, digest: str) -> tuple[str, str] | None:
    content = record.closures.get(digest)
    return None if content is None else (str(content.get("entry")), str(content.get("edition")))


def _missing(
    record: Record, decision: Decision, pointer: Pointer, bound: CoveredEdition
) -> Iterator[Finding]:
    # Of a file that is there and altered, it was said already.
    if bound.digest not in record.closures.files:
        message = f"the content {short_digest(bound.digest) or bound.digest} is not stored"
        yield record.finding(CONTENT_MISSING, decision, pointer, message)
