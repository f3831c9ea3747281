"""Signatures that do not hold, in words."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Finding, Rule
from generator.model.entries.decision import Decision
from generator.review.record.record import Record
from generator.review.record.record_rules import KEY_ENDED, KEY_REVOKED, MALFORMED, OTHER_KEY, OTHER_TEXT
from generator.sources.signatures import SignatureCheck, SignatureFault
from generator.sources.ssh_signature import fingerprint, key_bytes

_RULES: dict[SignatureFault, tuple[Rule, str]] = {
    SignatureFault.MALFORMED: (MALFORMED, "this is no SSH signature: {why}"),
    SignatureFault.OTHER_PURPOSE: (MALFORMED, "this signature was made for something else than a decision"),
    SignatureFault.UNKNOWN_KEY: (OTHER_KEY, "signed with a key that nobody has in {list} ({key})"),
    SignatureFault.OTHER_PERSON: (OTHER_KEY, "signed with a key of “{owner}”, not of “{by}”"),
    SignatureFault.REVOKED: (KEY_REVOKED, "the key that signed this was revoked ({key})"),
    SignatureFault.OUTSIDE_DAYS: (KEY_ENDED, "the key of “{by}” did not hold on {day} ({key})"),
    SignatureFault.OTHER_TEXT: (OTHER_TEXT, "“{by}” has not signed this text"),
}


def signature_faults(record: Record) -> Iterator[Finding]:
    """Each signature that was looked at and does not hold."""
    for decision in record.library.decisions.values():
        check = record.check(decision)
        if check is None:
            continue
        if check.fault is not None:
            rule, words = _RULES[check.fault]
            yield record.finding(
                rule, decision, ("signature",), words.format(**_facts(record, decision, check))
            )
        elif record.is_new(decision) and not _holds_today(record, decision, check):
            message = (
                f"the key of “{decision.by}” has ended, and this decision is only now to come into the record"
            )
            yield record.finding(KEY_ENDED, decision, ("signature",), message)


def _facts(record: Record, decision: Decision, check: SignatureCheck) -> dict[str, str]:
    listed = "content/reviewers.yml"
    if record.base is not None and record.is_new(decision):
        listed += f" of {record.base.commit}"
    return {
        "by": decision.by,
        "owner": check.owner,
        "key": check.key,
        "why": check.why,
        "day": decision.at.date().isoformat(),
        "list": listed,
    }


def _holds_today(record: Record, decision: Decision, check: SignatureCheck) -> bool:
    """A key that has ended may be in other hands, and its old days can be written into any decision."""
    reviewers = record.permission(decision).library.reviewers
    keys = reviewers.keys_of(decision.by) if reviewers is not None else ()
    return any(
        fingerprint(key_bytes(one.key) or b"") == check.key and one.holds_on(record.today) for one in keys
    )
