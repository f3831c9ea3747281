"""A dose by body weight or body surface has no maximum, and does not say that there is none.

Bad:
    doses:
      azathioprine: {drug: azathioprine, purpose: recommended, amount: 2 mg/kg, every: 1 d, maximum: not-stated}

Good:
    doses:
      azathioprine: {drug: azathioprine, purpose: recommended, amount: 2 mg/kg, every: 1 d, maximum: {per_day: 150 mg}}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.dose import Dose
from generator.model.entries.entry import Entry
from generator.model.quantity import Quantity
from generator.model.text import NOT_STATED

RULE = Rule(
    code="DOS002",
    name="dose-without-maximum",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="A dose by body weight or body surface has no maximum.",
    why="In a heavy patient the amount rises without bound.",
    cure="Add the maximum that a source gives, or no-customary-maximum with a citation; never guess one.",
    basis=("fda-dosage-and-administration-2023", "paediatric-medication-errors-2003"),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every dose that grows with the body and has no bound."""
    for dose_id, dose in getattr(entry, "doses", {}).items():
        growing = next(_growing(dose), None)
        if growing is not None:
            message = f"the dose “{dose_id}” goes by the body ({growing.written}) and names no maximum"
            yield context.finding(RULE, entry.id, ("doses", dose_id, "maximum"), message)


def _growing(dose: Dose) -> Iterator[Quantity]:
    """What goes by the body and has no maximum: of the dose as a whole, or of the step or variant itself."""
    if dose.maximum not in (None, NOT_STATED):
        return
    if dose.titration is not None and isinstance(dose.titration.target, Quantity):
        yield from filter(_grows, [dose.titration.target])
    for given in dose.administrations:
        if given.maximum in (None, NOT_STATED):
            timed = [one.amount for one in given.amounts or ()]
            amounts = (given.amount, given.rate, given.course_total, *timed)
            yield from (amount for amount in amounts if amount is not None and _grows(amount))


def _grows(amount: Quantity) -> bool:
    return amount.unit.per("body weight") or amount.unit.per("body surface")
