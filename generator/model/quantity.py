"""A number or a range with a unit, kept as written and exact: ``40 mg``, ``1 to 2 mg/kg``, ``3 to 6 mo``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import AfterValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.model.quantity_advice import quantity_advice
from generator.model.unit_pattern import written_form
from generator.model.units import Unit, UnitError, parse_unit

_LONGEST = 15
NUMBER = r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"
_SHAPE = re.compile(rf"(?P<low>{NUMBER})(?: to (?P<high>{NUMBER}))? (?P<unit>[^\s]+)")


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
            raise ValueError(quantity_advice(text, _why_not))
        for number in (match["low"], match["high"] or match["low"]):
            refuse_trailing_zero(number)
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
        return written_form("quantity")

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
        advice = "write mo for months" if quantity.unit.code == "m" else "use s, min, h, d, wk, mo or a"
        raise PydanticCustomError(
            "duration", "{reason}", {"reason": f"“{quantity.written}” is not a span of time: {advice}"}
        )
    if quantity.low == 0:
        raise PydanticCustomError(
            "duration",
            "{reason}",
            {"reason": f"“{quantity.written}” begins at nothing: a span of time is more than nothing"},
        )
    return quantity


def _amount(quantity: Quantity) -> Quantity:
    if quantity.unit.is_time:
        raise PydanticCustomError(
            "amount",
            "{reason}",
            {"reason": f"“{quantity.written}” is a span of time, not an amount of a drug"},
        )
    if quantity.unit.is_laboratory_only:
        raise PydanticCustomError(
            "amount",
            "{reason}",
            {
                "reason": f"“{quantity.written}” is in enzyme units of a laboratory: a dose is in {{unit}} or [iU]"
            },
        )
    if any(name == "standard body surface" and exponent > 0 for name, exponent in quantity.unit.dimension):
        raise PydanticCustomError(
            "amount",
            "{reason}",
            {"reason": f"“{quantity.written}” is no amount: {{1.73_m2}} stands only below the stroke"},
        )
    if quantity.high == 0:
        raise PydanticCustomError(
            "amount",
            "{reason}",
            {"reason": f"“{quantity.written}” is nothing: an amount is more than nothing"},
        )
    return quantity


def _rate(quantity: Quantity) -> Quantity:
    if not quantity.unit.per("time"):
        raise PydanticCustomError(
            "rate",
            "{reason}",
            {"reason": f"“{quantity.written}” is not a rate: its unit ends in /h, /min or /d"},
        )
    return _amount(quantity)


def _concentration(quantity: Quantity) -> Quantity:
    if not quantity.unit.per("volume"):
        raise PydanticCustomError(
            "concentration",
            "{reason}",
            {"reason": f"“{quantity.written}” is not a concentration: use mg/mL or mmol/L"},
        )
    return _amount(quantity)


Duration = Annotated[Quantity, AfterValidator(_duration), WithJsonSchema(written_form("duration"))]
"""A quantity of time: ``1 d``, ``2 to 4 wk``."""

Amount = Annotated[Quantity, AfterValidator(_amount), WithJsonSchema(written_form("amount"))]
"""A quantity that is no mere time: ``1 to 2 mg/kg``, ``30 mg/d``."""

Rate = Annotated[Quantity, AfterValidator(_rate), WithJsonSchema(written_form("rate"))]
"""An amount or a volume per time: ``5 mL/h``, ``18 {unit}/kg/h``."""

Concentration = Annotated[
    Quantity, AfterValidator(_concentration), WithJsonSchema(written_form("concentration"))
]
"""An amount per volume: ``40 mmol/L``."""


def refuse_trailing_zero(number: str) -> None:
    """Raise `ValueError` for ``1.0``, whose zero is misread tenfold, and for a number that is longer than any dose."""
    if len(number) > _LONGEST:
        raise ValueError(f"“{number[:_LONGEST]}…” has too many digits for a dose")
    if "." in number and number.endswith("0"):
        whole, _, decimals = number.partition(".")
        thousand = (
            f", or {whole}{decimals} if a thousand is meant" if len(decimals) == 3 and whole != "0" else ""
        )
        raise ValueError(
            f"“{number}” ends in a zero after the point, which is misread tenfold and so refused: "
            f"write {_trim(number)}{thousand}"
        )


def _trim(number: str) -> str:
    return number.rstrip("0").rstrip(".")


def _why_not(text: str) -> str:
    """Why a text in the right shape is no quantity; a shape that is wrong is told in few words."""
    if _SHAPE.fullmatch(text) is None:
        return f"“{text}” is not a number with a unit"
    try:
        Quantity.parse(text)
    except ValueError as error:
        return str(error)
    return ""
