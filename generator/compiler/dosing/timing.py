"""How often a dose is given, and when."""

from __future__ import annotations

from generator.compiler.dosing.phrase import joined
from generator.compiler.dosing.quantities import quantity, unit_words
from generator.compiler.dosing.writer import OFTEN, Writer
from generator.model.dose import Administration
from generator.model.quantity import Quantity
from generator.model.times import Times
from generator.pages.inline import Run, Text

_EACH = {"h", "d", "wk", "mo", "a"}


def frequency(writer: Writer, given: Administration) -> Run:
    """``twice daily 30 minutes before meals``, ``in 3 divided doses``, ``weekly on Monday``."""
    parts: list[Run] = []
    if given.per is not None and given.amount is None:
        parts.append(in_total_per(writer, given.per))
    elif given.every is not None:
        parts.append(_every(writer, given.times, given.every))
    elif given.times is not None:
        # A variant may change only how often: the interval stands in the dose.
        parts.append((Text(writer.often(given.times)),))
    if given.divided_into is not None and (given.per is not None or given.course_total is None):
        parts.append(divided_into(writer, given.divided_into))
    if given.waking_hours is not None:
        parts.append(writer.phrase("waking-hours" if given.waking_hours else "day-and-night"))
    named = moments(writer, given.days, given.when, given.at, given.offset)
    return joined([*parts, *((Text(moment),) for moment in named)], " ")


def divided_into(writer: Writer, times: Times) -> Run:
    """``in 3 divided doses``."""
    is_one = times.low == times.high == 1
    return writer.phrase("divided-into-one" if is_one else "divided-into", times=writer.count(times))


def in_total_per(writer: Writer, per: Quantity) -> Run:
    """``per day``: it belongs to the amount, which is the total of that time."""
    if per.low == per.high == 1:
        return writer.phrase("per-one", unit=unit_words(writer.profile, per.unit.code, one=True))
    return writer.phrase("per", span=writer.quantity(per))


def _every(writer: Writer, times: Times | None, every: Quantity) -> Run:
    is_one = every.low == every.high == 1 and every.unit.code in _EACH
    if is_one and times is None:
        return writer.phrase(f"each-{every.unit.code}")
    if is_one and times is not None:
        few = "few" if not times.is_range and times.low in OFTEN else "many"
        return writer.phrase(f"{few}-each-{every.unit.code}", often=writer.often(times))
    if times is None:
        return writer.phrase("every", span=writer.interval(every))
    return writer.phrase("often-every", often=writer.often(times), span=writer.interval(every))


def moments(
    writer: Writer,
    days: tuple[str, ...] | None,
    when: tuple[str, ...] | None,
    at: tuple[str, ...] | None,
    offset: Quantity | None,
) -> list[str]:
    """Weekdays, parts of the day and times of day, each as words."""
    said = []
    if days:
        said.append(
            writer.profile.words["on-days"].format(
                days=writer.listed([writer.profile.words[d] for d in days])
            )
        )
    if when:
        said.append(writer.listed([_part_of_day(writer, word, offset) for word in when]))
    if at:
        said.append(writer.profile.words["at-times"].format(times=writer.listed(list(at))))
    return said


def _part_of_day(writer: Writer, word: str, offset: Quantity | None) -> str:
    said = writer.profile.words[f"when-{word}"]
    side, _, meal = said.partition(" ")
    if offset is None or not word.startswith(("before-", "after-")):
        return said
    return writer.profile.words[f"offset-{side}"].format(span=quantity(writer.profile, offset), meal=meal)
