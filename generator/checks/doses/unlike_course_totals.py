"""Two courses of one drug stand side by side as if they were the same, and give unlike amounts in all.

Bad:
    doses:
      five-days: {drug: examplin, purpose: recommended, amount: 0.4 g/kg, every: 1 d, duration: 5 d}
      short: {drug: examplin, purpose: recommended, amount: 1 g/kg, every: 1 d, duration: 1 to 2 d}

Good:
    doses:
      five-days: {drug: examplin, purpose: recommended, amount: 0.4 g/kg, every: 1 d, duration: 5 d}
      short:
        drug: examplin
        purpose: recommended
        amount: 1 g/kg
        every: 1 d
        duration: 1 to 2 d
        differs_from: {five-days: One day gives half of the total of five days.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.doses.course_totals import course_of
from generator.checks.views.doses.daily_amounts import Sum
from generator.checks.views.doses.dose_likeness import alternatives, are_linked, words_on_difference
from generator.diagnostics import Finding, Rule, Severity
from generator.model.dose import Dose
from generator.model.entries.entry import Entry

RULE = Rule(
    code="DOS007",
    name="unlike-course-totals",
    severity=Severity.WARNING,
    summary="Two courses of a drug are offered as alternatives and give unlike totals.",
    why="A reader who takes one for the other gives twice the drug, or half of it, and believes it is the same.",
    cure="Say under differs_from of one of them why they differ, or correct the amount, the interval or the duration.",
    basis=("fda-dosage-and-administration-2023",),
)
SCOPE = Scope.ENTRY

_PART_OF_A_PLAN = re.compile(
    r"\b(?:loading|induction|initial|first|then|maintenance|continuation|consolidation|step-down|booster|prophyla\w+)\b",
    re.I,
)
"""Labels of doses that follow each other: they are no alternatives."""

_SAME = re.compile(
    r"\b(?:same|equal|identical) (?:[a-z]+ )?(?:total|amount in all)|"
    r"\btotals? (?:is|are|stays?|remains?) (?:the same|equal|identical)",
    re.I,
)
_NOT = re.compile(r"\b(?:not|no|nor|never|half|twice|double|nearly|almost|about)\b|n[’']t\b", re.I)


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every course whose total is unlike that of an alternative above it, with no word on the difference."""
    for group in alternatives(getattr(entry, "doses", {})):
        courses = [
            (dose_id, dose, total)
            for dose_id, dose in group
            if (total := course_of(dose)) is not None and not _PART_OF_A_PLAN.search(dose.label or "")
        ]
        for index, (dose_id, dose, total) in enumerate(courses):
            other = _unlike(entry.id, (dose_id, dose, total), courses[:index])
            if other is not None:
                message = (
                    f"the course “{dose_id}” comes to {total.written} in all, and “{other[0]}”, which is offered for "
                    f"the same, to {other[2].written}"
                )
                if _is_said_to_be_equal(entry.id, (dose_id, dose, total), other):
                    message += ", and differs_from says that the total is the same"
                yield context.finding(RULE, entry.id, ("doses", dose_id), message)


_Course = tuple[str, Dose, Sum]


def _unlike(entry_id: str, course: _Course, above: Sequence[_Course]) -> _Course | None:
    """The first course above with another total, unless this one is tied to any of those by a word on it."""
    comparable = [other for other in above if course[2].comparable_with(other[2])]
    for other in comparable:
        if course[2].exact != other[2].exact and _is_said_to_be_equal(entry_id, course, other):
            return other
    if any(are_linked(entry_id, course[:2], entry_id, other[:2]) for other in comparable):
        return None
    unlike = [other for other in comparable if other[2].exact != course[2].exact]
    return unlike[0] if len(unlike) == len(comparable) and unlike else None


def _is_said_to_be_equal(entry_id: str, one: _Course, other: _Course) -> bool:
    """Whether the word on their difference is that the totals do not differ."""
    said = words_on_difference(entry_id, one[:2], entry_id, other[:2])
    return any(_SAME.search(text) and not _NOT.search(text) for text in said)
