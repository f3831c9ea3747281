"""A weekly dose of a high-alert drug is advised, and nothing says how the treatment is monitored.

Bad:
    doses:
      weekly: {drug: methotrexate, purpose: recommended, amount: 10 mg, times: 1, every: 1 wk}

Good:
    doses:
      weekly: {drug: methotrexate, purpose: recommended, amount: 10 mg, times: 1, every: 1 wk}
    monitoring:
      - {id: blood-count, drug: methotrexate, test: Full blood count, when: not-stated}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.doses.unwatched_weekly_doses import unwatched_weekly_doses
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="DOS019",
    name="weekly-dose-without-monitoring",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="A weekly dose of a high-alert drug stands without any monitoring.",
    why="Harm that shows first in the blood goes unseen until the patient is ill.",
    cure="Say what is watched and when under monitoring, here or in the drug's entry; never guess an interval.",
    basis=("imsn-weekly-methotrexate",),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find weekly doses that are advised, of a listed drug that is monitored nowhere."""
    for dose_id, drug in unwatched_weekly_doses(context, entry):
        message = f"{drug.name} is given weekly (“{dose_id}”), and nothing says what is monitored"
        yield context.finding(RULE, entry.id, ("doses", dose_id), message)
