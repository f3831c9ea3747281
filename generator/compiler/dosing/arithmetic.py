"""What follows from a dose by exact arithmetic: the total of a course, the body weight at which a maximum bites."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from generator.model.dose import Dose, Maximum
from generator.model.quantity import Quantity
from generator.model.units import parse_unit

_ONE_DAY = parse_unit("d").factor


@dataclass(frozen=True, slots=True)
class Total:
    """A computed range in a unit: ``low`` equals ``high`` where it is no range."""

    low: Fraction
    high: Fraction
    unit: str


@dataclass(frozen=True, slots=True)
class CapWeight:
    """The body weight in kg from which on a daily maximum counts instead of the dose per kg."""

    per_kg: Quantity
    dose_per_kg: Fraction
    weight: Fraction


def course_total(dose: Dose) -> Total | None:
    """The total of one course of a dose that is given for a stated number of days; None where it does not follow."""
    if dose.amount is None or dose.every is None or dose.duration is None or dose.titration is not None:
        return None
    if dose.every.is_range or dose.every.unit.dimension != dose.duration.unit.dimension:
        return None
    interval = dose.every.exact[0]
    low, high = (end / interval for end in dose.duration.exact)
    if low.denominator != 1 or high.denominator != 1:
        return None
    times = dose.times or 1
    return Total(
        Fraction(dose.amount.low) * low * times,
        Fraction(dose.amount.high) * high * times,
        dose.amount.unit.code,
    )


def cap_weights(dose: Dose) -> tuple[CapWeight, ...]:
    """Where a daily maximum bites on a dose per kilogram: for each end of a range, the largest first."""
    if not isinstance(dose.maximum, Maximum) or dose.maximum.per_day is None or dose.maximum.per_day.is_range:
        return ()
    amount, per_day = dose.amount, _doses_per_day(dose)
    if (
        amount is None
        or per_day is None
        or not _is_mass_per_weight(amount)
        or not _is_mass(dose.maximum.per_day)
    ):
        return ()
    cap = dose.maximum.per_day.exact[0]
    ends = sorted(
        {(Fraction(end), exact) for end, exact in zip((amount.low, amount.high), amount.exact, strict=True)},
        reverse=True,
    )
    return tuple(CapWeight(amount, shown, cap / (exact * per_day)) for shown, exact in ends)


def _doses_per_day(dose: Dose) -> Fraction | None:
    """How many doses fall on one day; None where that does not follow, as for a weekly total that is divided."""
    interval = dose.every or dose.per
    if interval is None or interval.is_range or interval.unit.dimension != (("time", 1),):
        return None
    times = dose.times or 1
    if interval.exact[0] > _ONE_DAY:
        return Fraction(1) if dose.every is not None and times == 1 else None
    per_day = times * _ONE_DAY / interval.exact[0]
    return per_day if per_day.denominator == 1 else None


def _is_mass_per_weight(quantity: Quantity) -> bool:
    return quantity.unit.dimension == (("body weight", -1), ("mass", 1))


def _is_mass(quantity: Quantity) -> bool:
    return quantity.unit.dimension == (("mass", 1),)
