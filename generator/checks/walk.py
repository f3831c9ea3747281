"""One walk over an entry: all its parts, and all its texts for readers, with their pointers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeAlias

from generator.diagnostics import Pointer
from generator.model.field import Part
from generator.model.text import Wording

WordedText: TypeAlias = tuple[Pointer, str, str]
"""A pointer, an audience, and what it is told. The pointer ends with the audience unless the text is a plain string."""


def walk_parts(part: Part, pointer: Pointer = ()) -> Iterator[tuple[Pointer, Part]]:
    """The part itself, then every part below it, in the order of fields."""
    yield pointer, part
    for below, value in walk_fields(part, pointer):
        for place, item in _items(value, below):
            if isinstance(item, Part):
                yield from walk_parts(item, place)


def own_wordings(part: Part, pointer: Pointer = ()) -> Iterator[WordedText]:
    """The texts of a part, without those of the parts below it."""
    for below, value in walk_fields(part, pointer):
        for place, item in _items(value, below):
            if isinstance(item, Wording):
                for audience, text in item.by_audience.items():
                    yield (place if item.is_plain else (*place, audience)), audience, text


def walk_fields(part: Part, pointer: Pointer) -> Iterator[tuple[Pointer, Any]]:
    """The fields that are written, each with the pointer under which it stands in the file."""
    written = part.model_fields_set
    for name, key in _keys(type(part)):
        if name in written:
            yield (*pointer, key), getattr(part, name)


@cache
def _keys(part: type[Part]) -> tuple[tuple[str, str], ...]:
    """Each field with the key under which it stands in the file."""
    return tuple((name, field.alias or name) for name, field in part.model_fields.items())


def _items(value: Any, pointer: Pointer) -> Iterator[tuple[Pointer, Any]]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _items(item, (*pointer, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _items(item, (*pointer, key))
    else:
        yield pointer, value
