"""A text gives a percentage of a small group that no whole number of people makes.

Of 27 people, 4 are 15% and 5 are 19%: nothing is 17% (the GRIM test). Percentages that are called rough are let be.

Bad:
    wording: Without treatment, 17% of the 27 patients improved.

Good:
    wording: Without treatment, 15% of the 27 patients improved.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.claims.counted_percentages import (
    CountedPercentage,
    percentages_of_samples,
    texts_with_percentages,
)
from generator.checks.views.figures.printed_number import nearest_percent, percent_fits, printed
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="STA003",
    name="impossible-percentage",
    severity=Severity.WARNING,
    summary="A percentage of a counted group is that of no whole number of people.",
    why="The percentage, or the size of the group that it is said of, must be wrong.",
    cure="Look up how many people are meant, and write so many of so many.",
    basis=("brown-2017-grim",),
    judges=True,
)
SCOPE = Scope.ENTRY
_LARGEST = 99
"""From a hundred people on, every whole percentage is that of some number of them."""


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every percentage of a group that nobody can make up."""
    for pointer, text in texts_with_percentages(context, entry):
        for one in percentages_of_samples(text):
            if one.of <= _LARGEST and not _is_possible(one):
                yield context.finding(RULE, entry.id, pointer, _message(one))


def _is_possible(one: CountedPercentage) -> bool:
    return any(percent_fits(one.percent, events, one.of) is not False for events in range(one.of + 1))


def _message(one: CountedPercentage) -> str:
    number = one.percent.rstrip("percnt %").replace("·", ".")
    below = min(int(printed(number).value * one.of / 100), one.of - 1)
    shares = (
        f"{events} are {nearest_percent(events, one.of, one.percent)}%" for events in (below, below + 1)
    )
    return f"“{one.written}” is no whole number of people: of {one.of}, {' and '.join(shares)}"
