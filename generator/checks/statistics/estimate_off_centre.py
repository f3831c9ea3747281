"""A ratio stands far from the middle of its interval, where ratios stand.

On a logarithmic scale the estimate lies in the middle of its 95 % interval: near the square root of lower times upper
bound. Exact methods shift it a little, in very wide intervals more; a quarter of half the width is let pass, there two
fifths. Adjusted ratios are not looked at.

Bad:
    evidence:
      relapse: {outcome: Relapse, hazard_ratio: {value: "0.74", ci95: ["0.25", "0.87"]}}

Good:
    evidence:
      relapse: {outcome: Relapse, hazard_ratio: {value: "0.47", ci95: ["0.25", "0.87"]}}
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.figures.figures_of import Estimated, estimates
from generator.checks.views.figures.interval_arithmetic import off_centre
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="STA005",
    name="estimate-off-centre",
    severity=Severity.WARNING,
    summary="A ratio stands far from the middle of its interval.",
    why="Two digits may have changed places, or the interval may belong to another figure.",
    cure="Look the numbers up in the source; write adjusted: yes if it is adjusted for other factors.",
    basis=("altman-2011-p",),
    judges=True,
)
SCOPE = Scope.ENTRY
_LET_PASS = 0.25
_LET_PASS_IF_WIDE = 0.4
_WIDE = 2
"""Half the width of a logarithm (0.1 to 5.5): of so few events that exact methods shift the estimate further."""


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every ratio that its interval does not lie around."""
    for one in estimates(context, entry):
        if one.interval.holds_estimate and not one.value.adjusted and _is_off(one):
            message = (
                f"the {one.name} {one.value.value} is far from the middle of its interval "
                f"({one.bounds}), which is near {_middle(one)}"
            )
            yield context.finding(RULE, entry.id, (*one.pointer, "value"), message)


def _is_off(one: Estimated) -> bool:
    found = off_centre(one.interval)
    if found is None:
        return False
    distance, half = found
    return distance > (_LET_PASS if half <= _WIDE else _LET_PASS_IF_WIDE) * half


def _middle(one: Estimated) -> str:
    middle = math.sqrt(one.interval.low.value * one.interval.high.value)
    places = len(one.value.value.partition(".")[2])
    return f"{middle:.{min(places, 9)}f}"
