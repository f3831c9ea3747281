"""When a dose is given: FHIR Timing.repeat and the fields of ours that it can hold."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, TypeAlias

from generator.exchange.codes import (
    ABBREVIATIONS,
    AT_THE_MEAL,
    EVENT_OF_CODE,
    EVENTS,
    UNITS_OF_TIME,
    WEEKDAY_OF_CODE,
    WEEKDAYS,
)
from generator.exchange.concepts import read_words
from generator.exchange.element import Element
from generator.exchange.quantities import (
    Json,
    fhir_quantity,
    joined,
    number_text,
    quantity_or_range,
    read_amount,
    read_range,
)
from generator.model.quantity import Quantity
from generator.model.times import Times
from generator.model.units import parse_unit

Fields: TypeAlias = dict[str, Any]
"""Fields of a dose by name. Writing takes out of them what FHIR says; what stays becomes extensions."""

_MINUTE = parse_unit("min")


def say_timing(left: Fields) -> Json:
    """``timing``, or nothing. Takes out of ``left`` what it says in full."""
    repeat = {
        **_say_bounds(left),
        **_say_count(left, "count", "count"),
        **_say_span(left, "over", "duration"),
        **_say_count(left, "times", "frequency"),
        **_say_span(left, "every", "period"),
        **_say_days(left),
        **_say_moments(left),
    }
    return {"timing": {"repeat": repeat}} if repeat else {}


def _is_time(value: Quantity) -> bool:
    return value.unit.code in UNITS_OF_TIME


def _say_bounds(left: Fields) -> Json:
    """How long in all; without that, at least or at most how long."""
    if "duration" in left:
        return (
            quantity_or_range("bounds", left.pop("duration"), "Duration")
            if _is_time(left["duration"])
            else {}
        )
    for name, end in (("minimum_duration", "low"), ("maximum_duration", "high")):
        other = {"minimum_duration", "maximum_duration"} - {name}
        value = left.get(name)
        if value is not None and not other & set(left) and not value.is_range and _is_time(value):
            del left[name]
            return {"boundsRange": {end: fhir_quantity(value.low, value.unit)}}
    return {}


def _say_count(left: Fields, field: str, name: str) -> Json:
    value: Times | None = left.pop(field, None)
    if value is None:
        return {}
    return {name: value.low, **({f"{name}Max": value.high} if value.is_range else {})}


def _say_span(left: Fields, field: str, name: str) -> Json:
    value: Quantity | None = left.get(field)
    if value is None or not _is_time(value):
        return {}
    del left[field]
    most = {f"{name}Max": value.high} if value.is_range else {}
    return {name: value.low, **most, f"{name}Unit": value.unit.code}


def _say_days(left: Fields) -> Json:
    return {"dayOfWeek": [WEEKDAYS[day] for day in left.pop("days")]} if left.get("days") else {}


def _say_moments(left: Fields) -> Json:
    """FHIR allows times of day or parts of the day, and an offset only from before or after a meal."""
    if left.get("at"):
        return {"timeOfDay": [f"{moment}:00" for moment in left.pop("at")]}
    if not left.get("when"):
        return {}
    events = left.pop("when")
    offset: Quantity | None = left.get("offset")
    minutes = None if offset is None or AT_THE_MEAL & set(events) else _whole_minutes(offset)
    said: Json = {"when": [EVENTS[event] for event in events]}
    if offset is None or minutes is None:
        return said
    if offset.written == f"{minutes} min":
        del left["offset"]
    return {**said, "offset": minutes}


def _whole_minutes(value: Quantity) -> int | None:
    if value.is_range or value.unit.dimension != _MINUTE.dimension:
        return None
    minutes = value.exact[0] / _MINUTE.factor
    return int(minutes) if minutes.denominator == 1 and minutes < 2**31 else None


def read_timing(element: Element) -> Fields:
    """The fields of ours that a Timing says."""
    repeat = element.part("repeat")
    fields = _read_repeat(repeat) if repeat else {}
    if code := element.part("code"):
        _read_code(code, fields)
    element.finish()
    return {name: value for name, value in fields.items() if value is not None}


def _read_repeat(repeat: Element) -> Fields:
    fields = {
        **_read_bounds(repeat),
        "count": _read_count(repeat, "count"),
        "over": _read_span(repeat, "duration"),
        "times": _read_count(repeat, "frequency"),
        "every": _read_span(repeat, "period"),
        "days": _read_codes(repeat, "dayOfWeek", WEEKDAY_OF_CODE),
        "when": _read_codes(repeat, "when", EVENT_OF_CODE),
        "at": _read_clock(repeat),
    }
    offset = repeat.whole("offset")
    repeat.finish()
    return {**fields, "offset": None if offset is None else f"{offset} min"}


def _read_bounds(repeat: Element) -> Fields:
    if "boundsRange" not in repeat:
        return {"duration": read_amount(repeat, "bounds", "Duration")}
    bounds = repeat.part("boundsRange")
    if bounds is None:
        return {}
    ends = ("low" in bounds, "high" in bounds)
    low, high = read_range(bounds)
    if all(ends):
        return {"duration": joined(low, high, bounds)}
    return {"minimum_duration": low, "maximum_duration": high}


def _read_count(repeat: Element, name: str) -> str | None:
    low, high = repeat.whole(name), repeat.whole(f"{name}Max")
    if low is None:
        if high is not None:
            repeat.refuse(f"{name}Max needs {name}", f"{name}Max")
        return None
    return str(low) if high in (None, low) else f"{low} to {high}"


def _read_span(repeat: Element, name: str) -> str | None:
    low, high = repeat.number(name), repeat.number(f"{name}Max")
    unit = repeat.text(f"{name}Unit")
    if low is None and high is None and unit is None:
        return None
    if low is None or unit not in UNITS_OF_TIME:
        repeat.refuse(
            f"write {name} with {name}Unit, which is one of s, min, h, d, wk, mo, a",
            f"{name}Unit" if low else name,
        )
        return None
    ends: list[Decimal] = [low] if high in (None, low) else [low, high or low]
    return f"{' to '.join(map(number_text, ends))} {unit}"


def _read_codes(repeat: Element, name: str, words: Any) -> list[str] | None:
    found = []
    for index, code in enumerate(repeat.texts(name)):
        if code in words:
            found.append(words[code])
        else:
            repeat.refuse(
                f"“{code}” is not a code of our list: use one of {', '.join(words)}", f"{name}[{index}]"
            )
    return found or None


def _read_clock(repeat: Element) -> list[str] | None:
    found = []
    for index, moment in enumerate(repeat.texts("timeOfDay")):
        if not moment.endswith(":00") or len(moment) != len("08:00:00"):
            repeat.refuse(f"“{moment}” is not a time to the minute, such as 08:00:00", f"timeOfDay[{index}]")
        found.append(moment[: len("08:00")])
    return found or None


def _read_code(code: Element, fields: Fields) -> None:
    """A code such as BID that says no more than how often; it must agree with what is said beside it."""
    codes = [coding.get("code") for coding in code.take("coding") or () if isinstance(coding, dict)]
    known = next((ABBREVIATIONS[one] for one in map(str, codes) if one in ABBREVIATIONS), None)
    said = (fields.get("times"), fields.get("every"))
    if known is not None and said in ((None, None), known):
        fields["times"], fields["every"] = known
        code.take("text")
        code.finish()
        return
    words = ", ".join(str(one) for one in codes) or read_words(code)
    code.refuse(
        f"the timing “{words}” is said by a code: write frequency, period and periodUnit in timing.repeat"
    )
