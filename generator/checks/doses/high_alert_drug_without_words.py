"""A dose of a drug that is often given wrongly stands without the words that warn of it.

The words are written once, under high_alert of the drug, and stand with each of its doses. Which drugs need them is a
list: high-alert. A project adds rows in content/vocabulary/high-alert.yml.

Bad:
    # content/drugs/methotrexate.yml
    name: methotrexate
    brands: not-stated

Good:
    # content/drugs/methotrexate.yml
    name: methotrexate
    brands: not-stated
    high_alert:
      - id: weekly
        applies_to: weekly-doses
        wording: {clinician: "Once weekly, never daily.", patient: Once a week. Never daily.}
        basis: ISMP best practice 2
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.doses.high_alert_rows import high_alert_rows, needs_words
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry
from generator.model.high_alert import alerts_of

RULE = Rule(
    code="DOS018",
    name="high-alert-drug-without-words",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="A dose of a high-alert drug stands without its words of warning.",
    why="Patients have died of exactly this error: a weekly dose taken daily, a drug given by the wrong route.",
    cure="Write the words with their source under high_alert of the drug; they then stand with each of its doses.",
    basis=("ismp-best-practices-for-hospitals", "imsn-weekly-methotrexate", "who-vincristine-alert-2007"),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find doses of listed drugs whose entry has no words for them."""
    for dose_id, dose in getattr(entry, "doses", {}).items():
        for drug, row in high_alert_rows(context, dose):
            if needs_words(row, dose) and not list(alerts_of(dose, [drug])):
                message = (
                    f"the dose “{dose_id}” is one of {drug.name}, whose entry has no high-alert words for it"
                )
                yield context.finding(RULE, entry.id, ("doses", dose_id), message)
