"""A maximum is lower than the least that the same dose prescribes.

What is taken only when needed is compared as a single dose: "every 4 h when needed, at most 4 g a day" is a good dose.

Bad:
    doses:
      examplin: {drug: examplin, purpose: recommended, amount: 50 mg, times: 3, every: 1 d, maximum: {per_day: 100 mg}}

Good:
    doses:
      examplin: {drug: examplin, purpose: recommended, amount: 50 mg, times: 3, every: 1 d, maximum: {per_day: 150 mg}}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.doses.daily_amounts import (
    IN_WORDS,
    SPANS,
    Span,
    Sum,
    amount_in,
    as_sum,
    is_countable,
    per_time,
)
from generator.checks.views.doses.dose_parts import GivenPart, parts_of
from generator.checks.views.doses.titrations import doses_reached
from generator.diagnostics import Finding, Pointer, Rule, Severity
from generator.model.dose import Dose, Variant
from generator.model.entries.entry import Entry
from generator.model.quantity import Quantity

RULE = Rule(
    code="DOS011",
    name="maximum-below-the-dose",
    severity=Severity.ERROR,
    summary="A maximum is lower than the dose that it is the maximum of.",
    why="The dose cannot be given as it is written: one of the two numbers is wrong, and the reader must guess which.",
    cure="Compare both with the source, and correct the amount, how often it is given, or the maximum.",
    basis=("fda-dosage-and-administration-2023",),
)
SCOPE = Scope.ENTRY

_LIMITS: dict[str, Span] = {
    "per_dose": "dose",
    "per_day": "day",
    "per_week": "week",
    "per_course": "course",
    "lifetime": "course",
}
_WORDS = {**{limit: IN_WORDS[span] for limit, span in _LIMITS.items()}, "lifetime": "in a lifetime"}


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every limit that even the least of what is written exceeds."""
    for dose_id, dose in getattr(entry, "doses", {}).items():
        for part in parts_of(dose_id, dose):
            for pointer, said, cap, limit in (
                *_over_amounts(part),
                *_over_doses_reached(part),
                *_over_rate(part),
            ):
                which = part.words or f"the dose “{dose_id}”"
                message = f"{which} {said}, and the maximum is {cap.written} {_WORDS.get(limit, '')}".rstrip()
                yield context.finding(RULE, entry.id, pointer, message)


_Over = tuple[Pointer, str, Quantity, str]
"""The place, what is written, the limit that it exceeds, and the name of the limit."""


def _over_amounts(part: GivenPart) -> Iterator[_Over]:
    for limit, cap in _caps(part):
        least = _least_over(part, _LIMITS[limit], cap)
        if least is not None:
            yield part.pointer, f"comes to at least {least[1].written} {IN_WORDS[least[0]]}", cap, limit


def _over_doses_reached(part: GivenPart) -> Iterator[_Over]:
    """Doses of the titration: 60 mg/d is compared with limits of a day and of longer times."""
    titration = part.given.titration if isinstance(part.given, (Dose, Variant)) else None
    for place, amount in doses_reached(titration) if titration is not None else ():
        for limit, cap in _caps(part):  # the first that it exceeds is told
            spans = SPANS[: SPANS.index(_LIMITS[limit]) + 1]
            given = [one for span in spans if (one := _in_span(amount, span)) is not None]
            if any(one.comparable_with(cap) and one.exact[0] > as_sum(cap).exact[1] for one in given):
                yield (*part.pointer, "titration", *place), f"goes to {amount.written}", cap, limit
                break


def _over_rate(part: GivenPart) -> Iterator[_Over]:
    rate, most = part.given.rate, part.maximum.rate if part.maximum is not None else None
    if rate is None or most is None or rate.unit.dimension != most.unit.dimension:
        return
    if rate.exact[0] > most.exact[1]:
        yield part.pointer, f"runs at {rate.written}", most, "rate"


def _caps(part: GivenPart) -> Iterator[tuple[str, Quantity]]:
    for limit in _LIMITS if part.maximum is not None else ():
        yield from ((limit, cap) for cap in part.maximum.caps(limit)) if part.maximum is not None else ()


def _in_span(amount: Quantity, span: Span) -> Sum | None:
    if span == "dose":
        return as_sum(amount) if is_countable(amount) else None
    return per_time(amount, span)


def _least_over(part: GivenPart, span: Span, cap: Quantity) -> tuple[Span, Sum] | None:
    """What is given in the span, or in a shorter one, if even the least of it is more than the limit.

    What is taken only when needed may be taken once: its interval says how soon it may come again.
    """
    most = as_sum(cap).exact[1]
    for shorter in SPANS[: SPANS.index(span) + 1] if part.given.as_needed is None else SPANS[:1]:
        given = amount_in(part.given, shorter)
        if given is not None and given.comparable_with(cap) and given.exact[0] > most:
            return shorter, given
    return None
