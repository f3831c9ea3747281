"""The body at which a maximum counts instead of the dose per kg or per m², by exact arithmetic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, TypeVar

from generator.model.bound import Bound
from generator.model.dose import Administration, Dose, Maximum, Variant
from generator.model.dose.counting import PERIODS, administrations, times_in
from generator.model.dose.inherited import with_timing_of
from generator.model.quantity import Quantity
from generator.model.units import parse_unit

_PER = {"per_day": "/d", "per_week": "/wk"}
_BODY: tuple[tuple[Literal["kg", "m2"], str, int], ...] = (
    ("kg", "body weight", 500),
    ("m2", "body surface", 5),
)
"""The largest body that there is: a limit beyond it bites on nobody, and nothing is said."""
_SMALLEST = {"kg": Fraction(1, 2), "m2": Fraction(1, 10)}
_BASE = {"kg": parse_unit("kg").factor, "m2": parse_unit("m2").factor}

PartType = TypeVar("PartType", bound=Administration)


@dataclass(frozen=True, slots=True)
class Bite:
    """The body from which on a limit counts instead of the dose per kg or per m²: ``size`` in kg or m² (``unit``).

    ``on`` is the end of the dose that meets the limit there, in ``on_unit``.
    """

    on: Fraction
    on_unit: str
    size: Fraction
    unit: Literal["kg", "m2"]


def bites(dose: Administration, limit: str, cap: Quantity) -> tuple[Bite, ...]:
    """Where a maximum of the dose (``per_day``, ``rate`` …) bites: for each end of a range, the largest first."""
    caps = dose.maximum if isinstance(dose.maximum, Maximum) else None
    if caps is None or cap.is_range or len(caps.caps(limit)) > 1:
        return ()
    found = (
        bite
        for given in _meeting(dose, limit)
        for bite in _bites(cap, *_given(given, limit))
        if _is_reached(bite, given, caps.body_weight)
    )
    return tuple(dict.fromkeys(found))


def _meeting(dose: Administration, limit: str) -> tuple[Administration, ...]:
    """What meets a maximum of the dose: its own amount, or else every step or band that has no maximum of its own."""
    if not isinstance(dose, Dose) or limit == "per_course":
        return (dose,)
    if dose.steps:
        return tuple(_under(dose, step) for step in dose.steps if step.maximum is None)
    if dose.bands and dose.amount is None and dose.rate is None and dose.titration is None:
        return tuple(_under(dose, band) for band in dose.bands if band.maximum is None)
    return (dose,)


def _under(dose: Dose, part: PartType) -> PartType:
    """A step or band with what the dose says of all of them."""
    timed = with_timing_of(dose, part)
    spans = ("cycle", "duration", "maximum_duration", "count", "until")
    taken = {name: getattr(dose, name) for name in spans if getattr(timed, name) is None}
    return timed.model_copy(update=taken | {"maximum": dose.maximum})


def _given(dose: Administration, limit: str) -> tuple[Quantity | None, Fraction | None]:
    """What of the dose meets the limit, and how often within the limit's span of time."""
    target = _target(dose)
    if limit == "per_dose":
        amount = target if target is not None and not target.unit.per("time") else dose.amount
        is_for_one_dose = dose.per is None and (target is None or amount is target)
        return (amount if is_for_one_dose else None), Fraction(1)
    if limit in PERIODS:
        amount = target or dose.amount
        if amount is not None and amount.unit.code.endswith(_PER[limit]):
            return _without_time(amount), Fraction(1)
        return amount, times_in(dose, limit)
    if limit == "per_course":
        return _given_in_course(dose)
    if limit == "rate":
        is_of_rate = isinstance(dose, Dose) and dose.titration is not None and dose.titration.of == "rate"
        return (target if target is not None and is_of_rate else dose.rate), Fraction(1)
    return None, None


def _given_in_course(dose: Administration) -> tuple[Quantity | None, Fraction | None]:
    if dose.course_total is not None:
        return dose.course_total, Fraction(1)
    number = administrations(dose)
    is_changed = dose.taper is not None or (isinstance(dose, Dose) and dose.titration is not None)
    is_fewer = isinstance(dose.maximum, Maximum) and dose.maximum.doses_per_day is not None
    is_open = dose.until is not None or dose.as_needed is not None
    if number is None or number[0] != number[1] or is_changed or is_fewer or is_open:
        return None, None
    return dose.amount, number[0]


def _target(dose: Administration) -> Quantity | None:
    """The dose that a titration aims at, where it goes by the body: the maximum meets that one."""
    target = dose.titration.target if isinstance(dose, Dose) and dose.titration is not None else None
    if not isinstance(target, Quantity):
        return None
    return target if target.unit.per("body weight") or target.unit.per("body surface") else None


def _without_time(amount: Quantity) -> Quantity:
    """``2 mg/kg/d`` is 2 mg/kg within the day."""
    return replace(amount, unit=parse_unit(amount.unit.code.rpartition("/")[0]))


def _bites(cap: Quantity, given: Quantity | None, times: Fraction | None) -> Iterator[Bite]:
    if given is None or times is None:
        return
    for unit, body, most in _BODY:
        below = dict(given.unit.dimension)
        if below.pop(body, 0) != -1 or tuple(sorted(below.items())) != cap.unit.dimension:
            continue
        for shown, exact in _ends(given):
            size = cap.exact[0] / (exact * times) if exact else Fraction(most + 1)
            if size <= most:
                yield Bite(shown, given.unit.code, size, unit)


def _ends(given: Quantity) -> list[tuple[Fraction, Fraction]]:
    """Both ends as written and exact, the larger first."""
    ends = zip((given.low, given.high), given.exact, strict=True)
    return sorted({(Fraction(end), exact) for end, exact in ends}, reverse=True)


def _is_reached(bite: Bite, given: Administration, most: Quantity | None) -> bool:
    """Whether a patient for whom the dose is written can have this body."""
    size = bite.size * _BASE[bite.unit]
    if bite.size < _SMALLEST[bite.unit] or (bite.unit == "kg" and most is not None and size >= most.exact[0]):
        return False
    if not isinstance(given, Variant):
        return True
    band = given.group.weight if bite.unit == "kg" else given.group.body_surface
    return band is None or _holds(band, size)


def _holds(band: Bound, size: Fraction) -> bool:
    """Whether a size, in the base of its dimension, lies within the band."""
    assert band.unit is not None, "a weight or a surface has a unit"
    low = Fraction(band.low) * (band.low_unit or band.unit).factor if band.low is not None else None
    high = Fraction(band.high) * band.unit.factor if band.high is not None else None
    is_above = low is None or (size > low if band.comparator == "more than" else size >= low)
    is_open = band.comparator == "less than" or band.below_high
    return is_above and (high is None or (size < high if is_open else size <= high))
