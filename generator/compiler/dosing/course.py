"""As needed, for how long, in cycles, again, and how it is lowered at the end."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compiler.dosing.amounts import course_total
from generator.compiler.dosing.phrase import joined
from generator.compiler.dosing.quantities import number
from generator.compiler.dosing.writer import Writer
from generator.model.dose import Administration, Cycle, Repeat, Taper
from generator.model.quantity import Quantity
from generator.model.text import NOT_STATED
from generator.model.times import Times
from generator.pages.inline import Run


def needed(writer: Writer, given: Administration) -> Run:
    """``as needed for pain, at least 4 hours between doses``; empty for a dose that is given regularly."""
    if given.as_needed is None:
        return ()
    reason, interval = given.as_needed.reason, given.as_needed.minimum_interval
    if isinstance(reason, str):
        run = writer.missing("as-needed-not-stated")
    else:
        run = writer.phrase("as-needed", reason=writer.limit(reason))
    if interval is None:
        return run
    if isinstance(interval, str):
        return joined([run, writer.missing("minimum-interval-not-stated")], ", ")
    return joined([run, writer.phrase("minimum-interval", span=writer.quantity(interval))], ", ")


def lasting(writer: Writer, given: Administration) -> Run:
    """``for 5 days``, ``for at least 4 weeks``."""
    spans = {
        "for": given.duration,
        "for-at-least": given.minimum_duration,
        "for-at-most": given.maximum_duration,
    }
    said = [
        writer.phrase(word, span=writer.quantity(span)) for word, span in spans.items() if span is not None
    ]
    until = writer.phrase("until", condition=writer.limit(given.until)) if given.until is not None else ()
    return joined([part for part in (joined(said, ", "), until) if part], " ")


def further(writer: Writer, given: Administration) -> Iterator[Run]:
    """Count, cycles, course total, repetition, taper: what follows after a comma."""
    is_single = given.count is not None and given.count.high == 1
    if given.dwell is not None:
        yield writer.phrase("dwell", span=writer.quantity(given.dwell))
    if given.start is not None:
        yield writer.phrase("given-at" if is_single else "starting", event=writer.limit(given.start))
    if given.minimum_interval is not None:
        yield writer.phrase("minimum-interval", span=writer.quantity(given.minimum_interval))
    if given.count is not None:
        yield (
            writer.phrase("single")
            if is_single
            else writer.phrase("doses-in-all", n=writer.count(given.count))
        )
    if given.cycle is not None:
        yield _cycle(writer, given.cycle)
        if given.cycle.count is not None:
            yield _cycles(writer, given.cycle.count)
    is_said = given.course_total is not None and given.amount is None and not given.amounts
    if not is_said and (given.course_total is not None or given.divided_over is not None):
        yield course_total(writer, given)
    if isinstance(given.repeat, Repeat):
        yield _repeat(writer, given.repeat)
    if isinstance(given.taper, Taper):
        yield _taper(writer, given.taper)


def _cycles(writer: Writer, count: Times) -> Run:
    is_one = count.low == count.high == 1
    return writer.phrase("cycle-one") if is_one else writer.phrase("cycle-count", n=writer.count(count))


def _cycle(writer: Writer, cycle: Cycle) -> Run:
    length = writer.quantity(cycle.length)
    parts = []
    if cycle.days:
        word = "cycle-day" if len(cycle.days) == 1 else "cycle-days"
        parts.append(
            writer.phrase(word, days=writer.listed([number(day) for day in cycle.days]), length=length)
        )
    on = writer.quantity(cycle.on) if cycle.on is not None else ()
    off = writer.quantity(cycle.off) if cycle.off is not None else ()
    if on or off:
        word = "cycle-on-off" if on and off else "cycle-on" if on else "cycle-off"
        # Beside named days "for 11 days" would read as every day of them.
        form = f"{word}-beside" if cycle.days else word
        parts.append(writer.phrase(form, on=on, off=off, length=length))
    return joined(parts, " ") or writer.phrase("cycle", length=length)


def _repeat(writer: Writer, repeat: Repeat) -> Run:
    is_once = repeat.times is not None and repeat.times.high == 1 and repeat.every is None
    parts = [writer.phrase("repeated-once" if is_once else "repeated")]
    if repeat.every is not None:
        parts.append(writer.phrase("every", span=writer.interval(repeat.every)))
    elif repeat.after is not None:
        parts.append(writer.phrase("after", span=writer.quantity(repeat.after)))
    if repeat.condition is not None:
        parts.append(writer.phrase("if", condition=writer.limit(repeat.condition)))
    run = joined(parts, " ")
    if repeat.times is not None and not is_once:
        return joined([run, writer.phrase("repeated-times", often=writer.often(repeat.times))], ", ")
    if repeat.at_most is not None:
        most = Times.parse(str(repeat.at_most)) if repeat.at_most else None
        often = writer.often(most) if most else number(0)
        return joined([run, writer.phrase("repeated-at-most", often=often)], ", ")
    return run


def _taper(writer: Writer, taper: Taper) -> Run:
    condition = writer.limit(taper.condition) if taper.condition is not None else ()
    lead = writer.phrase("taper-if", condition=condition) if condition else writer.phrase("taper")
    parts = [lead, by_and_each(writer, taper.by, taper.each)]
    if isinstance(taper.to, Quantity):
        parts.append(writer.phrase("taper-to", amount=writer.quantity(taper.to)))
    else:
        parts.append(
            writer.phrase("taper-stop") if taper.to == "stop" else writer.missing("taper-to-not-stated")
        )
    return joined([part for part in parts if part], " ")


def by_and_each(writer: Writer, by: Quantity | str | None, each: Quantity | str | None) -> Run:
    """``by 25 mg per day every 7 to 14 days``; what the source omits is said once, in one pair of brackets."""
    if by == NOT_STATED and each == NOT_STATED:
        return writer.missing("neither-stated")
    parts: list[Run] = []
    if isinstance(by, Quantity):
        parts.append(writer.phrase("by", step=writer.quantity(by)))
    if isinstance(each, Quantity):
        parts.append(writer.phrase("each", span=writer.interval(each)))
    if by == NOT_STATED:
        parts.append(writer.missing("step-not-stated"))
    if each == NOT_STATED:
        parts.append(writer.missing("each-not-stated"))
    return joined(parts, " ")
