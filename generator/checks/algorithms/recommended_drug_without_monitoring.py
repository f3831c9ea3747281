"""An entry advises a drug, and says nowhere what is checked before or during treatment with it.

Bad:
    options:
      - {id: examplin, title: Examplin, intervention: {drug: examplin}, line: 2}

Good:
    options:
      - {id: examplin, title: Examplin, intervention: {drug: examplin}, line: 2}
    monitoring:
      - {id: blood-count, drug: examplin, test: Full blood count, when: not-stated, cites: [p-1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.doses.unwatched_weekly_doses import unwatched_weekly_doses
from generator.checks.views.drugs.watched_drugs import advised_drugs, uncovered
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="ALG007",
    name="recommended-drug-without-monitoring",
    severity=Severity.WARNING,
    summary="A drug is advised, and nothing says what is checked before or during treatment.",
    why="A harm that a blood test would show in time is found too late.",
    cure="Add under baseline_checks or monitoring what the source says is checked, here or in the drug's own entry.",
    basis=("agree-ii-2010", "gmc-prescribing-2021"),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find options, and recommendations without an option, with a drug of which no checks are given.

    A weekly dose of a high-alert drug has a finding of its own, which says more.
    """
    told = {drug.id for _, drug in unwatched_weekly_doses(context, entry)}
    for pointer, drugs in advised_drugs(entry):
        others = (drug for drug in drugs if drug not in told)
        lacking = uncovered(context, entry, others, ("baseline_checks", "monitoring"))
        if lacking:
            names = " or ".join(drug.name for drug in lacking)
            yield context.finding(
                RULE, entry.id, pointer, f"no check before or during treatment is given for {names}"
            )
