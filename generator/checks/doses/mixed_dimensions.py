"""The steps or bands of one dose are in units of unlike kinds.

Bad:
    doses:
      examplin:
        drug: examplin
        purpose: recommended
        steps: [{label: first, amount: 300 mg}, {label: then, amount: 5 mL, every: 1 d}]

Good:
    doses:
      examplin:
        drug: examplin
        purpose: recommended
        steps: [{label: first, amount: 300 mg}, {label: then, amount: 150 mg, every: 1 d}]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.doses.dose_parts import GivenPart, parts_of
from generator.checks.views.doses.unit_kinds import kind_of
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry
from generator.model.quantity import Quantity

RULE = Rule(
    code="DOS017",
    name="mixed-dimensions",
    severity=Severity.WARNING,
    summary="The parts of one dose are in units of unlike kinds.",
    why="Nobody can see which of the amounts is the larger, and a wrong unit goes unnoticed.",
    cure="Write all parts in one kind of unit, add the strength, or correct the unit that is wrong.",
    basis=("fda-dosage-and-administration-2023",),
    judges=True,
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find doses of which one part is in mg and another in mL, units or tablets, and no strength ties them."""
    for dose_id, dose in getattr(entry, "doses", {}).items():
        given = [(part, amount, kind) for part in parts_of(dose_id, dose) for amount, kind in _kinds(part)]
        if dose.strength is not None or any(part.given.strength is not None for part, _, _ in given):
            continue
        for part, amount, kind in given[1:]:
            if kind != given[0][2]:
                first = given[0][1].written
                message = f"a part of the dose “{dose_id}” is {first}, and another {amount.written}"
                yield context.finding(RULE, entry.id, part.pointer, message)
                break


def _kinds(part: GivenPart) -> Iterator[tuple[Quantity, str]]:
    """The amounts of a part with their kinds. Another form or route has amounts of its own."""
    if part.words and any(getattr(part.given, name, None) is not None for name in ("form", "route")):
        return
    timed = [one.amount for one in part.given.amounts or ()]
    for amount in (part.given.amount, part.given.course_total, *timed):
        kind = kind_of(amount) if amount is not None else None
        if amount is not None and kind is not None:
            yield amount, kind
