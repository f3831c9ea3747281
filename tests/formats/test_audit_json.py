"""The record for programs: its format, and nothing that is empty."""

from __future__ import annotations

import json

from generator.formats.audit_json import render_audit
from generator.pages.audit import Audit, AuditDecision, AuditEdition, AuditEntry, AuditVersion

_AUDIT = Audit(
    site="Examples “of all”",
    note="Computed.",
    verify=("Run: clinsum verify.",),
    approval="signed",
    policy_version=2,
    people=2,
    entries=(
        AuditEntry(
            "question",
            "summary",
            (
                AuditEdition("patient", "draft"),
                AuditEdition(
                    audience="clinician",
                    state="approved",
                    content="clinsum-1:aa",
                    approvals=("one",),
                    versions=(
                        AuditVersion("clinsum-1:aa", "clinsum-words-1:bb", "2026-05-20T10:00:00Z", (), ""),
                    ),
                ),
            ),
        ),
    ),
    decisions=(
        AuditDecision(
            *("one", "clinsum-decision-1:cc", "approve", "ada-example", "Ada Example", "clinical", ""),
            *("2026-05-20T10:00:00Z", "reviewed", ("dose-checked",), "verified"),
        ),
    ),
)


def test_the_record_names_its_format_first_and_leaves_out_what_is_empty() -> None:
    data = json.loads(render_audit(_AUDIT))
    assert next(iter(data)) == "format"
    assert data["format"] == "clinsum-audit-1"
    patient, clinician = data["entries"][0]["editions"]
    assert patient == {"audience": "patient", "state": "draft"}
    assert clinician["versions"] == [
        {"content": "clinsum-1:aa", "words": "clinsum-words-1:bb", "approved": "2026-05-20T10:00:00Z"}
    ]
    assert "credentials" not in data["decisions"][0]


def test_the_same_record_gives_the_same_bytes_that_people_can_read() -> None:
    written = render_audit(_AUDIT)
    assert written == render_audit(_AUDIT)
    assert written.endswith(b"}\n")
    assert "“of all”" in written.decode()
