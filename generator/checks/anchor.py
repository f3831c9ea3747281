"""The symbolic place of a finding: items of a list are named by their ids, so that it outlives what is added above."""

from __future__ import annotations

from typing import Any

from generator.diagnostics import Pointer
from generator.model.entries.entry import Entry
from generator.model.field import Part


def anchor_in(entry: Entry | None, pointer: Pointer) -> str:
    """``harms[thrombosis].wording``; ``overview[].wording`` where the item has no id of its own."""
    text, value = "", entry
    for step in pointer:
        value = _below(value, step)
        if isinstance(step, int):
            text += f"[{getattr(value, 'id', None) or ''}]"
        else:
            text += f".{step}" if text else step
    return text


def _below(value: Any, step: str | int) -> Any:
    if isinstance(value, tuple) and isinstance(step, int):
        return value[step] if step < len(value) else None
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, Part):
        fields = type(value).model_fields
        name = next((name for name, field in fields.items() if (field.alias or name) == step), None)
        return getattr(value, name) if name else None
    return None
