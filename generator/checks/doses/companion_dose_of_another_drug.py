"""A companion drug quotes a dose that is one of another drug.

So does a drug of a class on a medication page, unless the dose is one of a companion of its own doses.

Bad:
    doses:
      methotrexate-weekly:
        drug: methotrexate
        purpose: recommended
        amount: 10 mg
        companions: [{drug: folic-acid, dose: prednisone-daily}]
      prednisone-daily: {drug: prednisone, purpose: recommended, amount: 20 mg, every: 1 d}

Good:
    doses:
      methotrexate-weekly:
        drug: methotrexate
        purpose: recommended
        amount: 10 mg
        companions: [{drug: folic-acid, dose: folic-acid-weekly}]
      folic-acid-weekly: {drug: folic-acid, purpose: recommended, amount: 5 mg, every: 1 wk}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry
from generator.model.entries.medication import ClassDrug

RULE = Rule(
    code="DOS006",
    name="companion-dose-of-another-drug",
    severity=Severity.ERROR,
    summary="A companion, or a drug of a class, quotes a dose of another drug.",
    why="One drug's amount would stand under another drug's name.",
    cure="Quote a dose of the drug that is named, or name the drug of the dose; of several drugs, the same in both.",
    basis=("fda-dosage-and-administration-2023",),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every companion whose drugs and whose dose's drugs are not the same. Unknown doses are another rule's."""
    doses = getattr(entry, "doses", {})
    for dose_id, dose in doses.items():
        for index, companion in enumerate(dose.companions):
            quoted = doses.get(companion.dose)
            if quoted is not None and set(quoted.drugs) != set(companion.drugs):
                message = (
                    f"the companion is {_named(companion.drugs)}, "
                    f"and the dose “{companion.dose}” is one of {_named(quoted.drugs)}"
                )
                pointer = ("doses", dose_id, "companions", index, "dose")
                yield context.finding(RULE, entry.id, pointer, message)
    yield from _in_classes(context, entry)


def _in_classes(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Drugs of a medication page under which the dose of another one stands, and no companion's."""
    doses = getattr(entry, "doses", {})
    for pointer, part in context.parts(entry):
        quoted = part.doses if isinstance(part, ClassDrug) and isinstance(part.doses, tuple) else ()
        given = [doses[one] for one in quoted if one in doses]
        beside = {drug for dose in given for companion in dose.companions for drug in companion.drugs}
        for index, dose_id in enumerate(quoted):
            dose = doses.get(dose_id)
            if dose is None or not isinstance(part, ClassDrug):
                continue
            if not {part.drug, *beside} & set(dose.drugs):
                message = (
                    f"under “{part.drug}” stands the dose “{dose_id}”, which is one of {_named(dose.drugs)}"
                )
                yield context.finding(RULE, entry.id, (*pointer, "doses", index), message)


def _named(drugs: tuple[str, ...]) -> str:
    return " or ".join(f"“{drug}”" for drug in drugs)
