"""Two bands of a dose share a value, so that two doses hold for the same patient.

Bad:
    bands:
      - {for: {weight: 10 to 20 kg}, amount: 120 mg}
      - {for: {weight: 20 to 30 kg}, amount: 240 mg}

Good:
    bands:
      - {for: {weight: 10 to less than 20 kg}, amount: 120 mg}
      - {for: {weight: 20 to 30 kg}, amount: 240 mg}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.doses.bands import bands_of, overlapping
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="DOS015",
    name="overlapping-bands",
    severity=Severity.WARNING,
    summary="Two bands of a dose share a value.",
    why="For a patient with that value the page gives two doses, and does not say which of them holds.",
    cure="End the lower band before the upper one, such as 10 to less than 20 kg; look up what the source says.",
    basis=("fda-dosage-and-administration-2023", "paediatric-medication-errors-2003"),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find bands of age, weight, kidney function and other values that overlap."""
    for dose_id, dose in getattr(entry, "doses", {}).items():
        for row in bands_of(dose_id, dose):
            for band, later in overlapping(row):
                message = f"the bands “{band.written}” and “{later.written}” ({later.measure}) share a value"
                yield context.finding(RULE, entry.id, later.pointer, message)
