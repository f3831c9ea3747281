"""A dose in one line for an editor, in the words and units of the file."""

from __future__ import annotations

from generator.model.dose import Administration, Dose
from generator.model.quantity import Quantity
from generator.model.text import NOT_STATED


def dose_as_written(dose: Dose) -> str:
    """``50 mg 2 times every 1 d for 5 d, oral``; of steps and bands each."""
    routes = (
        ()
        if dose.route in (None, NOT_STATED)
        else (dose.route,)
        if isinstance(dose.route, str)
        else dose.route
    )
    said = [_given(dose), _aim(dose)]
    said += [", then ".join(filter(None, map(_given, dose.steps)))] if dose.steps else []
    said += [" or ".join(filter(None, map(_given, dose.bands)))] if dose.bands else []
    return ", ".join(filter(None, [*said, " or ".join(routes or ())]))


def _aim(dose: Dose) -> str:
    target = dose.titration.target if dose.titration is not None else None
    return f"changed to {target.written}" if isinstance(target, Quantity) else ""


def _given(given: Administration) -> str:
    amounts = " and ".join(one.amount.written for one in given.amounts or ())
    total = f"{given.course_total.written} in all" if given.course_total is not None else ""
    said = [
        given.amount.written if given.amount is not None else amounts or total,
        f"at {given.rate.written}" if given.rate is not None else "",
        _times(given),
        f"every {given.every.written}" if given.every is not None else "",
        f"per {given.per.written}" if given.per is not None else "",
        f"for {given.duration.written}" if given.duration is not None else "",
        f"over {given.divided_over.written}" if given.divided_over is not None else "",
    ]
    return " ".join(filter(None, said))


def _times(given: Administration) -> str:
    if given.times is None:
        return ""
    return "once" if given.times.written == "1" else f"{given.times.written} times"
