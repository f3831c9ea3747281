"""A medication page lists a drug without any dose.

Bad:
    classes:
      - {id: tricyclics, title: Tricyclic antidepressants, drugs: [{drug: doxepin, doses: not-stated}]}

Good:
    classes:
      - {id: tricyclics, title: Tricyclic antidepressants, drugs: [{drug: doxepin, doses: [doxepin-usual]}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry
from generator.model.entries.medication import ClassDrug
from generator.model.text import NOT_STATED

RULE = Rule(
    code="PRT003",
    name="drug-without-dose",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="A medication page lists a drug without any dose.",
    why="Whoever opens a medication page looks for the dose.",
    cure="Write the dose under doses: of the page and name it here, with its citation; never guess it.",
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every drug of a class whose doses are not stated, or none."""
    for pointer, part in context.parts(entry):
        if isinstance(part, ClassDrug) and part.doses in (NOT_STATED, ()):
            message = f"the page gives no dose of “{part.drug}”"
            yield context.finding(RULE, entry.id, (*pointer, "doses"), message)
