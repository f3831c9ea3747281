"""What follows from a dose by exact arithmetic: the total of a course. Where a maximum bites stands in `bites`."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from generator.model.dose import Administration, Dose, Maximum
from generator.model.dose.counting import administrations
from generator.model.quantity import Quantity

_QUANTITY_CAPS = (
    "per_dose", "per_day", "per_week", "per_period", "doses_per_day", "per_course", "lifetime",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Total:
    """A computed range in a unit: ``low`` equals ``high`` where it is no range."""

    low: Fraction
    high: Fraction
    unit: str


def course_total(dose: Administration) -> Total | None:
    """The total of one course that is given so often, or for so long; None where it does not follow exactly."""
    if dose.amount is None or not _is_summed(dose.amount) or _is_open_ended(dose) or _may_be_capped(dose):
        return None
    number = administrations(dose)
    if number is None or number[0] == number[1] == 1:
        return None
    low, high = number
    return Total(Fraction(dose.amount.low) * low, Fraction(dose.amount.high) * high, dose.amount.unit.code)


def _is_summed(amount: Quantity) -> bool:
    """Whether amounts add up: a rate, a concentration and a percentage do not."""
    below = {name for name, exponent in amount.unit.dimension if exponent < 0}
    return amount.unit.code != "%" and not below & {"time", "month", "volume"}


def _is_open_ended(dose: Administration) -> bool:
    if isinstance(dose, Dose) and dose.titration is not None:
        return True
    bounds = (dose.until, dose.maximum_duration, dose.minimum_duration, dose.taper, dose.course_total)
    return dose.as_needed is not None or any(bound is not None for bound in bounds)


def _may_be_capped(dose: Administration) -> bool:
    """Whether a maximum may make the dose, and so its total, smaller."""
    caps = dose.maximum if isinstance(dose.maximum, Maximum) else None
    return caps is not None and any(getattr(caps, name) for name in _QUANTITY_CAPS)
