"""A name of one drug is also a name of another. Brands that two drugs share are another rule's.

Bad:
    # content/drugs/azathioprine.yml has the brand Imuran.
    name: ciclosporin
    synonyms: [cyclosporin A, Imuran]

Good:
    name: ciclosporin
    synonyms: [cyclosporin A, cyclosporine]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.drugs.drug_names import DrugName, drug_names
from generator.diagnostics import Finding, Rule, Severity

RULE = Rule(
    code="DRG002",
    name="name-under-two-drugs",
    severity=Severity.ERROR,
    summary="A name of one drug is also a name of another.",
    why="Search, links and readers take one drug for the other.",
    cure="Find out which drug has the name, and delete it under the other.",
    basis=("who-inn-stems-2024",),
)
SCOPE = Scope.LIBRARY


def check(context: CheckContext) -> Iterator[Finding]:
    """Find each name that another drug has already, generic names first, then synonyms, then brands."""
    first: dict[str, DrugName] = {}
    for name in sorted(drug_names(context.library), key=lambda name: _ORDER.index(name.kind)):
        other = first.setdefault(name.key, name)
        if other.drug != name.drug and not other.kind == name.kind == "brand":
            place = context.library.place_of(other.drug, other.pointer)
            here, there = f"a {name.kind} of {name.drug} here", f"a {other.kind} of {other.drug} in {place}"
            message = f"“{name.written}” is {here} and {there}"
            yield context.finding(RULE, name.drug, name.pointer, message)


_ORDER = ("generic name", "synonym", "brand")
