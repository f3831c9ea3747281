"""A closure that has every field of every part, made from the model itself: a new field needs no change here."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from generator.model.change_rule import ChangeRule
from generator.model.dose import Dose
from generator.model.evidence import EvidenceFigure
from generator.model.field import Part
from generator.model.library import KINDS
from generator.model.work import Work
from generator.review.contents.schema_walk import Scalar, Shape, fields_of, part_class

Data = dict[str, Any]
Path = tuple[str | int, ...]

_VALUES = {
    Scalar.QUANTITY: ("10 mg", "20 mg"),
    Scalar.BOUND: ("at least 10 kg", "at least 20 kg"),
    Scalar.TIMES: ("2", "3"),
    Scalar.COUNT: ("4", "5"),
    Scalar.DECIMAL: ("0.50", "0.70"),
    Scalar.ID: ("first-id", "second-id"),
    Scalar.TEXT: ("Some words", "Other words"),
    Scalar.MOMENT: ("2026-01-01", "2026-01-02"),
}
_QUOTED: dict[str, type[Part]] = {
    "drug:examplin": KINDS["drug"],
    "condition:examplitis": KINDS["condition"],
    "work:roe-2020": Work,
    "dose:other#examplin": Dose,
    "stat:other#rate": EvidenceFigure,
}


@cache
def sample_closure(kind: str) -> Data:
    """The whole closure of a summary, medication page, drug or condition. The caller must not change it."""
    quotes = {name: sample(part) for name, part in _QUOTED.items()}
    return {
        "entry": "sample",
        "edition": "clinician",
        "content": sample(KINDS[kind]) | {"kind": kind},
        "quotes": {**quotes, "image:plexus.png": "0" * 64},
    }


def sample(part: type[Part], above: tuple[type[Part], ...] = ()) -> Data:
    """A part with all its fields; one that may hold itself does so once."""
    return {key: _value(field.shape, (*above, part), key) for key, field in fields_of(part).items()}


def _value(shape: Shape, above: tuple[type[Part], ...], key: str) -> Any:
    if shape.is_wording:
        return {"clinician": f"Words of {key} [@roe-2020]"}
    if shape.parts and above.count(shape.parts[0]) < 2:
        return sample(shape.parts[0], above)
    if shape.values is not None:
        return {"one": _value(shape.values, above, key)}
    if shape.items is not None:
        one = _value(shape.items, above, key)
        return [one, other_value(shape.items, one)] if isinstance(one, str) else [one] if one else []
    return string_values(shape)[0] if shape.takes_strings else {}


def string_values(shape: Shape) -> tuple[str, str]:
    """Two values that a place may hold."""
    if shape.scalar is not None:
        return _VALUES[shape.scalar]
    words = sorted(shape.words - {"not-stated"}) + sorted(shape.words & {"not-stated"})
    return words[0], words[-1]


def other_value(shape: Shape, value: str) -> str:
    """Another value of the same place; the same, if there is no other."""
    one, other = string_values(shape)
    return other if value == one else one


@dataclass(frozen=True)
class Field:
    """A field of a part in a closure, with the rule that it has of its own."""

    part: type[Part]
    key: str
    path: Path
    shape: Shape
    rule: ChangeRule
    default: str

    def __str__(self) -> str:
        return f"{self.part.__name__}.{self.key}"


def fields_in(closure: Data) -> dict[str, Field]:
    """Every field of every kind of part in a closure, once each, wherever it is met first."""
    found: dict[str, Field] = {}
    roots: list[tuple[Path, type[Part], Data]] = [
        (("content",), KINDS[closure["content"]["kind"]], closure["content"])
    ]
    roots += [(("quotes", name), part, closure["quotes"][name]) for name, part in _QUOTED.items()]
    for path, part, data in roots:
        for field in _fields(part, data, path):
            found.setdefault(str(field), field)
    return found


def _fields(part: type[Part], data: Data, path: Path) -> Iterator[Field]:
    for key, value in data.items():
        field = fields_of(part)[key]
        yield Field(part, key, (*path, key), field.shape, field.rule, field.default)
        yield from _below(field.shape, value, (*path, key))


def _below(shape: Shape, value: Any, path: Path) -> Iterator[Field]:
    if isinstance(value, list) and shape.items is not None:
        for index, item in enumerate(value):
            yield from _below(shape.items, item, (*path, index))
    elif isinstance(value, dict) and shape.values is not None:
        for key, item in value.items():
            yield from _below(shape.values, item, (*path, key))
    elif isinstance(value, dict) and (part := part_class(shape, value)) is not None and not shape.is_wording:
        yield from _fields(part, value, path)


def with_value(closure: Data, path: Path, value: Any) -> Data:
    """A copy with another value in one place; `GONE` takes the place away. All else is shared."""
    return cast("Data", _with(closure, path, value))


GONE: Any = object()
"""What is not there."""


def _with(data: Any, path: Path, value: Any) -> Any:
    first, *rest = path
    made = copy.copy(data)
    if rest:
        made[first] = _with(made[first], tuple(rest), value)
    elif value is GONE:
        del made[first]
    else:
        made[first] = value
    return made


def value_at(closure: Data, path: Path) -> Any:
    """What stands in a place."""
    at: Any = closure
    for step in path:
        at = at[step]
    return at
