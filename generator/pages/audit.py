"""The record of the site as data for programs: what stands in ``audit.json``.

The names of the fields are the names in the file. What is empty is left out of it.
"""

from __future__ import annotations

from dataclasses import dataclass

AUDIT_FILE = "audit.json"
"""Where the record stands, from the site's root."""


@dataclass(frozen=True, slots=True)
class AuditDecision:
    """One decision. ``record`` is the digest of its file; ``signature`` is ``verified``, ``unverified`` or ``none``.

    What was told as a reason is not in here.
    """

    id: str
    record: str
    decision: str
    person: str
    name: str
    role: str
    credentials: str
    at: str
    meaning: str
    criteria: tuple[str, ...]
    signature: str


@dataclass(frozen=True, slots=True)
class AuditVersion:
    """An approved version: its digests, when it became approved, by which decisions, and where its content lies."""

    content: str
    words: str
    approved: str
    approvals: tuple[str, ...]
    closure: str


@dataclass(frozen=True, slots=True)
class AuditEdition:
    """One edition of an entry. Of what may not be published there are audience and state only."""

    audience: str
    state: str
    page: str = ""
    content: str = ""
    words: str = ""
    full_review: str = ""
    due: str = ""
    approvals: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    versions: tuple[AuditVersion, ...] = ()


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One entry with its editions."""

    id: str
    kind: str
    editions: tuple[AuditEdition, ...]


@dataclass(frozen=True, slots=True)
class Audit:
    """The whole record that may be public, and in words how to verify it."""

    site: str
    note: str
    verify: tuple[str, ...]
    approval: str
    policy_version: int
    people: int
    entries: tuple[AuditEntry, ...]
    decisions: tuple[AuditDecision, ...]
