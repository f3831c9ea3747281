"""Examples as an editor would write them: block YAML, quotes only where they are needed."""

from __future__ import annotations

import json
import re
from typing import Any

# Numbers, dates and the like are read as text, so they need no quotes; what YAML takes for structure does.
_NEEDS_QUOTES = re.compile(r"^$|^[\s!&*|>@`%{}\[\]\"'#,?:-]|: |:$| #|\s$|[\n\t]")
_LEADING_DASH = re.compile(r"^-[^\s]")


def example_yaml(key: str, value: Any) -> str:
    """``key: value`` as lines of YAML, without a line break at the end."""
    return "\n".join(_entry(key, value))


def _entry(key: str, value: Any) -> list[str]:
    if isinstance(value, list) and all(not isinstance(item, (list, dict)) for item in value):
        return [f"{key}: [{', '.join(_scalar(item, inside=True) for item in value)}]"]
    if isinstance(value, (list, dict)):
        return [f"{key}:", *(f"  {line}" for line in _block(value))]
    return [f"{key}: {_scalar(value)}"]


def _block(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [line for key, item in value.items() for line in _entry(key, item)]
    if isinstance(value, list):
        return [line for item in value for line in _item(item)]
    return [_scalar(value)]


def _item(value: Any) -> list[str]:
    first, *rest = _block(value)
    return [f"- {first}", *(f"  {line}" for line in rest)]


def _scalar(value: Any, *, inside: bool = False) -> str:
    text = str(value)
    is_negative_number = bool(_LEADING_DASH.match(text))
    if (_NEEDS_QUOTES.search(text) and not is_negative_number) or (inside and re.search(r"[,\[\]{}]", text)):
        return json.dumps(text, ensure_ascii=False)
    return text
