"""A dose by body weight or body surface has no maximum, and does not say that there is none.

A limit of the rate or of the concentration is no maximum of the amount.

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
from generator.checks.views.doses.titrations import doses_reached
from generator.diagnostics import Finding, Pointer, Rule, Severity
from generator.model.dose import Administration, Dose, Maximum, Variant
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

_CURE_OF_LIMITED = (
    "Add the maximum of the amount that a source gives, such as per_dose; if a source says that there is none, write "
    "no-customary-maximum, and the limit of the rate with a step of the dose."
)
_OF_RATES = ("/h", "/min")
_OF_AMOUNTS = ("per_dose", "per_day", "per_week", "per_period", "per_course", "lifetime", "body_weight")


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every dose that grows with the body and has no bound."""
    for dose_id, dose in getattr(entry, "doses", {}).items():
        growing = next(_growing(dose), None)
        if growing is not None:
            is_limited = isinstance(dose.maximum, Maximum)
            message = f"the dose “{dose_id}” goes by the body ({growing.written}) and names no maximum"
            message += " of that amount" if is_limited else ""
            pointer: Pointer = ("doses", dose_id, "maximum")
            yield context.finding(
                RULE, entry.id, pointer, message, _CURE_OF_LIMITED if is_limited else RULE.cure
            )


def _growing(dose: Dose) -> Iterator[Quantity]:
    """What goes by the body and has no maximum: of the dose as a whole, or of the step or variant itself.

    A part that says not-stated itself takes over none from its dose.
    """
    for given in dose.administrations:
        limits = given.maximum if given.maximum is not None else dose.maximum
        for amount in _amounts(given):
            if _grows(amount) and not _is_bounded(amount, limits):
                yield amount


def _amounts(given: Administration) -> Iterator[Quantity]:
    titration = given.titration if isinstance(given, (Dose, Variant)) else None
    if titration is not None:
        yield from (amount for _, amount in doses_reached(titration))
    timed = [one.amount for one in given.amounts or ()]
    yield from (one for one in (given.amount, given.rate, given.course_total, *timed) if one is not None)


def _is_bounded(amount: Quantity, limits: Maximum | str | None) -> bool:
    """A limit of the rate or of the concentration bounds no amount; any limit is one for a rate."""
    if not isinstance(limits, Maximum):
        return limits not in (None, NOT_STATED)
    return amount.unit.code.endswith(_OF_RATES) or any(getattr(limits, name) for name in _OF_AMOUNTS)


def _grows(amount: Quantity) -> bool:
    return amount.unit.per("body weight") or amount.unit.per("body surface")
