"""How many doses a course or a span of time holds, by exact arithmetic; None where that does not follow."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from generator.model.dose import Administration, Maximum
from generator.model.units import parse_unit

PERIODS: Mapping[str, Fraction] = {"per_day": parse_unit("d").factor, "per_week": parse_unit("wk").factor}
"""The limits that count within a span of time, with its length in seconds."""

_TIME = (("time", 1),)
_ALL_MEALS = ("with-meals", "before-meals", "after-meals")


def administrations(dose: Administration) -> tuple[Fraction, Fraction] | None:
    """How often the amount is given in one course, at least and at most."""
    counted = None
    if dose.count is not None:
        counted = Fraction(dose.count.low), Fraction(dose.count.high)
    if (
        dose.cycle is not None
        or (counted is not None and dose.per is not None)
        or dose.maximum_duration is not None
    ):
        return None
    timed = _within_duration(dose)
    if counted is not None and dose.duration is not None and timed != counted:
        # Both are written, and they do not agree: nothing follows.
        return None
    return counted or timed


def times_in(dose: Administration, limit: str) -> Fraction | None:
    """How many doses fall on a day (``per_day``) or a week (``per_week``)."""
    period, interval = PERIODS[limit], dose.every or dose.per
    if interval is None or interval.is_range or interval.unit.dimension != _TIME or _is_irregular(dose):
        return None
    if dose.times is not None and dose.times.is_range:
        return None
    times = dose.times.low if dose.times is not None else 1
    if interval.exact[0] > period:
        return Fraction(1) if dose.every is not None and times == 1 else None
    intervals = period / interval.exact[0]
    # Three times in each 72 hours: a week may hold more of them than seven thirds of three.
    if intervals.denominator != 1:
        return None
    most = dose.maximum.doses_per_day if isinstance(dose.maximum, Maximum) else None
    in_days = Fraction(most) * period / PERIODS["per_day"] if most is not None else times * intervals
    return _within_course(dose, min(times * intervals, in_days), period)


def _within_course(dose: Administration, number: Fraction, period: Fraction) -> Fraction | None:
    """The number, or that of a course that is shorter; None where the course may be shorter, by how much unknown."""
    course = administrations(dose)
    if course is not None:
        is_exact = course[0] == course[1]
        return number if course[0] >= number else (course[0] if is_exact else None)
    spans = (dose.duration, dose.maximum_duration)
    may_end = dose.until is not None or any(
        span is not None and span.unit.dimension == _TIME and span.exact[0] < period for span in spans
    )
    return None if may_end else number


def _within_duration(dose: Administration) -> tuple[Fraction, Fraction] | None:
    interval, duration = dose.every or dose.per, dose.duration
    if interval is None or duration is None or _is_irregular(dose):
        return None
    if interval.is_range or interval.unit.dimension != duration.unit.dimension:
        return None
    low, high = (end / interval.exact[0] for end in duration.exact)
    if low.denominator != 1 or high.denominator != 1:
        return None
    times = (dose.times.low, dose.times.high) if dose.times is not None else (1, 1)
    return low * times[0], high * times[1]


def _is_irregular(dose: Administration) -> bool:
    """Whether the interval alone does not say how often: some days or hours are left out, or several moments named."""
    if dose.days is not None or dose.cycle is not None:
        return True
    if dose.per is not None:
        # A total of a time is not divided by the moments at which its parts are given.
        return False
    moments = (*(dose.when or ()), *(dose.at or ()))
    is_several = len(moments) > 1 or any(word in moments for word in _ALL_MEALS)
    return dose.waking_hours is True or (is_several and dose.times is None)
