"""Texts that a proposal sets free only because it changes, beside the decision, what a decision needs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Finding
from generator.model.entries.decision import Decision
from generator.model.state import EditionState, edition_state
from generator.review.contents.content_changes import ContentChanges
from generator.review.record.record import Record
from generator.review.record.record_rules import FREED_BY_NEW_LAW

FREES = frozenset({"approve", "reaffirm", "resolve", "lift"})
"""Decisions that set a text free."""


def law_faults(record: Record) -> Iterator[Finding]:
    """Each edition that a new decision sets free, and under policy and reviewers of the base would not."""
    if record.base is None:
        return
    extents = ContentChanges(record.closures.get)
    for (entry, audience), state in record.states.items():
        decision = _newest(record, entry, audience)
        if decision is None or state.is_notice:
            continue
        before = _state_before(record, decision, (entry, audience), extents)
        if before is not None and (before.is_notice or (state.is_approved and not before.is_approved)):
            is_now = "approved" if state.is_approved else "shown"
            message = (
                f"“{entry}” for “{audience}” is {is_now} only by the policy or the reviewers of this proposal; by "
                f"those of {record.base.commit} it would be {before.state.value}"
            )
            yield record.finding(FREED_BY_NEW_LAW, decision, ("decision",), message)


def _newest(record: Record, entry: str, audience: str) -> Decision | None:
    """The last new decision that sets this edition free; a policy that changes alone is for people to judge."""
    found = (
        one.decision
        for one in reversed(record.by_entry.get(entry, ()))
        if one.kind in FREES and one.is_about(audience) and record.is_new(one.decision)
    )
    return next(found, None)


def _state_before(
    record: Record, decision: Decision, key: tuple[str, str], changes: ContentChanges
) -> EditionState | None:
    law = record.permission(decision)
    entry = law.library.entry(key[0])
    if entry is None:
        return None
    old = (one.id for one in record.library.decisions.values() if not record.is_new(one))
    known = {name for name in old if name in record.checks and record.checks[name].is_good}
    digests = record.states[key].digests
    verified = frozenset(known | set(law.verified))
    return edition_state(
        law.library, entry, key[1], digests, record.today, verified, changes.extent, record.by_entry
    )
