"""A maximum is written in a unit that the dose cannot be compared with.

Bad:
    doses:
      examplin: {drug: examplin, purpose: recommended, amount: 10 mL, every: 1 d, maximum: {per_day: 600 mg}}

Good:
    doses:
      examplin:
        drug: examplin
        purpose: recommended
        amount: 10 mL
        strength: 20 mg/mL
        every: 1 d
        maximum: {per_day: 600 mg}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.doses.dose_parts import GivenPart, parts_of
from generator.checks.views.doses.unit_kinds import kind_of
from generator.diagnostics import Finding, Rule, Severity
from generator.model.dose import Dose
from generator.model.entries.entry import Entry
from generator.model.quantity import Quantity

RULE = Rule(
    code="DOS013",
    name="maximum-in-another-dimension",
    severity=Severity.WARNING,
    summary="A maximum is written in another kind of unit than the dose.",
    why="Nobody can see when the dose reaches its maximum, so the maximum protects nobody.",
    cure="Write both in one kind of unit, or add the strength, such as strength: 20 mg/mL.",
    basis=("fda-dosage-and-administration-2023",),
)
SCOPE = Scope.ENTRY

_LIMITS = ("per_dose", "per_day", "per_week", "per_course")
_DIGIT = re.compile(r"\d")


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find limits in mg of a dose in mL, in units of a dose in international units, and the like."""
    for dose_id, dose in getattr(entry, "doses", {}).items():
        if _tells_strength(dose):
            continue
        for part in parts_of(dose_id, dose):
            amount = _amount(part)
            for limit in _LIMITS if amount is not None and part.given.strength is None else ():
                for cap in part.maximum.caps(limit) if part.maximum is not None else ():
                    if amount is not None and not _may_be_compared(amount, cap):
                        which = part.words or f"the dose “{dose_id}”"
                        message = f"{which} is {amount.written}, and its maximum is {cap.written}"
                        yield context.finding(RULE, entry.id, part.pointer, message)


def _tells_strength(dose: Dose) -> bool:
    """Whether the dose says what one mL or one tablet holds, as data or in the name of its form."""
    texts = [dose.form or "", *(dose.preparation.by_audience.values() if dose.preparation else ())]
    return dose.strength is not None or any(_DIGIT.search(text) for text in texts)


def _amount(part: GivenPart) -> Quantity | None:
    timed = [one.amount for one in part.given.amounts or ()]
    return next(
        (one for one in (part.given.amount, part.given.course_total, *timed) if one is not None), None
    )


def _may_be_compared(amount: Quantity, cap: Quantity) -> bool:
    """Whether the kinds are the same, or one of them is not certain."""
    kinds = kind_of(amount), kind_of(cap)
    return None in kinds or kinds[0] == kinds[1]
