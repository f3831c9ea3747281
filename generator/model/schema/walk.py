"""Walking a JSON Schema where schemas stand, and nowhere else: an example may have a key called “title”."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Schema = dict[str, Any]

_ONE = ("additionalProperties", "propertyNames", "items", "not")
_SEVERAL = ("anyOf", "oneOf", "allOf", "prefixItems")
_NAMED = ("properties", "$defs", "dependentSchemas")


def rewrite(schema: Schema, change: Callable[[Schema], Schema]) -> Schema:
    """The schema with every schema in it changed, innermost first. ``true`` and ``false`` stay."""

    def inner(value: Any) -> Any:
        return rewrite(value, change) if isinstance(value, dict) else value

    made = dict(schema)
    for key in schema:
        if key in _ONE:
            made[key] = inner(schema[key])
        elif key in _SEVERAL:
            made[key] = [inner(item) for item in schema[key]]
        elif key in _NAMED:
            made[key] = {name: inner(item) for name, item in schema[key].items()}
    return change(made)
