"""A value of a closure in one line, as it is written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.review.contents.schema_walk import Shape, fields_of, part_class

_LONGEST = 200


def described(value: Any, shape: Shape) -> str:
    """A text as it is; of a list its items; of a part its words, or else all that it says, in the model's order."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, Sequence):
        separator = " to " if shape.is_pair else ", "
        return separator.join(described(item, shape.items or shape) for item in value)
    if isinstance(value, Mapping):
        return " / ".join(_values(value)) if shape.is_wording else _part(value, shape)
    return shown(value)


def shown(value: Any) -> str:
    """The beginning of a value that nobody understands, as JSON."""
    try:
        text = json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    except (TypeError, ValueError):
        text = str(type(value).__name__)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def item_name(item: Any) -> str:
    """What an item of a list is called in a path: by its id, else by what else names it, else by how it begins."""
    if not isinstance(item, Mapping):
        return _shortened(item if isinstance(item, str) else shown(item))
    for key in NAMING:
        if name := " / ".join(texts_of(item.get(key))):
            return _shortened(name)
    return _shortened(", ".join(texts_of(item)))


def texts_of(value: Any) -> Iterator[str]:
    """Every text below a value; the keys in order, for two files may hold them in two."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key in sorted(value, key=str):
            yield from texts_of(value[key])
    elif isinstance(value, Sequence):
        for item in value:
            yield from texts_of(item)
    elif value is not None:
        yield shown(value)


NAMING = (
    "id", "label", "drug", "one_of", "body", "file", "key", "name", "test", "outcome", "of", "for", "if", "go", "other",
    "other_drug", "domain", "system", "per", "period", "country", "title", "when", "days", "at", "wording", "family",
)  # fmt: skip
"""Fields by which an item is told from the others of its list, the surest first."""

_SHORT = 60


def _part(part: Mapping[str, Any], shape: Shape) -> str:
    wording = part.get("wording", part.get("position"))
    if isinstance(wording, Mapping):
        return " / ".join(_values(wording))
    kind = part_class(shape, part)
    if kind is None:
        return ", ".join(texts_of(part))
    known = fields_of(kind)
    written = [(part[key], known[key].shape) for key in known if key in part and key != "id"]
    return ", ".join(described(value, inner) for value, inner in written)


def _values(wording: Mapping[str, Any]) -> list[str]:
    return [str(wording[audience]) for audience in sorted(wording, key=str)]


def _shortened(text: str) -> str:
    clean = " ".join(text.split())
    return clean if len(clean) <= _SHORT else f"{clean[:_SHORT].rstrip()}…"
