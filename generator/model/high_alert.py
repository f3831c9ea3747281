"""Which of a drug's high-alert words must stand with a dose, wherever that dose is shown or quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.model.dose import Administration, Dose, DoseStep, Maximum, Repeat
from generator.model.entries.drug import Drug, HighAlert
from generator.model.quantity import Quantity
from generator.model.units import parse_unit

_WEEK = parse_unit("wk").factor
_DAYS_OF_A_WEEK = 7
_LONG_TIMES = ("/wk", "/mo", "/a")


def alerts_of(dose: Dose, drugs: Iterable[Drug]) -> Iterator[HighAlert]:
    """The alerts of the dose's drugs that apply to it, in the order of the drugs."""
    weekly = is_weekly(dose)
    for drug in drugs:
        for alert in drug.high_alert:
            if weekly or alert.applies_to == "all-doses":
                yield alert


def alerts_with(dose: Dose, drugs: Mapping[str, Drug]) -> tuple[HighAlert, ...]:
    """The alerts of the dose's own drugs, and of companions whose amount stands in the dose itself."""
    own = alerts_of(dose, (drugs[drug] for drug in dose.drugs if drug in drugs))
    beside = (
        alert
        for companion in dose.companions
        if companion.amount is not None
        for drug in companion.drugs
        if drug in drugs
        for alert in drugs[drug].high_alert
        if alert.applies_to == "all-doses"
    )
    return (*own, *beside)


def is_weekly(dose: Dose) -> bool:
    """Whether any part of the dose leaves days without it, however that is written: then daily use is the error."""
    changed = dose.titration
    amounts = (changed.start, changed.step, changed.target) if changed is not None else ()
    return any(_is_per_week(amount) for amount in amounts) or any(map(_is_spaced, dose.administrations))


def _is_spaced(given: Administration) -> bool:
    weekdays = given.days or [day for one in given.amounts or () for day in one.days or ()]
    if weekdays and len(set(weekdays)) < _DAYS_OF_A_WEEK:
        return True
    if given.cycle is not None and (given.cycle.days or given.cycle.on or given.cycle.off):
        return True
    if isinstance(given.maximum, Maximum) and given.maximum.caps("per_week"):
        return True
    if any(_is_per_week(amount) for amount in (given.amount, given.course_total)):
        return True
    return any(span is not None and _is_a_week_or_more(span) for span in _intervals(given))


def _intervals(given: Administration) -> Iterator[Quantity | None]:
    yield from (given.every, given.per, given.minimum_interval)
    if isinstance(given.repeat, Repeat):
        yield from (given.repeat.every, given.repeat.after)
    if isinstance(given, DoseStep) and given.every is None:
        yield from (given.after, given.from_start)


def _is_per_week(amount: object) -> bool:
    return isinstance(amount, Quantity) and amount.unit.code.endswith(_LONG_TIMES)


def _is_a_week_or_more(span: Quantity) -> bool:
    return span.unit.dimension == (("month", 1),) or span.exact[1] >= _WEEK
