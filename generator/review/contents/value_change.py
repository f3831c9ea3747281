"""What happened to a number: more, less, another, or the same amount in another expression."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from generator.model.bound import Bound
from generator.model.change import Operation
from generator.model.quantity import Quantity
from generator.model.text import DECIMAL_PATTERN
from generator.model.times import Times
from generator.model.units import Unit
from generator.review.contents.schema_walk import Scalar

_LONGEST = 200
"""Characters of a number with its unit; more is none of ours."""


class NotComparedError(ValueError):
    """A value cannot be read, so that nothing can be said of its change. The message says which."""


@dataclass(frozen=True, slots=True)
class Number:
    """Both ends in base units, None where open; two numbers are more or less only where ``kind`` is equal."""

    low: Fraction | None
    high: Fraction | None
    kind: tuple[Any, ...] = ()
    units: tuple[str, ...] = ()


def number_operation(scalar: Scalar, before: str, after: str) -> Operation | None:
    """What was done to a number; None where it is the same amount in another expression.

    Raises `NotComparedError` for a value that is none of its kind.
    """
    old, new = read_number(scalar, before), read_number(scalar, after)
    if old.kind != new.kind:
        return Operation.REPLACE
    if (old.low, old.high) == (new.low, new.high):
        return None
    if _le(old.low, new.low) and _le(old.high, new.high):
        return Operation.INCREASE
    if _le(new.low, old.low) and _le(new.high, old.high):
        return Operation.DECREASE
    return Operation.REPLACE


def has_other_unit(scalar: Scalar, before: str, after: str) -> bool:
    """Whether two numbers are written in different units. Raises as `number_operation`."""
    return read_number(scalar, before).units != read_number(scalar, after).units


def is_number(scalar: Scalar | None) -> bool:
    """Whether values of this kind are more or less than each other."""
    return scalar in _READERS


def read_number(scalar: Scalar, written: str) -> Number:
    """A value with what it is compared by. Raises `NotComparedError` for one that is none of its kind."""
    try:
        if len(written) > _LONGEST:
            raise ValueError("too long")
        return _READERS[scalar](written)
    except (ValueError, ArithmeticError) as error:
        raise NotComparedError(f"“{written[:40]}” cannot be read as {_CALLED[scalar]}") from error


def _quantity(written: str) -> Number:
    quantity = Quantity.parse(written)
    kind = (quantity.unit.dimension, _days_below(quantity.unit))
    return Number(*quantity.exact, kind, (quantity.unit.code,))


def _days_below(unit: Unit) -> tuple[str, ...]:
    """Days, weeks, months below the stroke: 7 mg a week is no other expression of 1 mg a day."""
    return tuple(part for part in unit.parts[1:] if part in ("d", "wk", "mo", "a"))


def _bound(written: str) -> Number:
    bound = Bound.parse(written)
    units = (bound.low_unit or bound.unit, bound.unit)
    low, high = (_in_base(end, unit) for end, unit in zip((bound.low, bound.high), units, strict=True))
    dimensions = tuple(unit.dimension if unit else None for unit in units)
    kind = (bound.comparator, bound.below_high, dimensions, low is None, high is None)
    return Number(low, high, kind, tuple(unit.code if unit else "" for unit in units))


def _in_base(end: Decimal | None, unit: Unit | None) -> Fraction | None:
    return None if end is None else Fraction(end) * (unit.factor if unit else 1)


def _times(written: str) -> Number:
    times = Times.parse(written)
    return Number(Fraction(times.low), Fraction(times.high))


def _plain(written: str) -> Number:
    if _DECIMAL.fullmatch(written) is None:
        raise ValueError("no number")
    return Number(Fraction(written), Fraction(written))


_DECIMAL = re.compile(DECIMAL_PATTERN)


def _le(one: Fraction | None, other: Fraction | None) -> bool:
    return one is None or other is None or one <= other


_READERS: Mapping[Scalar | None, Callable[[str], Number]] = {
    Scalar.QUANTITY: _quantity,
    Scalar.BOUND: _bound,
    Scalar.TIMES: _times,
    Scalar.COUNT: _plain,
    Scalar.DECIMAL: _plain,
}
_CALLED: Mapping[Scalar, str] = {
    Scalar.QUANTITY: "an amount",
    Scalar.BOUND: "a limit",
    Scalar.TIMES: "a count",
    Scalar.COUNT: "a whole number",
    Scalar.DECIMAL: "a number",
}
