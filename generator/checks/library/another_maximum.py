"""The same dose stands in two places with unlike maximums, or with a maximum in one of them only.

Bad:
    doses:
      first: {drug: examplin, purpose: recommended, amount: 2 mg/kg, every: 1 d, maximum: {per_day: 150 mg}}
      again: {drug: examplin, purpose: recommended, amount: 2 mg/kg, every: 1 d, maximum: not-stated}

Good:
    doses:
      first: {drug: examplin, purpose: recommended, amount: 2 mg/kg, every: 1 d, maximum: {per_day: 150 mg}}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.doses.dose_differences import are_the_same
from generator.checks.views.doses.dose_index import IndexedDose, doses_of_one_use
from generator.checks.views.doses.dose_likeness import are_linked
from generator.diagnostics import Finding, Rule, Severity
from generator.model.dose import NO_CUSTOMARY_MAXIMUM, Dose, Maximum

RULE = Rule(
    code="XRF002",
    name="another-maximum",
    severity=Severity.WARNING,
    summary="The same dose has another maximum elsewhere, or none.",
    why="In a heavy patient the two pages end in unlike doses, and the one without a maximum in the higher.",
    cure="Quote the dose instead of writing it twice, or write the maximum that the source gives in both.",
    basis=("fda-dosage-and-administration-2023", "agree-ii-2010"),
)
SCOPE = Scope.LIBRARY

_MOST_COMPARED = 5
_LIMITS = {
    "per_dose": "at once",
    "per_day": "a day",
    "per_week": "a week",
    "per_course": "in a course",
    "lifetime": "in a lifetime",
}


def check(context: CheckContext) -> Iterator[Finding]:
    """Find doses that are the same, here or in another entry, and whose limits are not."""
    for doses in doses_of_one_use(context.library):
        compared: list[IndexedDose] = []
        for one in doses:
            other = next((other for other in compared if _is_limited_otherwise(one, other)), None)
            if other is not None:
                yield _finding(context, one, other)
            if len(compared) < _MOST_COMPARED:
                compared.append(one)


def _is_limited_otherwise(one: IndexedDose, other: IndexedDose) -> bool:
    limits = one.dose.maximum, other.dose.maximum
    if limits[0] == limits[1] or not any(_has_amounts(dose.dose) for dose in (one, other)):
        return False
    if are_linked(one.entry, one.named, other.entry, other.named):
        return False
    is_one_silent = not all(isinstance(limit, Maximum) for limit in limits)
    if not is_one_silent and not any(_differ(one.dose, other.dose, name) for name in _LIMITS):
        return False
    return are_the_same(one.profile, other.profile)


def _has_amounts(dose: Dose) -> bool:
    return isinstance(dose.maximum, Maximum) and any(dose.maximum.caps(name) for name in _LIMITS)


def _differ(one: Dose, other: Dose, name: str) -> bool:
    """Whether both have this limit, in units that compare, and not the same."""
    caps = [dose.maximum.caps(name) if isinstance(dose.maximum, Maximum) else () for dose in (one, other)]
    exact = [{(cap.unit.dimension, cap.exact) for cap in found} for found in caps]
    return bool(exact[0] and exact[1]) and exact[0] != exact[1]


def _finding(context: CheckContext, one: IndexedDose, other: IndexedDose) -> Finding:
    place = context.library.place_of(other.entry, ("doses", other.dose_id))
    of = "" if other.entry == one.entry else f" of “{other.entry}”"
    message = (
        f"“{one.dose_id}” is the same dose as “{other.dose_id}”{of} ({place}); its maximum is {_limits(one.dose)}, "
        f"and there it is {_limits(other.dose)}"
    )
    return context.finding(RULE, one.entry, ("doses", one.dose_id), message)


def _limits(dose: Dose) -> str:
    if dose.maximum == NO_CUSTOMARY_MAXIMUM:
        return "said not to exist"
    if not isinstance(dose.maximum, Maximum):
        return "not stated"
    said = [
        f"{' or '.join(cap.written for cap in caps)} {words}"
        for name, words in _LIMITS.items()
        if (caps := dose.maximum.caps(name))
    ]
    return ", ".join(said) or "another limit"
