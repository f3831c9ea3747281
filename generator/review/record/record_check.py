"""Whether the editorial record can be believed: every chain, signature, person, content and field of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from generator.diagnostics import Finding, Severity
from generator.model.library import Library
from generator.review.record.record import BaseRecord, Record, States
from generator.review.record.record_answers import answer_faults
from generator.review.record.record_base import base_faults
from generator.review.record.record_chain import chain_faults
from generator.review.record.record_contents import content_faults
from generator.review.record.record_copies import copy_faults
from generator.review.record.record_fields import field_faults
from generator.review.record.record_law import FREES, law_faults
from generator.review.record.record_people import people_faults
from generator.review.record.record_reviewers import reviewer_faults
from generator.review.record.record_rules import COUNT_FOR_NOTHING
from generator.review.record.record_signatures import signature_faults
from generator.sources.closures import Closures
from generator.sources.signatures import SignatureCheck

_PARTS: tuple[Callable[[Record], Iterator[Finding]], ...] = (
    chain_faults,
    copy_faults,
    signature_faults,
    people_faults,
    content_faults,
    field_faults,
    answer_faults,
    reviewer_faults,
    base_faults,
    law_faults,
)


def check_record(
    library: Library,
    closures: Closures,
    checks: Mapping[str, SignatureCheck],
    today: date,
    states: States,
    base: BaseRecord | None = None,
) -> tuple[Finding, ...]:
    """Every fault of the record, in the order of places. Never raises for content.

    ``checks`` are those of `verify_signatures`. With a ``base``, nothing of it may be changed or gone, and decisions
    that it does not have are judged by its policy and reviewers; what would count for nothing is an error then.
    """
    record = Record(library, closures, checks, today, states, base)
    found = (_weighed(record, finding) for part in _PARTS for finding in part(record))
    return tuple(sorted(dict.fromkeys(found), key=lambda finding: finding.sort_key))


def _weighed(record: Record, finding: Finding) -> Finding:
    """What is new, would set a text free, and counts for nothing does not come into the record."""
    decision = record.library.decisions.get(finding.entry)
    if decision is None or finding.rule not in COUNT_FOR_NOTHING:
        return finding
    is_claim = record.is_new(decision) and decision.decision in FREES
    return replace(finding, severity=Severity.ERROR) if is_claim else finding
