"""A dose is said to be raised and its numbers fall, or to be lowered and they rise.

Bad:
    titration: {start: 100 mg/d, step: 25 mg/d, each: 1 wk, target: 50 mg/d}

Good:
    titration: {start: 100 mg/d, step: 25 mg/d, each: 1 wk, target: 50 mg/d, direction: down}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.doses.titrations import tapers_of, titrations_of
from generator.diagnostics import Finding, Pointer, Rule, Severity
from generator.model.dose import Titration
from generator.model.entries.entry import Entry
from generator.model.quantity import Quantity

RULE = Rule(
    code="DOS009",
    name="change-in-the-wrong-direction",
    severity=Severity.ERROR,
    summary="A dose is changed in one direction by its words and in the other by its numbers.",
    why="The page would tell the reader to raise a dose to a smaller one, or to lower it to a larger one.",
    cure="Correct the number that is wrong, or write direction: down where the dose is lowered.",
    basis=("fda-dosage-and-administration-2023",),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find titrations and tapers whose doses run against their direction."""
    for pointer, titration in titrations_of(entry):
        for field, before, after in _steps(titration):
            if _runs_against(titration.direction, before, after):
                done = "raised" if titration.direction == "up" else "lowered"
                message = f"the dose is to be {done}, and goes from {before.written} to {after.written}"
                yield context.finding(RULE, entry.id, (*pointer, *field), message)
    for pointer, before, taper in tapers_of(entry):
        if isinstance(taper.to, Quantity) and _runs_against("down", before, taper.to):
            message = f"the taper lowers {before.written} to {taper.to.written}"
            yield context.finding(RULE, entry.id, (*pointer, "to"), message)


def _steps(titration: Titration) -> Iterator[tuple[Pointer, Quantity, Quantity]]:
    """Each two doses of which the second comes later, with the place of the second."""
    levels, start, target = titration.levels, titration.start, titration.target
    if start is not None and levels:
        yield ("levels", 0), start, levels[0]
    for index, (before, after) in enumerate(pairwise(levels)):
        yield ("levels", index + 1), before, after
    if isinstance(target, Quantity):
        for before in (*([start] if start is not None else []), *levels[-1:]):
            yield ("target",), before, target


def _runs_against(direction: str, before: Quantity, after: Quantity) -> bool:
    """Whether all of the later dose lies on the wrong side of all of the earlier one."""
    if before.unit.dimension != after.unit.dimension:
        return False
    if direction == "up":
        return after.exact[1] < before.exact[0]
    return direction == "down" and after.exact[0] > before.exact[1]
