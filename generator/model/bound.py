"""A limit or a band of a measured value, kept as written: ``less than 30 mL/min``, ``10 to 19 kg``, ``2 to 3``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.model.quantity import NUMBER, refuse_trailing_zero
from generator.model.unit_pattern import written_form
from generator.model.units import Unit, UnitError, parse_unit

_UNIT = r"(?!to\b)(?:[^\s0-9]\S*|10\*\S+)"
_WORDS = ("at least", "more than", "less than", "at most")
_SHAPE = re.compile(
    rf"(?:(?P<word>{'|'.join(_WORDS)}) )?(?P<low>{NUMBER})"
    rf"(?:(?: (?P<low_unit>{_UNIT}))? to (?P<open>less than )?(?P<high>{NUMBER}))?"
    rf"(?: (?P<unit>{_UNIT}))?"
)


@dataclass(frozen=True, slots=True)
class Bound:
    """A band of values. An end that is None is open; ``unit`` is None for values without one, such as an INR.

    ``comparator`` is ``at least``, ``more than``, ``less than``, ``at most``, or empty for a value or a range.
    """

    written: str
    comparator: str
    low: Decimal | None
    high: Decimal | None
    unit: Unit | None
    below_high: bool = False
    """Whether the upper end itself lies outside: ``10 to less than 20 kg``."""
    low_unit: Unit | None = None
    """The unit of the lower end, where it is another: ``6 mo to 5 a``."""

    @classmethod
    def parse(cls, text: str) -> Bound:
        """Read ``at least 50 kg``. Raises `ValueError` in an editor's words."""
        match = _SHAPE.fullmatch(text)
        if match is None or (match["word"] and match["high"]):
            raise ValueError(
                f"“{text}” is not a limit: write it like less than 30 mL/min, at least 50 kg, 10 to 19 kg or 2 to 3"
            )
        first, second = match["low"], match["high"]
        for number in filter(None, (first, second)):
            refuse_trailing_zero(number)
        low, high = Decimal(first), Decimal(second) if second else None
        unit, low_unit = _unit(match["unit"]), _unit(match["low_unit"])
        if high is not None and not _rises(low, low_unit or unit, high, unit):
            raise ValueError(f"the range “{text}” does not rise: write the smaller value first")
        ends = _ends(match["word"], low, high)
        return cls(text, match["word"] or "", *ends, unit, bool(match["open"]), low_unit)

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The numbers as they stand in the text, from left to right."""
        ends = (self.low, self.high)
        return tuple(dict.fromkeys(end for end in ends if end is not None))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate,
            serialization=core_schema.plain_serializer_function_ser_schema(lambda value: value.written),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        # A value without unit may be typed as a plain number.
        return {"anyOf": [written_form("limit"), {"type": "number", "minimum": 0}]}

    @classmethod
    def _validate(cls, value: Any) -> Bound:
        if isinstance(value, cls):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("bound", "a limit is wanted, such as less than 30 mL/min")
        try:
            return cls.parse(value)
        except ValueError as error:
            raise PydanticCustomError("bound", "{reason}", {"reason": str(error)}) from error


def _unit(code: str | None) -> Unit | None:
    try:
        return parse_unit(code) if code else None
    except UnitError as error:
        raise ValueError(str(error)) from error


def _rises(low: Decimal, low_unit: Unit | None, high: Decimal, unit: Unit | None) -> bool:
    if low_unit is None or unit is None:
        return low < high and low_unit is unit
    if low_unit.dimension == unit.dimension:
        return Fraction(low) * low_unit.factor < Fraction(high) * unit.factor
    # Weeks and months have no exact ratio: "1 wk to 6 mo" is an age, and rises.
    return low_unit.is_time and unit.is_time and unit.dimension == (("month", 1),)


def _ends(word: str | None, low: Decimal, high: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    if word in {"less than", "at most"}:
        return None, low
    if word in {"at least", "more than"}:
        return low, None
    return low, low if high is None else high
