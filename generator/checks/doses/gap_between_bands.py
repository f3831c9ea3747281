"""Between two bands of a dose there are values for which it says nothing.

Bands in whole numbers, 10 to 19 kg and then 20 to 29 kg, leave no gap.

Bad:
    bands:
      - {for: {weight: 10 to 19 kg}, amount: 120 mg}
      - {for: {weight: 25 to 29 kg}, amount: 240 mg}

Good:
    bands:
      - {for: {weight: 10 to 19 kg}, amount: 120 mg}
      - {for: {weight: 20 to 29 kg}, amount: 240 mg}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.doses.bands import apart, bands_of
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="DOS016",
    name="gap-between-bands",
    severity=Severity.WARNING,
    summary="Between two bands of a dose there are values without a dose.",
    why="A patient with such a value gets no dose, or in failing kidneys the full one, because nothing else is said.",
    cure="Look up where the bands of the source end; if the gap is the source's, say in a remark that it gives none.",
    basis=("fda-dosage-and-administration-2023", "paediatric-medication-errors-2003"),
)
SCOPE = Scope.ENTRY
_CURE_OF_OWN = (
    "Look up where the bands of the source end; if that amount is meant for these too, write a band with it."
)


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find holes between bands that make up the dose, and between those of kidney function."""
    for dose_id, dose in getattr(entry, "doses", {}).items():
        for row in bands_of(dose_id, dose):
            for band, later in apart(row):
                message = f"nothing is said between “{band.written}” and “{later.written}” ({later.measure})"
                if later.is_whole_dose:
                    yield context.finding(RULE, entry.id, later.pointer, message)
                else:
                    message += f", so that the amount of “{dose_id}” outside of its bands would hold there"
                    yield context.finding(RULE, entry.id, later.pointer, message, _CURE_OF_OWN)
