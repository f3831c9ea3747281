"""An entry advises a drug, and names none of its harms.

Bad:
    options:
      - {id: examplin, title: Examplin, intervention: {drug: examplin}, line: 2}

Good:
    options:
      - {id: examplin, title: Examplin, intervention: {drug: examplin}, line: 2}
    harms:
      - {id: headache, drug: examplin, wording: Headache can occur., cites: [p-1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.drugs.watched_drugs import advised_drugs, uncovered
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="ALG008",
    name="recommended-drug-without-harms",
    severity=Severity.WARNING,
    summary="A drug is advised, and none of its harms is named.",
    why="The reader weighs a benefit against nothing, as if the drug had no harms.",
    cure="Add under harms what the source says of its harms, here or in the drug's own entry.",
    basis=("agree-ii-2010", "consort-harms-2004"),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find options, and recommendations without an option, with a drug of which no harms are given."""
    for pointer, drugs in advised_drugs(entry):
        lacking = uncovered(context, entry, drugs, ("harms",))
        if lacking:
            names = " or ".join(drug.name for drug in lacking)
            yield context.finding(RULE, entry.id, pointer, f"no harm is named of {names}")
