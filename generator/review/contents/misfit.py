"""Why a value cannot be compared: it is none of what may stand in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.review.contents.schema_walk import Shape, fields_of, part_class
from generator.review.contents.value_change import NotComparedError, is_number, read_number

UNWORDED = "unworded"
"""What a closure has where a condition is worded for other readers only."""


def misfit(value: Any, shape: Shape) -> str:
    """What is wrong with a value or with anything below it; empty where it fits."""
    return next(_misfits(value, shape), "")


def _misfits(value: Any, shape: Shape) -> Iterator[str]:
    if isinstance(value, str):
        yield from _of_string(value, shape)
    elif isinstance(value, list) and shape.items is not None:
        for item in value:
            yield from _misfits(item, shape.items)
    elif isinstance(value, Mapping) and (shape.is_wording or shape.values or shape.parts):
        yield from _of_mapping(value, shape)
    else:
        yield "not what stands in this place"


def _of_string(value: str, shape: Shape) -> Iterator[str]:
    if value in shape.words or (shape.is_wording and value == UNWORDED):
        return
    if shape.scalar is None:
        yield f"“{value[:40]}” is no word of this place"
    elif is_number(shape.scalar):
        try:
            read_number(shape.scalar, value)
        except NotComparedError as error:
            yield str(error)


def _of_mapping(value: Mapping[str, Any], shape: Shape) -> Iterator[str]:
    if shape.is_wording:
        if not value or not all(isinstance(text, str) for text in value.values()):
            yield "not a text for readers"
        return
    if shape.values is not None:
        for item in value.values():
            yield from _misfits(item, shape.values)
        return
    kind = part_class(shape, value)
    known = fields_of(kind) if kind is not None else {}
    for key, item in value.items():
        if key in known:
            yield from _misfits(item, known[key].shape)
        else:
            yield f"no field “{str(key)[:40]}” is known here"
