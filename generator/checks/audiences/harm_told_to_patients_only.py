"""A harm or another caution is worded for another audience and not for clinicians.

That goes for harms, contraindications, interactions, pregnancy, and checks. Boxed harms and warning signs, which every
audience must be told, have rules of their own.

Bad:
    audiences: [clinician, patient]
    harms:
      - {id: clots, drug: examplin, wording: {patient: You may get blood clots.}}

Good:
    audiences: [clinician, patient]
    harms:
      - {id: clots, drug: examplin, wording: {clinician: Thrombosis., patient: You may get blood clots.}}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.drugs.cautions import Caution, cautions_of
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry
from generator.model.text import CLINICIAN

RULE = Rule(
    code="AUD011",
    name="harm-told-to-patients-only",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="A harm or another caution is worded for another audience and not for clinicians.",
    why="Clinicians would not find on their page what their patients ask them about.",
    cure="Write the words for clinicians too.",
    basis=("cochrane-plain-language-2021", "cfr-medication-guide"),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find cautions that some declared audience is told, and clinicians are not."""
    declared = [audience.id for audience in context.library.editions_of(entry)]
    for caution in cautions_of(entry) if CLINICIAN in declared else ():
        if caution.boxed or caution.field == "red_flags":
            continue
        told = [audience for audience in declared if caution.wording.for_audience(audience) is not None]
        if told and CLINICIAN not in told:
            message = f"{_named(caution)} is worded for {_listed(told)} and not for clinicians"
            yield context.finding(RULE, entry.id, caution.pointer, message)


def _named(caution: Caution) -> str:
    return f"{caution.what} “{caution.id}”"


def _listed(audiences: list[str]) -> str:
    return " and ".join(f"“{audience}”" for audience in audiences)
