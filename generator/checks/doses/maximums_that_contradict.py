"""A maximum for a short time is higher than one for a longer time.

Bad:
    doses:
      examplin: {drug: examplin, purpose: recommended, amount: 1 g, maximum: {per_dose: 2 g, per_day: 1 g}}

Good:
    doses:
      examplin: {drug: examplin, purpose: recommended, amount: 1 g, maximum: {per_dose: 1 g, per_day: 2 g}}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.dose import Maximum
from generator.model.entries.entry import Entry
from generator.model.quantity import Quantity

RULE = Rule(
    code="DOS012",
    name="maximums-that-contradict",
    severity=Severity.ERROR,
    summary="A maximum for a short time is higher than one for a longer time.",
    why="Who goes by the first of the two limits passes the second.",
    cure="Compare both limits with the source; they may have changed places, or a unit is wrong.",
    basis=("fda-dosage-and-administration-2023",),
)
SCOPE = Scope.ENTRY

_WORDS = {
    "per_dose": "at once",
    "per_day": "a day",
    "per_week": "a week",
    "per_course": "in a course",
    "lifetime": "in a lifetime",
}


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find limits of which the one of the longer time is the lower."""
    for pointer, part in context.parts(entry):
        if isinstance(part, Maximum):
            for short, long in combinations(_WORDS, 2):
                pair = _contradicting(part.caps(short), part.caps(long))
                if pair is not None:
                    message = (
                        f"the maximum is {pair[0].written} {_WORDS[short]}, "
                        f"and only {pair[1].written} {_WORDS[long]}"
                    )
                    yield context.finding(RULE, entry.id, (*pointer, long), message)


def _contradicting(
    short: tuple[Quantity, ...], long: tuple[Quantity, ...]
) -> tuple[Quantity, Quantity] | None:
    pairs = ((one, other) for one in short for other in long if one.unit.dimension == other.unit.dimension)
    return next((pair for pair in pairs if pair[0].exact[0] > pair[1].exact[1]), None)
