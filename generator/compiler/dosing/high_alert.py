"""Which of a drug's high-alert words must stand with a dose, wherever that dose is shown or quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.dose import Dose
from generator.model.entries.drug import Drug, HighAlert
from generator.model.quantity import Quantity
from generator.model.units import parse_unit

_WEEK = parse_unit("wk").factor


def alerts_of(dose: Dose, drugs: Iterable[Drug]) -> Iterator[HighAlert]:
    """The alerts of the dose's drugs that apply to it, in the order of the drugs."""
    weekly = _is_weekly(dose)
    for drug in drugs:
        for alert in drug.high_alert:
            if weekly or alert.applies_to == "all-doses":
                yield alert


def _is_weekly(dose: Dose) -> bool:
    """Whether any part of the dose is given at intervals of a week or more: then daily use would be the error."""
    timings = [dose.every, dose.per]
    for step in dose.steps or ():
        timings += [step.every, step.per]
    return any(span is not None and _is_a_week_or_more(span) for span in timings)


def _is_a_week_or_more(span: Quantity) -> bool:
    return span.unit.dimension == (("month", 1),) or span.exact[0] >= _WEEK
