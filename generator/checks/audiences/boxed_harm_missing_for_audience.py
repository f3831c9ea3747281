"""A boxed harm has no words for one of the audiences that the entry is written for.

Bad:
    audiences: [clinician, patient]
    harms:
      - {id: clots, drug: examplin, boxed: yes, wording: Thrombosis.}

Good:
    audiences: [clinician, patient]
    harms:
      - {id: clots, drug: examplin, boxed: yes, wording: {clinician: Thrombosis., patient: You may get blood clots.}}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.drugs.cautions import cautions_of
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="AUD012",
    name="boxed-harm-missing-for-audience",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="A boxed harm has no words for one of the entry’s audiences.",
    why="The gravest harms are the last that an edition may leave out.",
    cure="Write the words for this audience too.",
    basis=("cfr-medication-guide",),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find boxed harms that an edition would pass over."""
    if not hasattr(entry, "audiences"):
        return
    for caution in cautions_of(entry):
        for audience in context.library.editions_of(entry) if caution.boxed else ():
            if caution.wording.for_audience(audience.id) is None:
                message = f"the boxed harm “{caution.id}” has no words for “{audience.id}”"
                yield context.finding(RULE, entry.id, caution.pointer, message)
