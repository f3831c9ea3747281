"""Amounts and spans of time as FHIR Quantity and Range, and back, digit for digit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, TypeAlias

from generator.exchange.element import Element
from generator.model.quantity import Quantity
from generator.model.units import Unit, UnitError, parse_unit

UCUM = "http://unitsofmeasure.org"

Json: TypeAlias = dict[str, Any]


def number_text(value: Decimal) -> str:
    """A number as our files write it: no exponent, no zero at the end of its decimals."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def fhir_quantity(value: Decimal, unit: Unit | None = None) -> Json:
    """A FHIR Quantity. Without a unit, only the number."""
    return {"value": value} if unit is None else {"value": value, **fhir_unit(unit.code)}


def fhir_unit(code: str) -> Json:
    """The unit of a FHIR Quantity: for people, and as UCUM code."""
    return {"unit": re.sub(r"[{}]", "", code), "system": UCUM, "code": code}


def fhir_range(low: Decimal | None, high: Decimal | None, unit: Unit | None = None) -> Json:
    """A FHIR Range with one end or both."""
    ends = {"low": low, "high": high}
    return {name: fhir_quantity(end, unit) for name, end in ends.items() if end is not None}


def quantity_or_range(name: str, value: Quantity, single: str = "Quantity") -> Json:
    """``doseQuantity`` or ``doseRange``, for the name ``dose``."""
    if value.is_range:
        return {f"{name}Range": fhir_range(value.low, value.high, value.unit)}
    return {f"{name}{single}": fhir_quantity(value.low, value.unit)}


def read_quantity(element: Element) -> str | None:
    """A quantity as our files write it: ``40 mg``."""
    if "value" not in element:
        element.refuse("a quantity without a value")
    number, unit = element.number("value"), _read_unit(element)
    element.finish()
    return None if number is None or unit is None else f"{number_text(number)} {unit}".strip()


def read_range(element: Element) -> tuple[str | None, str | None]:
    """Both ends as our files write them, each with its unit."""
    low, high = element.part("low"), element.part("high")
    ends = (read_quantity(low) if low else None, read_quantity(high) if high else None)
    if low is None and high is None:
        element.refuse("a range without an end")
    element.finish()
    return ends


def read_amount(element: Element, name: str, single: str = "Quantity") -> str | None:
    """What `quantity_or_range` wrote: ``1 to 2 mg/kg``. Both ends must be there."""
    if part := element.part(f"{name}{single}"):
        return read_quantity(part)
    part = element.part(f"{name}Range")
    if part is None:
        return None
    is_whole = "low" in part and "high" in part
    low, high = read_range(part)
    if not is_whole:
        part.refuse("a range with one end: write both, or the upper end as a maximum")
        return None
    return joined(low, high, part)


def joined(low: str | None, high: str | None, element: Element) -> str | None:
    """``1 mg`` and ``2 mg`` give ``1 to 2 mg``."""
    if low is None or high is None:
        return None
    first, _, unit = low.partition(" ")
    last, _, other = high.partition(" ")
    if unit != other:
        element.refuse(f"the ends of the range have different units, {unit or 'none'} and {other or 'none'}")
        return None
    return low if first == last else f"{first} to {high}"


def _read_unit(element: Element) -> str | None:
    """The code of our list; empty where there is none at all."""
    system, code, words = element.text("system"), element.text("code"), element.text("unit")
    if code is None and words is None:
        return ""
    if code is None or system != UCUM:
        meant = code or words or ""
        element.refuse(
            f"the unit “{meant}” is not said as UCUM code: write “system”: “{UCUM}” and “code”: “{_meant(meant)}”"
        )
        return None
    try:
        return parse_unit(code).code
    except UnitError as error:
        element.refuse(str(error), "code")
        return None


def _meant(written: str) -> str:
    """The code that was probably meant, or an example."""
    for attempt in (written, written.lower()):
        try:
            return parse_unit(attempt).code
        except UnitError as error:
            if found := re.search(r": write (\S+?)(?:,|$)", str(error)):
                return found[1]
    return "mg"
