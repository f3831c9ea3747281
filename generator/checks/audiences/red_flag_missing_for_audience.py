"""A warning sign has no words for one of the audiences that the entry is written for.

Bad:
    audiences: [clinician, patient]
    red_flags:
      - {id: breathlessness, wording: Acute dyspnoea.}

Good:
    audiences: [clinician, patient]
    red_flags:
      - {id: breathlessness, wording: {clinician: Acute dyspnoea., patient: You suddenly find it hard to breathe.}}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.drugs.cautions import cautions_of
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="AUD013",
    name="red-flag-missing-for-audience",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="A warning sign has no words for one of the entry’s audiences.",
    why="Who is not told the sign does not seek help, or does not send for it, in time.",
    cure="Write the words for this audience too.",
    basis=("cfr-medication-guide",),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find warning signs that an edition would pass over."""
    if not hasattr(entry, "audiences"):
        return
    for caution in cautions_of(entry):
        for audience in context.library.editions_of(entry) if caution.field == "red_flags" else ():
            if caution.wording.for_audience(audience.id) is None:
                message = f"the warning sign “{caution.id}” has no words for “{audience.id}”"
                yield context.finding(RULE, entry.id, caution.pointer, message)
