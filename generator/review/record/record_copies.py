"""Decisions that were made once and stand twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.diagnostics import Finding, Pointer
from generator.model.decision_digest import decision_payload
from generator.model.entries.decision import Decision
from generator.review.record.record import Record
from generator.review.record.record_rules import REPLAYED


def copy_faults(record: Record) -> Iterator[Finding]:
    """Equal signatures, and equal contents under several ids. The first is taken for the genuine one."""
    ordered = sorted(record.library.decisions.values(), key=lambda one: (one.at, one.id))
    signed = [one for one in ordered if one.signature]
    told = set()
    for decision, first in _copies(signed, _signature):
        told.add(decision.id)
        yield _copy(record, decision, ("signature",), f"“{first.id}” has the same signature")
    for decision, first in _copies(ordered, _content):
        if decision.id not in told:
            yield _copy(record, decision, (), f"“{first.id}” says the same")


def _copy(record: Record, decision: Decision, pointer: Pointer, message: str) -> Finding:
    return record.finding(REPLAYED, decision, pointer, message)


def _copies(
    decisions: Iterable[Decision], what: Callable[[Decision], object]
) -> Iterator[tuple[Decision, Decision]]:
    first: dict[object, Decision] = {}
    for decision in decisions:
        known = first.setdefault(what(decision), decision)
        if known is not decision:
            yield decision, known


def _signature(decision: Decision) -> str:
    return "".join((decision.signature or "").split())


def _content(decision: Decision) -> bytes:
    """What it says, whatever its id is."""
    return decision_payload(decision.model_copy(update={"id": ""}))
