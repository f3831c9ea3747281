"""What may stand in each place of a closure, read once from the annotations of the model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from generator.model.bound import Bound
from generator.model.change_rule import DOSE, ChangeRule
from generator.model.digest import canonical
from generator.model.dose import TimeOfDay
from generator.model.field import Part, change_rule, digest_fields
from generator.model.quantity import Quantity
from generator.model.text import DecimalText, Id, QuotedDose, Wording, WorkKey
from generator.model.times import Times


class Scalar(Enum):
    """What kind of string a value is."""

    QUANTITY = "quantity"
    BOUND = "bound"
    TIMES = "times"
    COUNT = "count"
    DECIMAL = "decimal"
    ID = "id"
    TEXT = "text"
    MOMENT = "moment"
    """A day or a time of day: it is another or it is not."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What may stand in one place. ``words`` are the literal ones; ``pair`` is a list whose places have meanings."""

    scalar: Scalar | None = None
    words: frozenset[str] = frozenset()
    parts: tuple[type[Part], ...] = ()
    items: Shape | None = None
    values: Shape | None = None
    is_wording: bool = False
    is_pair: bool = False

    @property
    def takes_strings(self) -> bool:
        """Whether a plain string may stand here."""
        return self.scalar is not None or bool(self.words)


@dataclass(frozen=True, slots=True)
class FieldShape:
    """A field of a part. ``default`` is what is meant where it is not written, empty where nothing is."""

    rule: ChangeRule
    shape: Shape
    default: str = ""


@cache
def fields_of(part: type[Part]) -> Mapping[str, FieldShape]:
    """The fields of a kind of part by their keys in the closure. One that nobody weighed counts as a dose."""
    hints = get_type_hints(part, include_extras=True)
    return MappingProxyType(
        {
            digest_key: FieldShape(
                rule=change_rule(part, name) or DOSE,
                shape=_shape(hints[name]),
                default=_default(part, name),
            )
            for name, digest_key in digest_fields(part)
        }
    )


def part_class(shape: Shape, *values: Mapping[str, Any]) -> type[Part] | None:
    """The kind of part that all these values may be; where none knows all their keys, the one that knows most."""
    keys = {key for value in values for key in value}
    return max(shape.parts, key=lambda part: len(keys & fields_of(part).keys()), default=None)


_BY_TYPE: Mapping[Any, Shape] = {
    Quantity: Shape(Scalar.QUANTITY),
    Bound: Shape(Scalar.BOUND),
    Times: Shape(Scalar.TIMES),
    Wording: Shape(is_wording=True),
    date: Shape(Scalar.MOMENT),
    bool: Shape(words=frozenset({"yes", "no"})),
    int: Shape(Scalar.COUNT),
    str: Shape(Scalar.TEXT),
}
_BY_MARK: tuple[tuple[Any, Shape], ...] = (
    (DecimalText, Shape(Scalar.DECIMAL)),
    (Id, Shape(Scalar.ID)),
    (QuotedDose, Shape(Scalar.ID)),
    (WorkKey, Shape(Scalar.ID)),
    (TimeOfDay, Shape(Scalar.MOMENT)),
)
"""Strings that are told apart by the first mark of their annotation."""


def _default(part: type[Part], name: str) -> str:
    info = part.model_fields[name]
    made = None if info.is_required() else canonical(info.default)
    return made if isinstance(made, str) else ""


def _shape(hint: Any) -> Shape:
    inner = get_args(hint)
    if get_origin(hint) in _READERS:
        return _READERS[get_origin(hint)](inner)
    if inner:
        return _joined(_shape(one) for one in inner if one is not type(None))
    if isinstance(hint, type) and issubclass(hint, Part):
        return Shape(parts=(hint,))
    return _BY_TYPE.get(hint, Shape())


def _marked(inner: tuple[Any, ...]) -> Shape:
    known = (shape for alias, shape in _BY_MARK if get_args(alias)[1] in inner[1:])
    return next(known, None) or _shape(inner[0])


_READERS: Mapping[Any, Callable[[tuple[Any, ...]], Shape]] = {
    Annotated: _marked,
    Literal: lambda inner: Shape(words=frozenset(map(str, inner))),
    tuple: lambda inner: Shape(items=_shape(inner[0]), is_pair=... not in inner),
    dict: lambda inner: Shape(values=_shape(inner[1])),
}
"""How an annotation is read, by what it is made with."""


def _joined(shapes: Iterable[Shape]) -> Shape:
    """One shape that takes whatever one of the shapes takes."""
    made = Shape()
    for shape in shapes:
        made = replace(
            made,
            scalar=made.scalar or shape.scalar,
            words=made.words | shape.words,
            parts=(*made.parts, *shape.parts),
            items=made.items or shape.items,
            values=made.values or shape.values,
            is_wording=made.is_wording or shape.is_wording,
            is_pair=made.is_pair or shape.is_pair,
        )
    return made


def parts_in(value: Any, shape: Shape) -> Iterator[tuple[Mapping[str, Any], type[Part]]]:
    """The parts that a value is or lists, each with its kind; not the parts inside them."""
    if isinstance(value, list) and shape.items is not None:
        for item in value:
            yield from parts_in(item, shape.items)
    elif isinstance(value, Mapping) and shape.values is not None:
        for item in value.values():
            yield from parts_in(item, shape.values)
    elif isinstance(value, Mapping) and (kind := part_class(shape, value)) is not None:
        yield value, kind
