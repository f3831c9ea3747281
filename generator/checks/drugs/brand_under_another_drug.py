"""A brand stands under a drug, and a list of brands gives it to another.

Bad:
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
from generator.checks.views.drugs.listed_brands import is_brand_of, listed_brands
from generator.diagnostics import Finding, Pointer, Rule, Severity
from generator.model.entries.drug import Drug
from generator.model.entries.entry import Entry
from generator.model.entries.medication import ClassDrug

RULE = Rule(
    code="DRG003",
    name="brand-under-another-drug",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="A brand stands under a drug that is not sold under it.",
    why="Whoever knows the medicine by its brand is given the dose and the warnings of another drug.",
    cure="Look the brand up on its label, and delete it here if it is another drug's.",
    basis=("dailymed", "fda-ismp-look-alike-names-2023"),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every brand of a drug, and every brand of a licence, that is another drug's."""
    brands = listed_brands(context)
    for pointer, brand, drug in _brands(context, entry):
        row = brands.row(brand)
        if drug in context.library.drugs and row is not None and not is_brand_of(context, row, drug):
            name = context.library.drugs[drug].name
            message = f"“{brand}” stands here as a brand of {name}, and is a brand of {row['drug']}"
            yield context.finding(RULE, entry.id, pointer, message)


def _brands(context: CheckContext, entry: Entry) -> Iterator[tuple[Pointer, str, str]]:
    """Each brand with its pointer and the drug under which it stands."""
    if isinstance(entry, Drug):
        for index, brand in enumerate(entry.brands if isinstance(entry.brands, tuple) else ()):
            yield ("brands", index, "name"), brand.name, entry.id
        for index, licence in enumerate(entry.indications):
            if licence.brand is not None:
                yield ("indications", index, "brand"), licence.brand, entry.id
    for pointer, part in context.parts(entry):
        if isinstance(part, ClassDrug):
            for index, licence in enumerate(part.licences):
                if licence.brand is not None:
                    yield (*pointer, "licences", index, "brand"), licence.brand, part.drug
