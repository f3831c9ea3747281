"""The record for programs: every entry and edition with state, digests and decisions, as far as it may be public."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compiler.addresses import shown_path
from generator.compiler.context import SiteContext
from generator.compiler.entry_lists import is_eligible
from generator.compiler.public_record import PublicRecord
from generator.compiler.signatures import seal
from generator.model.approval import ApprovedVersion
from generator.model.decision_digest import decision_digest
from generator.model.entries.decision import Decision
from generator.model.entries.entry import Entry
from generator.pages.audit import Audit, AuditDecision, AuditEdition, AuditEntry, AuditVersion

_STEPS = range(1, 6)


def audit(record: PublicRecord) -> Audit:
    """What ``audit.json`` says. Of what may not be published it has id and state only."""
    context, policy = record.context, record.library.policy
    entries = tuple(_entry(record, entry) for entry in record.library.with_pages())
    told = {name for entry in entries for edition in entry.editions for name in edition.decisions}
    decisions = (record.library.decisions[name] for name in sorted(told))
    return Audit(
        site=context.title,
        note=context.word("audit-note"),
        verify=tuple(context.word(f"audit-verify-{step}") for step in _STEPS),
        approval=policy.approval,
        policy_version=policy.version,
        people=policy.people,
        entries=entries,
        decisions=tuple(_decision(record, decision) for decision in decisions),
    )


def _entry(record: PublicRecord, entry: Entry) -> AuditEntry:
    return AuditEntry(entry.id, str(getattr(entry, "kind", "")), tuple(_editions(record, entry)))


def _editions(record: PublicRecord, entry: Entry) -> Iterator[AuditEdition]:
    context = record.context
    for audience in record.library.editions_of(entry):
        state = context.states.get((entry.id, audience.id))
        if state is None:
            continue
        if not is_eligible(state, audience.id, context):
            yield AuditEdition(audience.id, state.state.value)
            continue
        yield AuditEdition(
            audience=audience.id,
            state=state.state.value,
            page=shown_path(entry, audience.id),
            content=state.digests.content,
            words=state.digests.words,
            full_review=state.full_review.isoformat() if state.full_review else "",
            due=state.due.isoformat() if state.due else "",
            approvals=tuple(decision.id for decision in state.approvals),
            decisions=tuple(about.decision.id for about in record.decisions(entry.id, audience.id)),
            versions=tuple(_version(version, context) for version in state.versions),
        )


def _version(version: ApprovedVersion, context: SiteContext) -> AuditVersion:
    return AuditVersion(
        content=version.digests.content,
        words=version.digests.words,
        approved=version.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        approvals=tuple(decision.id for decision in version.approvals),
        closure=context.closure_files.get(version.digests.content, ""),
    )


def _decision(record: PublicRecord, decision: Decision) -> AuditDecision:
    person = record.library.people.get(decision.by)
    sealed = seal(decision, record.context)
    return AuditDecision(
        id=decision.id,
        record=decision_digest(decision),
        decision=decision.decision,
        person=decision.by,
        name=person.name if person else "",
        role=decision.role or "",
        credentials=decision.credentials or "",
        at=decision.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        meaning=decision.meaning or "",
        criteria=decision.criteria,
        signature="none" if sealed == "recorded" else sealed,
    )
