"""Whether decisions were signed by those who are named in them: SSH signatures, verified offline by ``ssh-keygen``."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.model.decision_digest import NAMESPACE, decision_payload
from generator.model.entries.decision import Decision
from generator.model.library import Library
from generator.sources.allowed_signers import AllowedSigners
from generator.sources.ssh_keygen import SshKeygenMissing, run_offline, too_old
from generator.sources.ssh_signature import NotASignature, SshSignature, fingerprint, parse_signature

__all__ = ["SignatureCheck", "SignatureFault", "SshKeygenMissing", "check_signatures", "verify_signatures"]

_AT_ONCE = 4
_FIRST_YEAR = 2010
"""Nothing can have been signed in this way before; also, some systems know no time before 1970."""


class SignatureFault(StrEnum):
    """Why a signature does not hold."""

    MALFORMED = "malformed"
    OTHER_PURPOSE = "other-purpose"
    """It was made for something else: another namespace."""
    UNKNOWN_KEY = "unknown-key"
    OTHER_PERSON = "other-person"
    REVOKED = "revoked"
    OUTSIDE_DAYS = "outside-days"
    OTHER_TEXT = "other-text"


@dataclass(frozen=True, slots=True)
class SignatureCheck:
    """What became of one signature. ``key`` is the fingerprint; ``owner`` the person whose key it is, where another."""

    fault: SignatureFault | None = None
    key: str = ""
    owner: str = ""
    why: str = ""

    @property
    def is_good(self) -> bool:
        """Whether the person who is named has signed exactly this, with a key that held at that time."""
        return self.fault is None


def verify_signatures(library: Library) -> Mapping[str, SignatureCheck]:
    """Verify every decision that has a signature; by id, in the order of ids.

    Raises `SshKeygenMissing` if there is one, and no program that can verify it. Takes about 10 ms for each.
    """
    return check_signatures(library, library.decisions)


def check_signatures(library: Library, names: Collection[str]) -> Mapping[str, SignatureCheck]:
    """The same for some of the decisions."""
    signed = [library.decisions[name] for name in sorted(names) if library.decisions[name].signature]
    if not signed:
        return {}
    signers = AllowedSigners(library.reviewers)
    with tempfile.TemporaryDirectory(prefix="clinsum-") as made:
        folder = Path(made)
        signers.write(folder)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            checks = pool.map(lambda one: _check(one, signers, folder), signed)
            return {one.id: check for one, check in zip(signed, checks, strict=True)}


def _check(decision: Decision, signers: AllowedSigners, folder: Path) -> SignatureCheck:
    try:
        signature = parse_signature(decision.signature or "")
    except NotASignature as error:
        return SignatureCheck(SignatureFault.MALFORMED, why=str(error))
    key = fingerprint(signature.key)
    fault = _fault(decision, signature, signers)
    if fault is None and not _is_verified(decision, signature, signers, folder):
        fault = SignatureFault.OTHER_TEXT
    owner = signers.owner(signature.key) if fault is SignatureFault.OTHER_PERSON else ""
    return SignatureCheck(fault, key, owner)


def _fault(decision: Decision, signature: SshSignature, signers: AllowedSigners) -> SignatureFault | None:
    """What is wrong besides the signature itself. Only ``ssh-keygen`` says that all is well."""
    if signature.namespace != NAMESPACE:
        return SignatureFault.OTHER_PURPOSE
    if not signers.owner(signature.key):
        return SignatureFault.UNKNOWN_KEY
    if not signers.has(decision.by, signature.key):
        return SignatureFault.OTHER_PERSON
    if signers.is_revoked(signature.key):
        return SignatureFault.REVOKED
    if decision.at.year < _FIRST_YEAR or not signers.holds(decision.by, signature.key, decision.at.date()):
        return SignatureFault.OUTSIDE_DAYS
    return None


def _is_verified(decision: Decision, signature: SshSignature, signers: AllowedSigners, folder: Path) -> bool:
    file = folder / f"{decision.id}.sig"
    file.write_text(signature.armored, encoding="ascii")
    payload = decision_payload(decision)
    time = f"-Overify-time={decision.at:%Y%m%d%H%M%S}"
    words = ("-Y", "verify", *signers.words, "-I", decision.by, "-n", NAMESPACE, "-s", file.name, time)
    if run_offline(words, payload, folder).returncode == 0:
        return True
    bare = ("-Y", "check-novalidate", "-n", NAMESPACE, "-s", file.name)
    if run_offline(bare, payload, folder).returncode == 0:
        # Key, person, purpose and day were found to be right above: the program does not know an option.
        raise too_old()
    return False
