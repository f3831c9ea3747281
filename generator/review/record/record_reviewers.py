"""The list of reviewers: keys that two people share, people that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Finding, Pointer, Rule
from generator.review.record.record import Record
from generator.review.record.record_rules import KEY_SHARED, REVIEWER_UNKNOWN
from generator.sources.ssh_signature import key_bytes

_LIST = "reviewers"


def reviewer_faults(record: Record) -> Iterator[Finding]:
    """Faults of ``content/reviewers.yml``."""
    owners: dict[bytes, str] = {}
    listed = record.library.reviewers
    for index, one in enumerate(listed.reviewers if listed is not None else ()):
        at: Pointer = (_LIST, index)
        who = record.library.people.get(one.person)
        if who is None or who.kind != "person":
            message = f"“{one.person}” is no person in content/people/"
            yield _finding(record, REVIEWER_UNKNOWN, (*at, "person"), message)
        for number, key in enumerate(one.keys):
            pointer = (*at, "keys", number, "key")
            data = key_bytes(key.key)
            if data is None:
                message = f"this is no whole key of the kind {key.key.split(' ')[0]}"
                yield _finding(record, REVIEWER_UNKNOWN, pointer, message)
            elif owners.setdefault(data, one.person) != one.person:
                message = f"“{owners[data]}” has the same key as “{one.person}”"
                yield _finding(record, KEY_SHARED, pointer, message)


def _finding(record: Record, rule: Rule, pointer: Pointer, message: str) -> Finding:
    return rule.finding(message, record.library.place_of(_LIST, pointer), pointer=pointer)
