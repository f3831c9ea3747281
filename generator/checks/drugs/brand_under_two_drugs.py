"""The same brand stands under two drugs.

Bad:
    # content/drugs/ciclosporin.yml has this brand too.
    name: immunoglobulin
    brands: [{name: Sandimmune, country: US}]

Good:
    name: immunoglobulin
    brands: [{name: Gamimune, country: US}]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.drugs.drug_names import DrugName, drug_names
from generator.diagnostics import Finding, Rule, Severity

RULE = Rule(
    code="DRG001",
    name="brand-under-two-drugs",
    severity=Severity.ERROR,
    summary="The same brand stands under two drugs.",
    why="Whoever searches for the brand is led to the wrong drug and its doses.",
    cure="Find out whose brand it is, and delete it under the other drug.",
    basis=("dailymed",),
)
SCOPE = Scope.LIBRARY


def check(context: CheckContext) -> Iterator[Finding]:
    """Find each brand that a drug before it, in the order of ids, has already."""
    first: dict[str, DrugName] = {}
    for name in drug_names(context.library):
        if name.kind != "brand":
            continue
        other = first.setdefault(name.key, name)
        if other.drug != name.drug:
            place = context.library.place_of(other.drug, other.pointer)
            message = f"“{name.written}” is a brand of {name.drug} here and of {other.drug} in {place}"
            yield context.finding(RULE, name.drug, name.pointer, message)
