"""An estimate lies outside its own 95 % interval.

Bad:
    evidence:
      relapse: {outcome: Relapse, hazard_ratio: {value: "0.97", ci95: ["0.25", "0.87"]}}

Good:
    evidence:
      relapse: {outcome: Relapse, hazard_ratio: {value: "0.47", ci95: ["0.25", "0.87"]}}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.figures.figures_of import estimates
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="STA004",
    name="estimate-outside-interval",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="An estimate lies outside its own 95 % interval.",
    why="One of the three numbers is wrong, and with it what readers take the effect to be.",
    cure="Look up estimate and interval in the source; look for a slip of a digit or of the decimal point.",
    basis=("nuijten-2016-statcheck",),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every estimate that its interval does not hold."""
    for one in estimates(context, entry):
        if not one.interval.holds_estimate:
            message = f"the {one.name} {one.value.value} lies outside its interval ({one.bounds})"
            yield context.finding(RULE, entry.id, (*one.pointer, "value"), message)
