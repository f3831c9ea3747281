"""Extensions for what FHIR cannot say: our field names, with FHIR's own types for the values.

A mapping is an extension with one extension for each key, a list one with an ``_item`` for each item, in order. What is
read back is the plain data that a file of ours would hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal, get_args, get_origin

from generator.exchange.concepts import DATA_ABSENT, UNKNOWN
from generator.exchange.element import Element
from generator.exchange.quantities import (
    Json,
    fhir_quantity,
    fhir_range,
    joined,
    quantity_or_range,
    read_quantity,
    read_range,
)
from generator.model.bound import Bound
from generator.model.field import Part
from generator.model.quantity import Quantity
from generator.model.text import NOT_STATED, Wording
from generator.model.times import Times

BASE = "urn:clinical-summaries:dosage:"
"""What the name of each of our extensions begins with. It names a project, not a place on the web."""

_ITEM = "_item"
_EMPTY: Mapping[str, Any] = {"empty-list": [], "empty-mapping": {}}
_COMPARATORS = {"less than": "<", "at most": "<=", "at least": ">=", "more than": ">"}
_WORDS = {sign: word for word, sign in _COMPARATORS.items()}
_TYPES = ((bool, "valueBoolean"), (int, "valueUnsignedInt"), (date, "valueDate"))
_DEEPEST = 20


def extension(url: str, value: Any, codes: frozenset[str] = frozenset()) -> Json:
    """The extension that holds a value of the model. Texts among ``codes`` are written as codes."""
    return {"url": url, **_content(value, codes)}


def extensions_of(part: Part) -> list[Json]:
    """An extension for each field that is set, under the field's key."""
    return [
        extension(info.alias or name, getattr(part, name), code_words(type(part), name))
        for name, info in type(part).model_fields.items()
        if name in part.model_fields_set and getattr(part, name) is not None
    ]


@cache
def code_words(part: type[Part], field: str) -> frozenset[str]:
    """The words that a field of the model takes from a list."""
    return frozenset(_literals(part.model_fields[field].annotation))


def read_extension(element: Element, depth: int = 0) -> Any:
    """The plain data that an extension of ours holds; None with a problem noted if it is none of ours."""
    element.take("url")
    if depth > _DEEPEST:
        element.refuse("extensions lie too deep in one another")
        return None
    nested = element.parts("extension")
    value = _nested(nested, depth) if nested else _value(element)
    element.finish()
    return value


def _content(value: Any, codes: frozenset[str]) -> Json:
    if value == NOT_STATED:
        return {"extension": [dict(UNKNOWN)]}
    if isinstance(value, Part):
        return _several(extensions_of(value), "empty-mapping")
    if isinstance(value, Wording) and not value.is_plain:
        value = value.by_audience
    if isinstance(value, Mapping):
        return _several([extension(key, item, codes) for key, item in value.items()], "empty-mapping")
    if isinstance(value, (tuple, list)):
        return _several([extension(_ITEM, item, codes) for item in value], "empty-list")
    return _scalar(value, codes)


def _several(nested: list[Json], empty: str) -> Json:
    return {"extension": nested} if nested else {"valueCode": empty}


def _scalar(value: Any, codes: frozenset[str]) -> Json:
    if isinstance(value, Quantity):
        return quantity_or_range("value", value)
    if isinstance(value, Bound):
        return _bound(value)
    if isinstance(value, Times):
        return _times(value)
    if isinstance(value, Wording):
        return {"valueMarkdown": next(iter(value.by_audience.values()))}
    name = next((name for kind, name in _TYPES if isinstance(value, kind)), "valueString")
    written = value if isinstance(value, int) else str(value)
    return {"valueCode" if value in codes else name: written}


def _times(value: Times) -> Json:
    if value.is_range:
        return {"valueRange": fhir_range(Decimal(value.low), Decimal(value.high))}
    return {"valuePositiveInt": value.low}


def _bound(value: Bound) -> Json:
    if value.below_high:  # An end of a FHIR Range has no comparator.
        return {"valueString": value.written}
    if value.low is not None and value.high is not None and value.low != value.high:
        return {"valueRange": fhir_range(value.low, value.high, value.unit)}
    said = fhir_quantity(value.numbers[0], value.unit)
    comparator = _COMPARATORS.get(value.comparator)
    return {
        "valueQuantity": {
            "value": said.pop("value"),
            **({"comparator": comparator} if comparator else {}),
            **said,
        }
    }


def _nested(nested: list[Element], depth: int) -> Any:
    names = [element.text("url") for element in nested]
    if names == [DATA_ABSENT]:
        return _absent(nested[0])
    values = [read_extension(element, depth + 1) for element in nested]
    if set(names) == {_ITEM}:
        return values
    for element, name in zip(nested, names, strict=True):
        if name is None or name == _ITEM or names.count(name) > 1:
            element.refuse("the key of an extension is missing, or stands twice", "url")
    return dict(zip(map(str, names), values, strict=True))


def _absent(element: Element) -> str:
    if element.take("valueCode") != UNKNOWN["valueCode"]:
        element.refuse("only the reason “unknown” is known here", "valueCode")
    element.finish()
    return NOT_STATED


def _value(element: Element) -> Any:
    for names, read in _READERS:
        for name in names:
            if name in element:
                return read(element, name)
    element.refuse("an extension of ours without a value that is known here")
    return None


def _read_code(element: Element, name: str) -> Any:
    code = element.text(name)
    return _EMPTY.get(code or "", code)


def _read_span(element: Element, name: str) -> str | None:
    ends = element.part(name)
    return None if ends is None else joined(*read_range(ends), ends)


def _read_bound(element: Element, name: str) -> str | None:
    value = element.part(name)
    if value is None:
        return None
    if "comparator" not in value:
        return read_quantity(value)
    comparator = value.text("comparator")
    written = read_quantity(value)
    if comparator not in _WORDS:
        value.refuse(f"the comparator {comparator} is not known here", "comparator")
        return None
    return written and f"{_WORDS[comparator]} {written}"


_READERS: tuple[tuple[tuple[str, ...], Callable[[Element, str], Any]], ...] = (
    (("valueMarkdown", "valueString", "valueDate"), Element.text),
    (("valuePositiveInt", "valueUnsignedInt"), Element.whole),
    (("valueBoolean",), Element.truth),
    (("valueCode",), _read_code),
    (("valueQuantity",), _read_bound),
    (("valueRange",), _read_span),
)


def _literals(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
        return
    for part in get_args(annotation):
        yield from _literals(part)
