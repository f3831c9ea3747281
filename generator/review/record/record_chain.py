"""The chain: each decision names those about the same entry that were there, each by the digest of its record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.diagnostics import Finding, Pointer
from generator.model.decision_digest import decision_digest
from generator.model.edition_record import DecisionAbout
from generator.model.entries.decision import Decision
from generator.review.record.chain import Chain
from generator.review.record.record import Record
from generator.review.record.record_rules import (
    DATED_TOO_EARLY,
    HEAD_LEFT_OUT,
    RECORD_EDITED,
    RECORD_MISSING,
    WRONG_PREVIOUS,
)


def chain_faults(record: Record) -> Iterator[Finding]:
    """Whatever does not fit in the chain of any entry."""
    digests = {name: decision_digest(one) for name, one in record.library.decisions.items()}
    for entry, decisions in record.by_entry.items():
        about = {one.decision.id for one in decisions}
        for decision in dict.fromkeys(one.decision for one in decisions):
            for pointer, name, digest in _named(decision, entry):
                yield from _link_faults(record, decision, (pointer, name, digest), digests, about)
        yield from _left_out(record, entry, decisions)


def _named(decision: Decision, entry: str) -> Iterator[tuple[Pointer, str, str]]:
    for index, covered in enumerate(decision.covers):
        if covered.entry == entry:
            for name, digest in covered.previous.items():
                yield ("covers", index, "previous", name), name, digest


def _link_faults(
    record: Record,
    decision: Decision,
    link: tuple[Pointer, str, str],
    digests: dict[str, str],
    about: set[str],
) -> Iterator[Finding]:
    pointer, name, digest = link
    earlier = record.library.decisions.get(name)
    if earlier is None:
        is_there = name in record.library.unreadable
        message = f"the decision “{name}” {'cannot be read' if is_there else 'is gone'}"
        yield record.finding(RECORD_MISSING, decision, pointer, message)
        return
    if digests[name] != digest:
        message = f"“{name}” is not what it was when this decision named it"
        yield record.finding(RECORD_EDITED, decision, pointer, message)
    if name not in about:
        message = f"“{name}” is not about the entry that it is named for"
        yield record.finding(WRONG_PREVIOUS, decision, pointer, message)
    if earlier.at > decision.at:
        message = f"“{name}”, which is named as earlier, is of {earlier.at:%Y-%m-%d %H:%M:%S} UTC"
        yield record.finding(DATED_TOO_EARLY, decision, ("at",), message)


def _left_out(record: Record, entry: str, decisions: Sequence[DecisionAbout]) -> Iterator[Finding]:
    if any(name not in record.library.decisions for one in decisions for name in one.covered.previous):
        return  # that one is missing was said, and whom it named nobody knows
    chain = Chain(decisions, lambda one: _is_sealed(record, one))
    for left, later in chain.left_out():
        index = next(index for index, covered in enumerate(left.covers) if covered.entry == entry)
        message = (
            f"“{later.id}” of {later.at:%Y-%m-%d} and what it names do not name this decision about “{entry}”"
        )
        yield record.finding(HEAD_LEFT_OUT, left, ("covers", index, "entry"), message)


def _is_sealed(record: Record, decision: Decision) -> bool:
    permission = record.permission(decision)
    return permission.library.policy.approval == "recorded" or decision.id in permission.verified
