"""A dose, figure or quantity that another edition quotes is not shown to the clinicians.

Bad:
    # The clinicians’ edition has no evidence section and does not quote the figure.
    wording:
      clinician: Symptoms improve.
      patient: Symptoms got better in {stat:improved}.

Good:
    wording:
      clinician: Symptoms improved in {stat:improved}.
      patient: Symptoms got better in {stat:improved}.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.figures.clinicians_facts import clinicians_facts, shown_facts
from generator.checks.views.text.numbers_in_text import numbers_in_text
from generator.checks.views.works.lay_editions import compared_texts, shows_doses
from generator.diagnostics import Finding, Rule, Severity
from generator.model.edition import fields_shown
from generator.model.entries.entry import Entry
from generator.model.text import CLINICIAN

RULE = Rule(
    code="AUD009",
    name="quote-not-for-clinicians",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="What another edition quotes is not shown to the clinicians.",
    why="Patients would read a number that those who treat them cannot look up.",
    cure="Quote it in the words for clinicians too, or list the section that shows it in their audience’s file.",
    basis=("cochrane-plain-language-2021", "cfr-medication-guide"),
)
SCOPE = Scope.ENTRY

_MARK = re.compile(r"\{\s*(dose|stat|quantity)\s*:\s*([^{}\n]*?)\s*\}")
_WHAT = {"dose": "the dose", "stat": "the figure", "quantity": "the quantity"}


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find quotes whose target the clinicians' edition neither shows nor quotes."""
    texts = tuple(compared_texts(context, entry))
    marked = [(audience, told, mark) for audience, told in texts for mark in _MARK.finditer(told.source)]
    if not marked:
        return
    quoted = set(_quoted_to_clinicians(context, entry))
    for audience, told, mark in marked:
        kind, target = mark[1], mark[2]
        if (kind, target) not in quoted and not _is_shown(context, entry, kind, target):
            message = (
                f"{_WHAT[kind]} “{target}” is quoted to “{audience.id}”, and the clinicians do not see it"
            )
            yield context.finding(RULE, entry.id, told.pointer, message)


def _quoted_to_clinicians(context: CheckContext, entry: Entry) -> Iterator[tuple[str, str]]:
    for _, audience, text in context.wordings(entry):
        if audience == CLINICIAN:
            yield from ((mark[1], mark[2]) for mark in _MARK.finditer(text))


def _is_shown(context: CheckContext, entry: Entry, kind: str, target: str) -> bool:
    """Whether the clinicians' edition shows a dose or figure by itself; a quantity counts by its numbers."""
    clinicians = context.library.audiences[CLINICIAN]
    if kind == "quantity":
        numbers = clinicians_facts(context, entry).numbers | shown_facts(context, entry).numbers
        return all(number.value in numbers or number.amount in numbers for number in numbers_in_text(target))
    if "#" in target:
        return False
    return shows_doses(entry, clinicians) if kind == "dose" else "evidence" in fields_shown(clinicians)
