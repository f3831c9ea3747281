"""A maximum is lower than the least that the same dose prescribes.

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
from generator.checks.views.doses.daily_amounts import IN_WORDS, SPANS, Span, Sum, amount_in, as_sum
from generator.checks.views.doses.dose_parts import GivenPart, parts_of
from generator.diagnostics import Finding, Rule, Severity
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

_LIMITS: dict[str, Span] = {"per_dose": "dose", "per_day": "day", "per_week": "week", "per_course": "course"}


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every limit that even the least of what is written exceeds."""
    for dose_id, dose in getattr(entry, "doses", {}).items():
        for part in parts_of(dose_id, dose):
            for limit, span in _LIMITS.items():
                for cap in part.maximum.caps(limit) if part.maximum is not None else ():
                    least = _least_over(part, span, cap)
                    if least is not None:
                        which = part.words or f"the dose “{dose_id}”"
                        message = (
                            f"{which} comes to at least {least[1].written} {IN_WORDS[least[0]]}, "
                            f"and the maximum is {cap.written} {IN_WORDS[span]}"
                        )
                        yield context.finding(RULE, entry.id, part.pointer, message)


def _least_over(part: GivenPart, span: Span, cap: Quantity) -> tuple[Span, Sum] | None:
    """What is given in the span, or in a shorter one, if even the least of it is more than the limit."""
    most = as_sum(cap).exact[1]
    for shorter in SPANS[: SPANS.index(span) + 1]:
        given = amount_in(part.given, shorter)
        if given is not None and given.comparable_with(cap) and given.exact[0] > most:
            return shorter, given
    return None
