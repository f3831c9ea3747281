"""A number or a range with a unit, kept as written and exact: ``40 mg``, ``1 to 2 mg/kg``, ``3 to 6 mo``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import AfterValidator, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.model.units import Unit, UnitError, parse_unit

_NUMBER = r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"
_SHAPE = re.compile(rf"(?P<low>{_NUMBER})(?: to (?P<high>{_NUMBER}))? (?P<unit>[^\s]+)")
_PATTERN = rf"^{_NUMBER}( to {_NUMBER})? \S+$"


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact quantity. ``low`` equals ``high`` where it is no range; ``written`` is the editor's text."""

    written: str
    low: Decimal
    high: Decimal
    unit: Unit

    @classmethod
    def parse(cls, text: str) -> Quantity:
        """Read ``1 to 2 mg/kg``. Raises `ValueError` in an editor's words."""
        match = _SHAPE.fullmatch(text)
        if match is None:
            raise ValueError(_advice(text))
        for number in (match["low"], match["high"] or match["low"]):
            if "." in number and number.endswith("0"):
                raise ValueError(
                    f"“{number}” ends in a zero after the point, which is misread tenfold: write {_trim(number)}"
                )
        low, high = Decimal(match["low"]), Decimal(match["high"] or match["low"])
        if high < low or (match["high"] and high == low):
            raise ValueError(f"the range “{text}” does not rise: write the smaller number first")
        try:
            return cls(text, low, high, parse_unit(match["unit"]))
        except UnitError as error:
            raise ValueError(str(error)) from error

    @property
    def is_range(self) -> bool:
        """Whether the quantity has two ends."""
        return self.low != self.high

    @property
    def exact(self) -> tuple[Fraction, Fraction]:
        """Both ends in the base of the unit's dimension."""
        return Fraction(self.low) * self.unit.factor, Fraction(self.high) * self.unit.factor

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
        return {"type": "string", "pattern": _PATTERN, "examples": ["40 mg", "1 to 2 mg/kg", "3 to 6 mo"]}

    @classmethod
    def _validate(cls, value: Any) -> Quantity:
        if isinstance(value, cls):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("quantity", "a number with a unit is wanted, such as 40 mg")
        try:
            return cls.parse(value)
        except ValueError as error:
            raise PydanticCustomError("quantity", "{reason}", {"reason": str(error)}) from error


def _duration(quantity: Quantity) -> Quantity:
    if not quantity.unit.is_time:
        raise PydanticCustomError(
            "duration",
            "{reason}",
            {"reason": f"“{quantity.written}” is not a span of time: use s, min, h, d, wk, mo or a"},
        )
    return quantity


def _amount(quantity: Quantity) -> Quantity:
    if quantity.unit.is_time:
        raise PydanticCustomError(
            "amount",
            "{reason}",
            {"reason": f"“{quantity.written}” is a span of time, not an amount of a drug"},
        )
    return quantity


Duration = Annotated[Quantity, AfterValidator(_duration)]
"""A quantity of time: ``1 d``, ``2 to 4 wk``."""

Amount = Annotated[Quantity, AfterValidator(_amount)]
"""A quantity that is no mere time: ``1 to 2 mg/kg``, ``30 mg/d``."""


def _trim(number: str) -> str:
    return number.rstrip("0").rstrip(".")


def _advice(text: str) -> str:
    if re.fullmatch(_NUMBER, text):
        return f"“{text}” has no unit: write the unit after a space, such as {text} mg"
    if match := re.fullmatch(r"([0-9.,]+)([^\s0-9.,]\S*)", text):
        return f"“{text}” runs number and unit together: write {match[1]} {match[2]}"
    if re.match(r"\.[0-9]", text):
        return f"“{text}” starts with a point, which is overlooked: write 0{text}"
    if re.search(r"[0-9],[0-9]", text):
        return f"“{text}” has a comma in a number: write it without (the site adds separators for readers)"
    if re.search(r"[0-9]\s*[-–—]\s*[0-9]", text):
        return f"“{text}” has a dash as range: write “1 to 2 mg”, because a dash is read as a minus or overlooked"
    return f"“{text}” is not a number with a unit: write it like 40 mg, 1 to 2 mg/kg or 3 to 6 mo"
