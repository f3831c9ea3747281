"""Upper limits: FHIR maxDosePerPeriod, maxDosePerAdministration and maxDosePerLifetime."""

from __future__ import annotations

from typing import Any

from generator.exchange.element import Element
from generator.exchange.quantities import Json, fhir_quantity, fhir_unit, read_quantity
from generator.exchange.timing import Fields
from generator.model.dose import Maximum
from generator.model.quantity import Quantity

_ADMINISTRATION = "{administration}"
"""The UCUM annotation for doses that are counted; ``{dose}`` is one dose of a product whose label counts doses."""

_PERIODS = {"1 d": "per_day", "24 h": "per_day", "1 wk": "per_week", "7 d": "per_week"}
"""Spans of time whose limit has a field of its own."""


def say_limits(left: Fields) -> Json:
    """The limits that FHIR has elements for. Takes them out of ``left``; the others stay under ``maximum``."""
    maximum = left.get("maximum")
    if not isinstance(maximum, Maximum):
        return {}
    limits = {
        name: getattr(maximum, name) for name in Maximum.model_fields if name in maximum.model_fields_set
    }
    said = {**_say_periods(limits), **_say_single(limits)}
    rest = {name: value for name, value in limits.items() if value is not None}
    del left["maximum"]
    if rest:
        left["maximum"] = Maximum.model_construct(_fields_set=set(rest), **rest)
    return said


def _say_periods(limits: dict[str, Any]) -> Json:
    said = []
    for name, period in (("per_day", "1 d"), ("per_week", "1 wk")):
        caps = _several(limits.get(name))
        if caps:
            del limits[name]
        said += [_ratio(fhir_quantity(cap.low, cap.unit), period) for cap in caps]
    others = limits.get("per_period") or ()
    if others and all(_is_plain(one.amount, one.period) for one in others):
        del limits["per_period"]
        said += [_ratio(fhir_quantity(one.amount.low, one.amount.unit), one.period.written) for one in others]
    if limits.get("doses_per_day") is not None:
        count = {"value": limits.pop("doses_per_day"), **fhir_unit(_ADMINISTRATION)}
        said.append(_ratio(count, "1 d"))
    return {"maxDosePerPeriod": said} if said else {}


def _several(value: Quantity | tuple[Quantity, ...] | None) -> tuple[Quantity, ...]:
    """One limit, or several of which the least counts, if FHIR can say each of them; else none."""
    caps = value if isinstance(value, tuple) else (value,)
    is_list_of_one = isinstance(value, tuple) and len(value) == 1
    return (
        ()
        if is_list_of_one
        else tuple(cap for cap in caps if cap is not None)
        if all(map(_is_single, caps))
        else ()
    )


def _say_single(limits: dict[str, Any]) -> Json:
    names = {"per_dose": "maxDosePerAdministration", "lifetime": "maxDosePerLifetime"}
    return {
        element: fhir_quantity(limits[name].low, limits.pop(name).unit)
        for name, element in names.items()
        if _is_single(limits.get(name))
    }


def _is_single(value: Quantity | tuple[Quantity, ...] | None) -> bool:
    """FHIR has no range for a limit, and an amount per time in so much time is said twice."""
    return isinstance(value, Quantity) and not value.is_range and not value.unit.per("time")


def _is_plain(amount: Quantity, period: Quantity) -> bool:
    return _is_single(amount) and not period.is_range and period.written not in _PERIODS


def _ratio(numerator: Json, period: str) -> Json:
    span = Quantity.parse(period)
    return {"numerator": numerator, "denominator": fhir_quantity(span.low, span.unit)}


def read_limits(dosage: Element) -> Fields:
    """The limits of a Dosage. Every one of them is taken over, or is a problem."""
    limits: dict[str, Any] = {}
    for ratio in dosage.parts("maxDosePerPeriod"):
        _read_period(ratio, limits)
    for name in ("per_day", "per_week"):
        if len(limits.get(name, ())) == 1:
            limits[name] = limits[name][0]
    for name, field in (("maxDosePerAdministration", "per_dose"), ("maxDosePerLifetime", "lifetime")):
        if part := dosage.part(name):
            limits[field] = read_quantity(part)
    limits = {name: value for name, value in limits.items() if value is not None}
    return {"maximum": limits} if limits else {}


def _read_period(ratio: Element, limits: dict[str, Any]) -> None:
    above, below = ratio.part("numerator"), ratio.part("denominator")
    if above is None or below is None:
        ratio.refuse("a limit needs numerator (how much) and denominator (in what time)")
        return
    count = _read_count(above)
    amount, period = None if count is not None else read_quantity(above), read_quantity(below)
    ratio.finish()
    if period is None or (amount is None and count is None):
        return
    field = _PERIODS.get(period)
    if count is None:
        _add(limits, field, amount, period)
    elif field != "per_day" or "doses_per_day" in limits:
        ratio.refuse("a number of doses can be limited once, and in 24 hours only")
    else:
        limits["doses_per_day"] = count


def _add(limits: dict[str, Any], field: str | None, amount: str | None, period: str) -> None:
    if field is None:
        limits.setdefault("per_period", []).append({"amount": amount, "period": period})
    else:
        limits.setdefault(field, []).append(amount)


def _read_count(above: Element) -> int | None:
    """A number of doses: an annotation of UCUM that is no unit of ours."""
    if above.peek("code") != _ADMINISTRATION:
        return None
    for name in ("unit", "system", "code"):
        above.take(name)
    value = above.whole("value")
    above.finish()
    return value
