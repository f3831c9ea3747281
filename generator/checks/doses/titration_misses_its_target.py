"""A titration whose equal steps jump over the dose that they are to reach.

Bad:
    titration: {start: 10 mg/d, step: 20 mg/d, each: 1 wk, target: 60 mg/d}

Good:
    titration: {start: 10 mg/d, step: 10 mg/d, each: 1 wk, target: 60 mg/d}
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.doses.titrations import tapers_of, titrations_of
from generator.diagnostics import Finding, Rule, Severity
from generator.model.dose import Taper, Titration
from generator.model.entries.entry import Entry
from generator.model.quantity import Quantity

RULE = Rule(
    code="DOS008",
    name="titration-misses-its-target",
    severity=Severity.WARNING,
    summary="A dose is raised or lowered by steps that never reach its target.",
    why="The reader stops below the target or goes past it, and each does it in another way.",
    cure="Correct the start, the step or the target, or write the doses one by one under levels.",
    basis=("fda-dosage-and-administration-2023",),
)
SCOPE = Scope.ENTRY
_CURE_OF_TAPER = "Compare by: and to: of the taper with the source, and correct the one that is wrong."


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find titrations by equal steps that land below and above their target, and never on it."""
    for pointer, titration in titrations_of(entry):
        start, step, target = titration.start, titration.step, titration.target
        if start is None or not isinstance(step, Quantity) or not isinstance(target, Quantity):
            continue
        if _misses(titration, start, step, target):
            message = (
                f"from {start.written} by steps of {step.written} the dose never comes to {target.written}"
            )
            yield context.finding(RULE, entry.id, (*pointer, "step"), message)
    for pointer, before, taper in tapers_of(entry):
        if _steps_past(before, taper) and isinstance(taper.by, Quantity) and isinstance(taper.to, Quantity):
            way = f"from {before.written} by steps of {taper.by.written}"
            message = f"{way} the taper never comes to {taper.to.written}"
            yield context.finding(RULE, entry.id, (*pointer, "by"), message, _CURE_OF_TAPER)


def _steps_past(before: Quantity, taper: Taper) -> bool:
    """Whether even the first step of a taper, at its least, goes below the dose that it is to reach."""
    by, to = taper.by, taper.to
    if not isinstance(by, Quantity) or not isinstance(to, Quantity):
        return False
    if len({before.unit.dimension, by.unit.dimension, to.unit.dimension}) > 1:
        return False
    return before.exact[1] - by.exact[0] < to.exact[0] < before.exact[0]


def _misses(titration: Titration, start: Quantity, step: Quantity, target: Quantity) -> bool:
    """Whether no whole number of steps leads into the target. Of ranges any value may be meant."""
    alike = {start.unit.dimension, step.unit.dimension, target.unit.dimension}
    if len(alike) > 1 or titration.direction == "either" or titration.levels or step.low == 0:
        return False
    (first, last), (least, most), (low, high) = start.exact, step.exact, target.exact
    if titration.direction == "down":
        first, last, low, high = -last, -first, -high, -low
    if low <= last:
        return False
    return math.ceil((low - last) / most) > math.floor((high - first) / least)
