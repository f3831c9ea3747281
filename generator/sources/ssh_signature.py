"""What an SSH signature says of itself: the key that made it, and what it was made for. Nothing is verified here."""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass

_BEGIN, _END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
_MAGIC = b"SSHSIG"
_VERSION = 1
_LINE = 70


class NotASignature(ValueError):
    """The text is no SSH signature."""


@dataclass(frozen=True, slots=True)
class SshSignature:
    """``key`` is the public key as bytes, in the form that stands behind its kind in a ``.pub`` file, decoded."""

    data: bytes
    key: bytes
    namespace: str

    @property
    def armored(self) -> str:
        """As ``ssh-keygen`` reads it, whatever an editor did to spaces and lines."""
        text = base64.b64encode(self.data).decode()
        lines = (text[at : at + _LINE] for at in range(0, len(text), _LINE))
        return "\n".join((_BEGIN, *lines, _END, ""))


def parse_signature(text: str) -> SshSignature:
    """Read what stands between the two lines of hyphens. Raises `NotASignature`."""
    written = text.strip()
    if not (written.startswith(_BEGIN) and written.endswith(_END)):
        raise NotASignature("it does not begin and end with the lines that ssh-keygen writes")
    data = _decoded("".join(written[len(_BEGIN) : -len(_END)].split()))
    key, rest = _string(_body(data))
    namespace, rest = _string(rest)
    reserved, rest = _string(rest)
    for _ in ("hash", "signature"):
        _, rest = _string(rest)
    if reserved or rest:
        raise NotASignature("something stands in it that ssh-keygen does not write")
    return SshSignature(data, key, namespace.decode("utf-8", "replace"))


def key_bytes(public_key: str) -> bytes | None:
    """The bytes of ``ssh-ed25519 AAAA…``; None where they are no key of the kind that is named."""
    kind, _, text = public_key.partition(" ")
    try:
        data = base64.b64decode(text, validate=True)
        named, _ = _string(data)
    except (binascii.Error, ValueError):
        return None
    return data if named == kind.encode() else None


def fingerprint(key: bytes) -> str:
    """``SHA256:…``, as ``ssh-keygen -l`` shows a key."""
    digest = base64.b64encode(hashlib.sha256(key).digest()).decode()
    return f"SHA256:{digest.rstrip('=')}"


def _decoded(text: str) -> bytes:
    """Bits that say nothing have to be as they were written: else one signature could stand in many ways."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise NotASignature("letters are missing or others than ssh-keygen writes") from error
    if base64.b64encode(data).decode() != text:
        raise NotASignature("its last letter is not as ssh-keygen writes it")
    return data


def _body(data: bytes) -> bytes:
    start = len(_MAGIC) + 4
    if data[: len(_MAGIC)] != _MAGIC or int.from_bytes(data[len(_MAGIC) : start], "big") != _VERSION:
        raise NotASignature("it is no SSH signature of version 1")
    return data[start:]


def _string(data: bytes) -> tuple[bytes, bytes]:
    """A string of SSH: four bytes of length, then so many bytes."""
    end = 4 + int.from_bytes(data[:4], "big")
    if len(data) < max(4, end):
        raise NotASignature("it is cut off")
    return data[4:end], data[end:]
