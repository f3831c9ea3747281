"""What is signed of a decision, and the digest by which later decisions name it."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from generator.model.entries.decision import Decision
from generator.model.field import Part

NAMESPACE = "clinsum-decision"
"""The namespace of signatures (``ssh-keygen -Y sign -n``): a signature that was made for anything else is none."""

VERSION = "clinsum-decision-1"


def decision_payload(decision: Decision) -> bytes:
    """What a signature is made of: everything that the decision says, and its id, without the signature."""
    said = _written(decision)
    said.pop("signature", None)
    return _canonical_json({"format": VERSION, "id": decision.id, "decision": said})


def decision_digest(decision: Decision) -> str:
    """``clinsum-decision-1:`` and 64 hexadecimal digits of the decision with its signature.

    The same for any layout of the file.
    """
    said = {"format": VERSION, "id": decision.id, "decision": _written(decision)}
    return f"{VERSION}:{hashlib.sha256(_canonical_json(said)).hexdigest()}"


def _canonical_json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _written(part: Part) -> dict[str, Any]:
    """Everything that is set, by its key: a field that is added to the model later changes no older record."""
    fields = type(part).model_fields
    return {
        fields[name].alias or name: _value(getattr(part, name))
        for name in sorted(part.model_fields_set)
        if name != "id"
    }


def _value(value: Any) -> Any:
    if isinstance(value, Part):
        return _written(value)
    if isinstance(value, Mapping):
        return {key: _value(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [_value(item) for item in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    return None if value is None else unicodedata.normalize("NFC", str(value))
