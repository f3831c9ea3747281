"""Decisions that answer others: resolving objections, lifting suspensions."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Finding, Pointer
from generator.model.edition_record import DecisionAbout
from generator.model.entries.decision import Covered, Decision
from generator.model.suspension import EVERYWHERE, WHOLE, standing_suspension
from generator.review.record.record import Record
from generator.review.record.record_rules import ANSWERS_NOTHING


def answer_faults(record: Record) -> Iterator[Finding]:
    """Whatever answers what is not there."""
    for decision in record.library.decisions.values():
        if decision.decision == "resolve":
            yield from _resolutions(record, decision)
        elif decision.decision == "lift":
            yield from _lifts(record, decision)


def _resolutions(record: Record, decision: Decision) -> Iterator[Finding]:
    covered = {one.entry for one in decision.covers}
    for index, name in enumerate(decision.resolves):
        pointer: Pointer = ("resolves", index)
        objection = record.library.decisions.get(name)
        if objection is None:
            continue
        if objection.decision != "object":
            yield record.finding(ANSWERS_NOTHING, decision, pointer, f"“{name}” is no objection")
        elif covered.isdisjoint(one.entry for one in objection.covers):
            message = f"“{name}” objects to another entry than this is about"
            yield record.finding(ANSWERS_NOTHING, decision, pointer, message)
        elif objection.at > decision.at:
            yield record.finding(ANSWERS_NOTHING, decision, pointer, f"“{name}” was made later")


def _lifts(record: Record, decision: Decision) -> Iterator[Finding]:
    for index, covered in enumerate(decision.covers):
        before = _before(record, covered.entry, decision)
        for target in _targets(covered):
            if standing_suspension(before, record.permission(decision), target) is None:
                what = f"the dose “{target}”" if covered.doses else f"“{covered.entry}”"
                message = f"{what} was not suspended at that time"
                yield record.finding(ANSWERS_NOTHING, decision, ("covers", index, "entry"), message)


def _before(record: Record, entry: str, decision: Decision) -> list[DecisionAbout]:
    key = decision.at, decision.id
    return [one for one in record.by_entry.get(entry, ()) if (one.decision.at, one.decision.id) < key]


def _targets(covered: Covered) -> tuple[str, ...]:
    if covered.everywhere:
        return (EVERYWHERE,)
    return covered.doses or (WHOLE,)
