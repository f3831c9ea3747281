"""An amount is given for some days, and it is not said whether it is that of each day or of all.

Bad:
    doses:
      pulses: {drug: examplin, purpose: studied, amount: 500 mg, duration: 2 d}

Good:
    doses:
      pulses: {drug: examplin, purpose: studied, amount: 500 mg, every: 1 d, duration: 2 d}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.doses.daily_amounts import is_countable
from generator.checks.views.doses.dose_parts import GivenPart, parts_of
from generator.diagnostics import Finding, Rule, Severity
from generator.model.dose.inherited import has_timing
from generator.model.entries.entry import Entry

RULE = Rule(
    code="DOS022",
    name="duration-without-interval",
    severity=Severity.WARNING,
    summary="An amount is given for some days, and not said to be that of each day or of all.",
    why="Read one way the patient gets several times what the other way gives.",
    cure="Write every: 1 d, or course_total with divided_over; if the source leaves it open, say so in a remark.",
    basis=("fda-dosage-and-administration-2023", "who-guide-to-good-prescribing-1994"),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find amounts with a duration, and without a word on how often they are given."""
    for dose_id, dose in getattr(entry, "doses", {}).items():
        for part in parts_of(dose_id, dose):
            if not part.is_variant and _is_open(part):
                given = part.given
                assert given.amount is not None
                assert given.duration is not None
                which = part.words or f"the dose “{dose_id}”"
                message = (
                    f"{which} is {given.amount.written} for {given.duration.written}, "
                    "and does not say whether each day or in all"
                )
                yield context.finding(RULE, entry.id, (*part.pointer, "duration"), message)


def _is_open(part: GivenPart) -> bool:
    given = part.given
    if given.amount is None or given.duration is None or not is_countable(given.amount):
        return False
    is_told = has_timing(given) or given.count is not None or given.cycle is not None
    runs = given.method in ("infusion", "continuous-infusion", "patient-controlled") or given.rate is not None
    return not is_told and not runs and given.as_needed is None and given.dwell is None
