"""Two entries give unlike doses of one drug for the same use, and neither says why.

The use is the drug, the indication (the entry's condition unless the dose names another), the phase, the population and
the purpose. Doses of trials, and of treatment before, are left aside.

Bad:
    # content/summaries/other-page.yml gives examplin 40 mg every 1 d for the same condition.
    doses:
      examplin: {drug: examplin, purpose: recommended, route: oral, amount: 20 mg, every: 1 d}

Good:
    # content/summaries/other-page.yml gives examplin 40 mg every 1 d for the same condition.
    doses:
      examplin:
        drug: examplin
        purpose: recommended
        route: oral
        amount: 20 mg
        every: 1 d
        differs_from: {other-page#examplin: The guideline cited there starts higher.}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.doses.dose_as_written import dose_as_written
from generator.checks.views.doses.dose_differences import differences
from generator.checks.views.doses.dose_index import IndexedDose, doses_of_one_use
from generator.checks.views.doses.dose_likeness import are_linked
from generator.diagnostics import Finding, Rule, Severity

RULE = Rule(
    code="XRF001",
    name="another-dose",
    severity=Severity.WARNING,
    summary="Another entry gives another dose of the drug for the same use.",
    why="What a patient gets then depends on which page the reader happened to open.",
    cure="Correct the one that is wrong, or say why they differ under differs_from (other-entry#dose).",
    basis=("agree-ii-2010", "fda-dosage-and-administration-2023"),
)
SCOPE = Scope.LIBRARY

_MOST_COMPARED = 5
"""With so many entries at most each one is compared, so that time grows with the library and not with its square."""


def check(context: CheckContext) -> Iterator[Finding]:
    """Find entries that have no dose in common with another one for the same use."""
    for doses in doses_of_one_use(context.library):
        compared: list[list[IndexedDose]] = []
        for own in _by_entry(doses):
            for other in compared:
                pair = _unlike(own, other)
                if pair is not None:
                    yield _finding(context, *pair)
                    break
            if len(compared) < _MOST_COMPARED:
                compared.append(own)


def _by_entry(doses: list[IndexedDose]) -> list[list[IndexedDose]]:
    found: dict[str, list[IndexedDose]] = {}
    for one in doses:
        found.setdefault(one.entry, []).append(one)
    return list(found.values())


def _unlike(own: list[IndexedDose], others: list[IndexedDose]) -> tuple[IndexedDose, IndexedDose] | None:
    """The first pair, unless any two agree or any of them says why it differs."""
    pairs = [(one, other) for one in own[:_MOST_COMPARED] for other in others[:_MOST_COMPARED]]
    if any(are_linked(one.entry, one.named, other.entry, other.named) for one, other in pairs):
        return None
    if any(not differences(one.profile, other.profile) for one, other in pairs):
        return None
    return pairs[0]


def _finding(context: CheckContext, one: IndexedDose, other: IndexedDose) -> Finding:
    place = context.library.place_of(other.entry, ("doses", other.dose_id))
    said = ", ".join(differences(one.profile, other.profile))
    message = (
        f"“{one.dose_id}” is {dose_as_written(one.dose)}; for the same use “{other.dose_id}” of “{other.entry}” is "
        f"{dose_as_written(other.dose)} (other {said}; {place})"
    )
    return context.finding(RULE, one.entry, ("doses", one.dose_id), message)
