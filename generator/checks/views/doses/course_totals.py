"""The total of a course, also of one in steps."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from generator.checks.views.doses.daily_amounts import Sum, amount_in
from generator.model.dose import Dose
from generator.model.dose.inherited import with_timing_of


def course_of(dose: Dose) -> Sum | None:
    """What one course comes to, a maximum left aside; None where that does not follow exactly."""
    whole = amount_in(dose, "course")
    if whole is not None or not dose.steps or dose.titration is not None or dose.cycle is not None:
        return whole
    sums = [amount_in(with_timing_of(dose, step), "course") for step in dose.steps]
    known = [one for one in sums if one is not None]
    if len(known) < len(sums) or not all(one.comparable_with(known[0]) for one in known):
        return None
    if any(step.condition is not None for step in dose.steps):
        return None
    size = known[0].unit.factor
    low, high = (sum((one.exact[end] for one in known), Fraction(0)) / size for end in (0, 1))
    return replace(known[0], low=low, high=high)
