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
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every dose that grows with the body and has no bound."""
    for dose_id, dose in getattr(entry, "doses", {}).items():
        growing = next((amount for amount in _amounts(dose) if _grows(amount)), None)
        if growing is not None and dose.maximum in (None, NOT_STATED):
            message = f"the dose “{dose_id}” goes by the body ({growing.written}) and names no maximum"
            yield context.finding(RULE, entry.id, ("doses", dose_id, "maximum"), message)


def _amounts(dose: Dose) -> Iterator[Quantity]:
    candidates = [dose.amount, dose.course_total, *(step.amount for step in dose.steps or ())]
    if dose.titration is not None:
        candidates.append(dose.titration.target)
    yield from (amount for amount in candidates if amount is not None)


def _grows(amount: Quantity) -> bool:
    return amount.unit.per("body weight") or amount.unit.per("body surface")
