"""The percentage printed in the source is not that of its own counts.

The printed precision is what counts (the GRIM test): 47 of 62 may be printed as 76%, 75.8% or 75.81%, and as nothing
else. Rounding up and rounding to even are both accepted.

Bad:
    evidence:
      improved: {outcome: Improved, proportion: {events: 47, of: 62, reported: 78%}}

Good:
    evidence:
      improved: {outcome: Improved, proportion: {events: 47, of: 62, reported: 76%}}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.figures.printed_number import nearest_percent, percent_fits
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry
from generator.model.figure import Proportion

RULE = Rule(
    code="STA001",
    name="percentage-against-counts",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="A reported percentage is not that of its counts.",
    why="Either the counts or the percentage is wrong, and a reader cannot know which.",
    cure="Look the numbers up in the source; where the source itself is at odds, leave reported: out and say so.",
    basis=("brown-2017-grim",),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every percentage that cannot come from the counts beside it."""
    for pointer, part in context.parts(entry):
        if isinstance(part, Proportion) and part.reported is not None and _is_wrong(part):
            percent = nearest_percent(part.events, part.of, part.reported)
            message = f"{part.events} of {part.of} is {percent}%, and {part.reported} is reported"
            yield context.finding(RULE, entry.id, (*pointer, "reported"), message)


def _is_wrong(part: Proportion) -> bool:
    return percent_fits(part.reported or "", part.events, part.of) is False
