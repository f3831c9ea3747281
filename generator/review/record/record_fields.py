"""Decisions that lack what their kind needs, or say what it cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Finding, Pointer, Severity
from generator.model.entries.decision import Covered, Decision
from generator.model.suspension import standing_suspension
from generator.review.record.record import Record
from generator.review.record.record_rules import DOES_NOT_FIT, OBJECTION_TO_ALL

_DIGEST = re.compile(r"clinsum-1:[0-9a-f]{64}")
_WORDS = re.compile(r"clinsum-words-1:[0-9a-f]{64}")
_NEED_REASON = frozenset({"suspend", "object", "reject", "withdraw"})
_BIND = frozenset({"approve", "reaffirm"})
_TARGET = frozenset({"suspend", "lift"})
_DOSE_GONE = (
    "Give the dose its name back in the entry. If the dose has to go, suspend the one that took its place, then two "
    "people lift this suspension."
)

Fault = tuple[Pointer, str]


def field_faults(record: Record) -> Iterator[Finding]:
    """Every such field of every decision."""
    for decision in record.library.decisions.values():
        faults = [*_whole(decision)]
        for index, covered in enumerate(decision.covers):
            at: Pointer = ("covers", index)
            faults += (((*at, *pointer), message) for pointer, message in _covered(record, decision, covered))
        for pointer, message in faults:
            yield record.finding(DOES_NOT_FIT, decision, pointer, message)
        yield from _doses_gone(record, decision)
        yield from _objections(record, decision)


def _whole(decision: Decision) -> Iterator[Fault]:
    kind = decision.decision
    if kind in _NEED_REASON and not decision.reason:
        yield (), f"{kind} without a reason"
    if kind == "resolve" and not decision.resolves:
        yield (), "resolves nothing: no objection is named"
    if kind != "resolve" and decision.resolves:
        yield ("resolves",), f"{kind} resolves nothing: only resolve does"
    if kind == "supersede" and decision.superseded_by is None:
        yield (), "superseded, and it is not said by which entry"
    if kind != "supersede" and decision.superseded_by is not None:
        yield ("superseded_by",), f"{kind} puts nothing in the place of an entry: only supersede does"
    named = [covered.entry for covered in decision.covers]
    for index, entry in enumerate(named):
        if entry in named[:index]:
            yield ("covers", index, "entry"), f"“{entry}” is covered twice"


def _covered(record: Record, decision: Decision, covered: Covered) -> Iterator[Fault]:
    kind = decision.decision
    if kind in _BIND and not covered.editions:
        yield ("entry",), f"names no edition of “{covered.entry}” with its digests: nothing is approved"
    for number, bound in enumerate(covered.editions):
        at: Pointer = ("editions", number)
        if not _DIGEST.fullmatch(bound.digest):
            yield (*at, "digest"), "this is no digest of a content"
        if not _WORDS.fullmatch(bound.words):
            yield (*at, "words"), "this is no digest of rendered words"
        if bound.audience in (one.audience for one in covered.editions[:number]):
            yield (*at, "audience"), f"the edition “{bound.audience}” is covered twice"
        if bound.change_from is not None and not _was_approved(record, decision, covered, bound.change_from):
            yield (*at, "change_from"), "nobody approved the text from which the change was read"
        if kind == "reaffirm" and not _was_approved(record, decision, covered, bound.digest):
            yield (*at, "digest"), "nobody approved this content before: there is nothing to reaffirm"
    yield from _targets(record, decision, covered)


def _targets(record: Record, decision: Decision, covered: Covered) -> Iterator[Fault]:
    kind = decision.decision
    if kind not in _TARGET and (covered.doses or covered.everywhere):
        yield ("doses" if covered.doses else "everywhere",), f"{kind} is about whole entries"
    if covered.everywhere and covered.entry not in record.library.drugs:
        yield ("everywhere",), f"“{covered.entry}” is no drug: it is {kind}ed as an entry"
    if kind == "lift" and covered.editions and (covered.doses or covered.everywhere):
        yield ("editions",), "a dose is suspended in all editions: nothing is lifted in some of them"


def _doses_gone(record: Record, decision: Decision) -> Iterator[Finding]:
    """A suspended dose under another name is no longer suspended. After the suspension was lifted, a dose may go."""
    for index, covered in enumerate(decision.covers if decision.decision == "suspend" else ()):
        entry, about = record.library.entry(covered.entry), record.by_entry.get(covered.entry, ())
        for number, dose in enumerate(covered.doses):
            stands = standing_suspension(about, record.permission(decision), dose) is not None
            if entry is not None and stands and dose not in getattr(entry, "doses", {}):
                message = f"“{covered.entry}” has no dose “{dose}”: nothing is suspended"
                pointer: Pointer = ("covers", index, "doses", number)
                found = record.finding(DOES_NOT_FIT, decision, pointer, message, _DOSE_GONE)
                yield replace(found, severity=Severity.ERROR)


def _was_approved(record: Record, decision: Decision, covered: Covered, digest: str) -> bool:
    """Whether somebody approved that content before."""
    return any(
        bound.digest == digest
        for one in record.by_entry.get(covered.entry, ())
        if one.kind in _BIND and (one.decision.at, one.decision.id) < (decision.at, decision.id)
        for bound in one.covered.editions
    )


def _objections(record: Record, decision: Decision) -> Iterator[Finding]:
    if decision.decision != "object":
        return
    resolved = any(
        decision.id in one.resolves
        for one in record.library.decisions.values()
        if one.decision == "resolve" and one.at >= decision.at
    )
    for index, covered in enumerate(decision.covers):
        if not covered.editions and not resolved:
            message = f"names no edition of “{covered.entry}” with its digests: it holds against every text"
            yield record.finding(OBJECTION_TO_ALL, decision, ("covers", index, "entry"), message)
