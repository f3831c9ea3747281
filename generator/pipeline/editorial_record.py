"""What the editorial record makes of the editions as they are now: signatures, states, suspensions, history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.compiler.context import EditionKey
from generator.compiler.edition_body import EditionBody
from generator.diagnostics import Finding, Place
from generator.model.edition_record import records_by_entry
from generator.model.library import Library
from generator.model.permission import Permission
from generator.model.state import EditionState, edition_state
from generator.model.suspension import Suspensions, suspensions
from generator.model.version_changes import VersionChanges
from generator.pipeline.decided_contents import DecidedContents
from generator.review.change_without_note import changes_without_note
from generator.review.record.record_check import check_record
from generator.review.record.record_rules import SSH_KEYGEN_MISSING
from generator.sources.closures import Closures
from generator.sources.signatures import SignatureCheck, SshKeygenMissing, verify_signatures

Closure = Mapping[str, Any]


@dataclass(frozen=True)
class EditorialRecord:
    """The states of all editions and what they rest on."""

    states: Mapping[EditionKey, EditionState]
    verified: frozenset[str]
    suspended: Suspensions
    version_changes: Mapping[EditionKey, tuple[VersionChanges, ...]]
    findings: tuple[Finding, ...]
    checks: Mapping[str, SignatureCheck] = field(default_factory=dict)
    """What became of each signature, by decision; empty where no program is there that can verify."""


def editorial_record(
    library: Library, bodies: Mapping[EditionKey, EditionBody], closures: Closures, today: date
) -> EditorialRecord:
    """Verify the record and compute every state from it. Never raises for content."""
    checks, findings = _signatures(library)
    verified = frozenset(name for name, one in checks.items() if one.is_good)
    records = records_by_entry(library.decisions.values())
    contents = DecidedContents(library, bodies, closures)
    # All of them before the first comparison: a decision may name the content of another edition.
    now = {key: contents.digests(key) for key in bodies}
    states = {
        key: edition_state(
            library, body.entry, key[1], now[key], today, verified, contents.changes.extent, records
        )
        for key, body in bodies.items()
    }
    findings += check_record(library, closures, checks, today, states)
    findings += changes_without_note(library, states, contents.changes.between)
    return EditorialRecord(
        states,
        verified,
        suspensions(library, records, Permission(library, verified)),
        {key: changed for key, state in states.items() if (changed := tuple(contents.history(state)))},
        tuple(findings),
        checks,
    )


def _signatures(library: Library) -> tuple[Mapping[str, SignatureCheck], list[Finding]]:
    """What became of each signature. Without the program none counts, and a finding says so."""
    try:
        return verify_signatures(library), []
    except SshKeygenMissing as missing:
        return {}, [SSH_KEYGEN_MISSING.finding(str(missing), Place("content/decisions"))]
