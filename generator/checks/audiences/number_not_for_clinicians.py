"""A number in another edition's words stands nowhere on the clinicians' page of the same entry.

Equal are: counts and percentages (1 in 4 and 25%), also rounded or of those without the outcome; digits and number
words; days, weeks, months and years of about the same length. Telephone numbers of emergency services, and small
numbers that only count what is told, are left alone.

Bad:
    wording:
      clinician: Nausea is common.
      patient: 1 in 7 people feel sick.

Good:
    wording:
      clinician: Nausea occurred in 14%.
      patient: 1 in 7 people felt sick.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.figures.clinicians_facts import clinicians_facts, shown_facts
from generator.checks.views.text.numbers_in_text import (
    StatedNumber,
    numbers_in_text,
    shares_of_people_in_text,
)
from generator.checks.views.works.lay_editions import Told, compared_texts
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="AUD008",
    name="number-not-for-clinicians",
    severity=Severity.WARNING,
    summary="A number of another edition stands nowhere on the clinicians’ page.",
    why="It was checked with nothing: a patient may be told a chance or a time that no clinician has seen.",
    cure="Correct it, or tell the clinicians the same number with what it stands on.",
    basis=("cochrane-plain-language-2021", "cfr-medication-guide"),
    judges=True,
)
SCOPE = Scope.ENTRY

_EMERGENCY = {999, 911, 112, 111, 101}
_FEW = 5
_MEASURED = {
    "times", "tablet", "tablets", "capsule", "capsules", "puff", "puffs", "drop", "drops", "dose", "doses", "unit",
    "units", "cup", "cups", "glass", "glasses", "litre", "litres", "degrees", "injections", "infusions", "mg", "g",
    "ml", "%", "people", "person", "cm", "kg", "percent",
}  # fmt: skip


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find the numbers of other editions that do not follow from what the clinicians are told."""
    doubtful = list(_stated(context, entry))
    for facts_of in (clinicians_facts, shown_facts):
        if doubtful:
            facts = facts_of(context, entry)
            doubtful = [one for one in doubtful if not facts.holds(one[2])]
    for audience, told, stated in doubtful:
        message = f"“{stated.written}” is told to “{audience}” and stands nowhere on the clinicians’ page"
        yield context.finding(RULE, entry.id, told.pointer, message)


def _stated(context: CheckContext, entry: Entry) -> Iterator[tuple[str, Told, StatedNumber]]:
    for audience, told in compared_texts(context, entry):
        for stated in (*numbers_in_text(told.words), *shares_of_people_in_text(told.words)):
            if _is_checked(stated):
                yield audience.id, told, stated


def _is_checked(stated: StatedNumber) -> bool:
    if stated.kind == "time":
        return not stated.written.lower().startswith(("a ", "an ", "one ", "1 "))
    if stated.kind != "number":
        return True
    if stated.value in _EMERGENCY:
        return False
    if stated.value <= 1:
        return False
    is_small = stated.value.denominator == 1 and stated.value <= _FEW
    return not is_small or stated.noun.lower() in _MEASURED
