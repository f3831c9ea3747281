"""A dose says that it has no customary maximum, and cites nothing for it.

Bad:
    doses:
      ivig: {drug: immunoglobulin, purpose: recommended, amount: 2 g/kg, maximum: no-customary-maximum}

Good:
    doses:
      ivig:
        {drug: immunoglobulin, purpose: recommended, amount: 2 g/kg, maximum: no-customary-maximum, cites: [dyck-2009]}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.citation import cited_works
from generator.model.dose import NO_CUSTOMARY_MAXIMUM
from generator.model.entries.entry import Entry

RULE = Rule(
    code="DOS004",
    name="no-customary-maximum-uncited",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="A dose is said to have no customary maximum, without a citation.",
    why="That a dose has no bound is a clinical statement; without a source it may be a maximum that was overlooked.",
    cure="Cite the work that shows it under cites: of the dose, or write maximum: not-stated.",
    basis=("fda-dosage-and-administration-2023",),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every dose without bound and without source."""
    for dose_id, dose in getattr(entry, "doses", {}).items():
        if dose.maximum == NO_CUSTOMARY_MAXIMUM and not cited_works(dose.cites):
            message = f"the dose “{dose_id}” says that there is no maximum and cites nothing"
            yield context.finding(RULE, entry.id, ("doses", dose_id, "maximum"), message)
