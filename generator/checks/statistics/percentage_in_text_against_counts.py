"""A text prints counts with a percentage that is not theirs.

Only a percentage in brackets right beside its counts is looked at, in the printed precision.

Bad:
    wording: Symptoms improved in 47 of 62 patients (78%).

Good:
    wording: Symptoms improved in 47 of 62 patients (76%).
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.claims.counted_percentages import counted_percentages, texts_with_percentages
from generator.checks.views.figures.printed_number import nearest_percent, percent_fits
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="STA002",
    name="percentage-in-text-against-counts",
    severity=Severity.WARNING,
    summary="A percentage in a text is not that of the counts beside it.",
    why="Either the counts or the percentage is wrong, and a reader cannot know which.",
    cure="Correct it, or write the counts under evidence: and quote them by {stat:id}, which works it out.",
    basis=("brown-2017-grim",),
    judges=True,
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every percentage in a text that cannot come from the counts beside it."""
    for pointer, text in texts_with_percentages(context, entry):
        for one in counted_percentages(text):
            events = one.events or 0
            if percent_fits(one.percent, events, one.of) is False:
                right = nearest_percent(events, one.of, one.percent)
                message = f"“{one.written}”: {events} of {one.of} is {right}%"
                yield context.finding(RULE, entry.id, pointer, message)
