"""A dose as the YAML that an editor pastes under ``doses:``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.model.dose import Dose

_INDENT = "  "
_PLAIN = re.compile(r"[A-Za-z0-9](?:[^\x00-\x1f\x7f-\x9f\u2028\u2029:#]|:(?=[^\s:#]))*(?<!\s)")
_IN_A_ROW = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._-]*(?<!\s)")
_NOTHING = frozenset({"null", "Null", "NULL"})
_LONGEST_ROW = 80


def dose_yaml(dose: Dose, name: str, comments: tuple[str, ...] = ()) -> str:
    """The dose under its id, indented by two spaces, with the keys in the order of the handbook.

    ``comments`` stand as lines of their own above the fields.
    """
    data = dose.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude_none=True)
    lines = [f"{_INDENT}{name}:"]
    lines += [f"{_INDENT * 2}# {' '.join(comment.split())}" for comment in comments]
    lines += (_INDENT * 2 + line for line in _mapping(data))
    return "\n".join(lines) + "\n"


def _mapping(data: Mapping[str, Any]) -> Iterator[str]:
    for key, value in data.items():
        if isinstance(value, (dict, list)) and value and not _is_row(value):
            yield f"{_text(key)}:"
            inner = _mapping(value) if isinstance(value, dict) else _items(value)
            yield from (_INDENT + line for line in inner)
        else:
            yield f"{_text(key)}: {_inline(value)}"


def _items(items: list[Any]) -> Iterator[str]:
    """A hyphen takes the place of the first indentation."""
    for item in items:
        is_block = isinstance(item, dict) and item
        lines = list(_mapping(item)) if is_block else [_inline(item)]
        yield f"- {lines[0]}"
        yield from (_INDENT + line for line in lines[1:])


def _is_row(value: Any) -> bool:
    """A list of short words stands in one line: ``[monday, friday]``."""
    return (
        isinstance(value, list)
        and all(isinstance(item, str) and _IN_A_ROW.fullmatch(item) for item in value)
        and sum(map(len, value)) < _LONGEST_ROW
    )


def _inline(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return f"[{', '.join(map(_text, value))}]"
    return "{}" if value == {} else _text(value)


def _text(value: Any) -> str:
    """A text, in quotes where YAML would read something else in it. JSON's quoted text is YAML's too."""
    text = str(value)
    is_plain = _PLAIN.fullmatch(text) is not None and text not in _NOTHING
    return text if is_plain else json.dumps(text, ensure_ascii=False)
