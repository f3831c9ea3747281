"""A draft signed with a person's own key, and looked at as every reader will look at it."""

from __future__ import annotations

import base64
from dataclasses import replace
from pathlib import Path

from generator.model.decision_digest import NAMESPACE, decision_payload
from generator.model.entries.decision import Decision
from generator.model.library import Library
from generator.review.deciding.wish import DecisionRefused
from generator.sources.signatures import SignatureCheck, SignatureFault, check_signatures
from generator.sources.ssh_keygen import sign
from generator.sources.ssh_signature import parse_signature


def sign_decision(library: Library, decision: Decision, key_file: Path) -> Decision:
    """The decision with its signature.

    Raises `DecisionRefused` where the signature would not hold, and as `generator.sources.ssh_keygen.sign`.
    """
    signature = sign(decision_payload(decision), key_file, NAMESPACE)
    made = decision.model_copy(update={"signature": signature})
    check = _check(library, made)
    if not check.is_good:
        raise DecisionRefused(_refusal(made, check))
    return made


def _check(library: Library, decision: Decision) -> SignatureCheck:
    decisions = {**library.decisions, decision.id: decision}
    return check_signatures(replace(library, decisions=decisions), [decision.id])[decision.id]


def _refusal(decision: Decision, check: SignatureCheck) -> str:
    if check.fault is SignatureFault.OTHER_PERSON:
        return f"this is the key of “{check.owner}”, not of “{decision.by}”"
    if check.fault is SignatureFault.REVOKED:
        return "this key was revoked in content/reviewers.yml: sign with another one"
    if check.fault is SignatureFault.OUTSIDE_DAYS:
        return f"this key does not hold on {decision.at.date().isoformat()}: see its days in content/reviewers.yml"
    if check.fault is SignatureFault.UNKNOWN_KEY:
        return (
            f"this key is not in content/reviewers.yml: add it there for “{decision.by}”, raise the version of the "
            f"list, and have that accepted first. The key: {_public_key(decision.signature or '')}"
        )
    return "ssh-keygen made a signature that does not hold"


def _public_key(signature: str) -> str:
    key = parse_signature(signature).key
    kind = key[4 : 4 + int.from_bytes(key[:4], "big")].decode("ascii", "replace")
    return f"{kind} {base64.b64encode(key).decode()}"
