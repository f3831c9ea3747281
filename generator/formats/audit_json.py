"""``audit.json``: the record of the site for programs, in a layout that people can read and compare line by line."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from generator.pages.audit import Audit

FORMAT = "clinsum-audit-1"


def render_audit(audit: Audit) -> bytes:
    """The record under the name of its format. What is empty is left out; the same record gives the same bytes."""
    data = {"format": FORMAT, **_data(audit)}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _data(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_data(item) for item in value]
    if is_dataclass(value):
        made = {field.name: getattr(value, field.name) for field in fields(value)}
        return {name: _data(item) for name, item in made.items() if item not in ("", ())}
    return value
