"""What a dose comes to, worked out once, so that it can be compared with many others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from generator.checks.views.doses.course_totals import course_of
from generator.checks.views.doses.daily_amounts import Sum, aimed_at, amount_in
from generator.checks.views.doses.dose_likeness import normal, routes_of
from generator.model.dose import Administration, Dose
from generator.model.dose.inherited import with_timing_of
from generator.model.quantity import Quantity


@dataclass(frozen=True, slots=True)
class PartProfile:
    """One administration: at once, in a day, how often in a second (least and most), its spans, rates and targets."""

    at_once: Sum | None
    daily: Sum | None
    frequency: tuple[Fraction, Fraction] | None
    duration: Quantity | None
    rate: Quantity | None
    course_total: Quantity | None
    target: Sum | None
    weekly_target: Sum | None


@dataclass(frozen=True, slots=True)
class DoseProfile:
    """The dose, its steps and its bands in order. ``shape`` is equal for doses that can be compared part by part."""

    form: str
    shape: tuple[Any, ...]
    parts: tuple[PartProfile, ...]
    course: Sum | None
    routes: frozenset[str]


def profile_of(dose: Dose) -> DoseProfile:
    """The profile of a dose; renal and hepatic variants are left aside."""
    bands = tuple(sorted(str(band.group.model_dump()) for band in dose.bands))
    shape = (bands, len(dose.steps or ()), dose.cycle is None)
    parts = tuple(map(_part, _administrations(dose)))
    return DoseProfile(normal(dose.form), shape, parts, course_of(dose), routes_of(dose))


def _administrations(dose: Dose) -> Iterator[Administration]:
    yield dose
    for step in dose.steps or ():
        yield with_timing_of(dose, step)
    for band in sorted(dose.bands, key=lambda band: str(band.group.model_dump())):
        yield with_timing_of(dose, band)


def _part(given: Administration) -> PartProfile:
    return PartProfile(
        at_once=amount_in(given, "dose"),
        daily=amount_in(given, "day"),
        frequency=_frequency(given),
        duration=given.duration,
        rate=given.rate,
        course_total=given.course_total,
        target=aimed_at(given, "day"),
        weekly_target=aimed_at(given, "week"),
    )


def _frequency(given: Administration) -> tuple[Fraction, Fraction] | None:
    """Nothing where a total is divided, or where moments of the day are named."""
    if given.every is None or given.days is not None or given.when is not None or given.at is not None:
        return None
    if given.every.unit.dimension != (("time", 1),):
        return None
    low, high = (given.times.low, given.times.high) if given.times is not None else (1, 1)
    return low / given.every.exact[1], high / given.every.exact[0]
