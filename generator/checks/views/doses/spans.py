"""Spans of time: which is the shorter, and those that a text gives a drug to work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from generator.model.quantity import Quantity

_DAY = 86_400
_SHORTEST_MONTH, _LONGEST_MONTH = Fraction(28 * _DAY), Fraction(31 * _DAY)

_NOTHING = (
    r"(?:no|without(?: any| a)?|lack of|absence of|insufficient|inadequate|poor|absent) "
    r"(?:[a-z-]+ ){0,2}(?:response|improvement|benefit|effect)"
)
_BETWEEN = r"(?:(?! (?:in|within|after|by|over|at|and|or|but)\b)[ ,][A-Za-z-]+){0,5}"
_NUMBER = r"(?P<low>[1-9][0-9]?)(?: ?(?:to|-|–) ?(?P<high>[1-9][0-9]?))?"
_WITHOUT = re.compile(
    rf"\b{_NOTHING}{_BETWEEN} (?:in|within|after|by|over|at) (?:the (?:first|next) |at least )?"
    rf"{_NUMBER} (?P<unit>day|week|month)s?\b",
    re.I,
)
_UNITS = {"day": "d", "week": "wk", "month": "mo"}


def earlier(span: Quantity, other: Quantity) -> bool:
    """Whether a span can end before the other begins, however long the months are."""
    return _earliest_end(span) < _earliest_begin(other)


def spans_without_response(text: str) -> Iterator[Quantity]:
    """The spans after which a text counts on no response: "no response in 1 to 2 weeks"."""
    for found in _WITHOUT.finditer(" ".join(text.split())):
        low, high = int(found["low"]), int(found["high"] or found["low"])
        number = f"{low} to {high}" if high > low else str(low)
        yield Quantity.parse(f"{number} {_UNITS[found['unit'].lower()]}")


def _earliest_end(span: Quantity) -> Fraction:
    """The shorter end of a range, in seconds, with long months."""
    return span.exact[0] * (_LONGEST_MONTH if _is_months(span) else 1)


def _earliest_begin(span: Quantity) -> Fraction:
    return span.exact[0] * (_SHORTEST_MONTH if _is_months(span) else 1)


def _is_months(span: Quantity) -> bool:
    return any(name == "month" for name, _ in span.unit.dimension)
