"""What a proposal may not do to the record that it starts from."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Finding, Place
from generator.model.decision_digest import decision_digest
from generator.model.digest import short_digest
from generator.model.field import Part
from generator.review.record.record import BaseRecord, Record
from generator.review.record.record_rules import (
    CHANGED_SINCE_BASE,
    GONE_SINCE_BASE,
    VERSION_LOWER,
    VERSION_NOT_RAISED,
)

_GONE = (
    "If it came into the base after this proposal was begun, bring the proposal up to date with the base. Else put the "
    "file back as it was: a record is never deleted, a new decision corrects it."
)


def base_faults(record: Record) -> Iterator[Finding]:
    """Every decision and stored content of the base stands as it was; no version is lower."""
    if record.base is not None:
        yield from _decisions(record, record.base)
        yield from _contents(record, record.base)
        yield from _versions(record, record.base)


def _decisions(record: Record, base: BaseRecord) -> Iterator[Finding]:
    for name, before in base.library.decisions.items():
        now = record.library.decisions.get(name)
        if now is None:
            place = Place(base.library.place_of(name, ()).file)
            is_there = name in record.library.unreadable
            message = f"“{name}” of {base.commit} {'cannot be read any more' if is_there else 'is gone'}"
            yield GONE_SINCE_BASE.finding(message, place, entry=name, cure="" if is_there else _GONE)
        elif decision_digest(now) != decision_digest(before):
            message = f"“{name}” is not what it is in {base.commit}"
            yield record.finding(CHANGED_SINCE_BASE, now, (), message)


def _contents(record: Record, base: BaseRecord) -> Iterator[Finding]:
    for digest, file in base.closures.files.items():
        if base.closures.get(digest) is not None and record.closures.get(digest) is None:
            message = f"the content {short_digest(digest)} of {base.commit} is gone or altered"
            cure = "" if digest in record.closures.files else _GONE
            yield GONE_SINCE_BASE.finding(message, Place(file), cure=cure)


def _versions(record: Record, base: BaseRecord) -> Iterator[Finding]:
    pairs = (
        ("editorial-policy", "the policy", base.library.policy, record.library.policy),
        ("reviewers", "the list of reviewers", base.library.reviewers, record.library.reviewers),
    )
    for name, words, before, now in pairs:
        place = record.library.place_of(name, ("version",))
        if before is None:
            continue
        if now is None:
            message = f"{words} of {base.commit} is gone"
            yield VERSION_LOWER.finding(message, Place(base.library.place_of(name, ()).file))
        elif now.version < before.version:
            message = f"{words} has version {now.version}; that of {base.commit} has {before.version}"
            yield VERSION_LOWER.finding(message, place)
        elif now.version == before.version and _said(now) != _said(before):
            message = f"{words} changed since {base.commit} and still has version {now.version}"
            yield VERSION_NOT_RAISED.finding(message, place)


def _said(part: Part) -> dict[str, object]:
    """What it says, whether it was written or is what holds if nothing is."""
    return part.model_dump(exclude={"version"})
