"""Decisions by people whose decision of that kind does not count, and decisions that nobody signed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from generator.diagnostics import Finding, Severity
from generator.model.edition_record import STOPS
from generator.model.entries.decision import Covered, Decision
from generator.review.record.record import Record
from generator.review.record.record_rules import INTEREST, ROLE_NOT_HELD, SELF_APPROVED, UNSIGNED
from generator.review.record.standing_stops import is_never_lifted

_APPROVALS = frozenset({"approve", "reaffirm"})
_COUNTED = frozenset({*_APPROVALS, "resolve", "lift"})
_HOLD = frozenset({*STOPS, "object", "reject"})
"""They hold unsigned, too: they err on the safe side."""

_SUSPENDS_NOTHING = (
    "Who leaves stays in content/reviewers.yml with their roles, and with until: at their keys. Put the person and the "
    "role back and raise the version; or somebody who may suspends it again. If it is not yet published, take it out."
)


def people_faults(record: Record) -> Iterator[Finding]:
    """Own texts, interests, roles, and missing signatures."""
    for decision in record.library.decisions.values():
        yield from _independence(record, decision)
        yield from (_weighed(record, decision, finding) for finding in _role(record, decision))
        yield from _seal(record, decision)


def _independence(record: Record, decision: Decision) -> Iterator[Finding]:
    if decision.decision not in _COUNTED:
        return
    for index, covered in enumerate(decision.covers if decision.decision != "lift" else ()):
        why = _own(record, decision, covered)
        if why:
            message = f"“{decision.by}” {why} “{covered.entry}”: this does not count"
            yield record.finding(SELF_APPROVED, decision, ("covers", index, "entry"), message)
    if decision.recused or decision.interests not in (None, "none", ()):
        field = "recused" if decision.recused else "interests"
        what = "stands aside" if decision.recused else "declares an interest"
        message = f"“{decision.by}” {what} and cannot {decision.decision}: this does not count"
        yield record.finding(INTEREST, decision, (field,), message)


def _own(record: Record, decision: Decision, covered: Covered) -> str:
    """What makes it somebody's own text; empty where it is not."""
    if decision.by in record.authors(covered.entry):
        return "is an author of"
    audiences = {one.audience for one in covered.editions}
    if decision.decision == "resolve" and not audiences:
        audiences = {audience for entry, audience in record.states if entry == covered.entry}
    is_own = any(_has_submitted(record, decision, covered.entry, one) for one in audiences)
    return "has submitted this text of" if is_own else ""


def _has_submitted(record: Record, decision: Decision, entry: str, audience: str) -> bool:
    """Whether the person submitted the same text, before or after: nothing was approved in between."""
    submitted = [
        one.decision.at
        for one in record.by_entry.get(entry, ())
        if one.kind == "submit" and one.decision.by == decision.by and one.is_about(audience)
    ]
    state = record.states.get((entry, audience))
    approved = [version.at for version in state.versions] if state is not None else []
    return any(not any(_is_between(at, one, decision.at) for at in approved) for one in submitted)


def _is_between(approved: datetime, submitted: datetime, decided: datetime) -> bool:
    """The decision itself may have been the one by which the text was approved; then it was not yet submitted anew."""
    return submitted <= approved < decided or decided <= approved <= submitted


def _role(record: Record, decision: Decision) -> Iterator[Finding]:
    permission = record.permission(decision)
    reviewers = permission.library.reviewers
    if decision.decision not in {*_COUNTED, "suspend"} or not _is_person(record, decision.by):
        return
    wanted = permission.library.policy.suspend_roles if decision.decision in {"suspend", "lift"} else ()
    effect = "it suspends nothing" if decision.decision == "suspend" else "this does not count"
    if reviewers is None:
        held = {permission.role(decision)}
    else:
        held = set(reviewers.roles_of(decision.by))
        if not held:
            message = f"“{decision.by}” is not in the list of reviewers: {effect}"
            yield record.finding(ROLE_NOT_HELD, decision, ("by",), message)
            return
        if decision.role and permission.role(decision) not in held and decision.decision != "suspend":
            message = f"“{decision.by}” does not have the role “{decision.role}”: {effect}"
            yield record.finding(ROLE_NOT_HELD, decision, ("role",), message)
    if wanted and held.isdisjoint(wanted):
        message = f"“{decision.by}” has none of the roles {', '.join(wanted)}: {effect}"
        yield record.finding(ROLE_NOT_HELD, decision, ("by",), message)


def _weighed(record: Record, decision: Decision, finding: Finding) -> Finding:
    """A suspension that stands and has no effect is an error: readers get what somebody took away from them."""
    if decision.decision != "suspend" or not is_never_lifted(record, decision):
        return finding
    return replace(finding, severity=Severity.ERROR, cure=_SUSPENDS_NOTHING)


def _seal(record: Record, decision: Decision) -> Iterator[Finding]:
    if decision.signature or record.permission(decision).library.policy.approval != "signed":
        return
    if decision.decision in _COUNTED:
        message = "this is not signed, and does not count"
        yield record.finding(UNSIGNED, decision, ("by",), message)
    elif decision.decision in _HOLD:
        message = "this is not signed; it holds, and the person still has to sign it"
        yield record.finding(UNSIGNED, decision, ("by",), message)


def _is_person(record: Record, person: str) -> bool:
    """Of others another rule speaks."""
    who = record.library.people.get(person)
    return who is not None and who.kind == "person"
