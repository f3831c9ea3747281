"""A text names a brand as that of a drug, and a list of brands gives it to another.

Bad:
    wording: Immunoglobulins (Gamimune, Gammagard S/D, Sandimmune) are given into a vein.

Good:
    wording: Immunoglobulins (Gamimune, Gammagard S/D) are given into a vein.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.claims.told_of import told_of
from generator.checks.views.drugs.listed_brands import is_brand_of, listed_brands
from generator.checks.views.drugs.listed_drugs import cells
from generator.checks.views.text.names_in_text import FoundName, drugs_in_text
from generator.checks.views.text.sentences import sentences
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="DRG004",
    name="brand-named-with-another-drug",
    severity=Severity.WARNING,
    summary="A text gives a drug the brand of another.",
    why="Whoever knows the medicine by its brand takes one drug for the other.",
    cure="Look the brand up on its label, and take it out here if it is another drug's.",
    basis=("dailymed", "fda-ismp-look-alike-names-2023"),
    judges=True,
)
SCOPE = Scope.ENTRY

_OPENED = re.compile(r"\s?\((?!\s*or\b)(?:(?!\b(?:not|unlike|instead|rather)\b)[^()])*\Z")
_OPENS = re.compile(r"\s?[®™]?\s?\(\s?\Z")
_SOLD_AS = re.compile(
    r"\b(?:sold|marketed|available|known|prescribed) (?:under the name |as |under )|\bbrands?\b|\btrade names?\b",
    re.I,
)


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find brands in brackets behind another drug, before one, or told of one."""
    for told in told_of(context, entry):
        for sentence in sentences(told.text) if any(listed_brands(context).found(told.text)) else ():
            for brand, drug in _pairs(context, sentence, told.drugs):
                row = listed_brands(context).row(brand.written)
                if row is None or is_brand_of(context, row, drug) or _names(sentence, cells(row, "names")):
                    continue
                name = context.library.drugs[drug].name
                message = f"“{brand.written}” is given as a brand of {name}, and is a brand of {row['drug']}"
                yield context.finding(RULE, entry.id, told.pointer, message)


def _pairs(context: CheckContext, sentence: str, drugs: tuple[str, ...]) -> Iterator[tuple[FoundName, str]]:
    """Each listed brand with the drug of the library that the sentence gives it to."""
    brands = list(listed_brands(context).found(sentence))
    if not brands:
        return
    named = [name for name in drugs_in_text(context).found(sentence) if len(name.ids) == 1]
    generic = [name for name in named if not any(_overlap(name, brand) for brand in brands)]
    for brand in brands:
        behind = [one for one in generic if _OPENED.fullmatch(sentence, one.end, brand.start)]
        before = [one for one in generic if _OPENS.fullmatch(sentence, brand.end, one.start)]
        for one in (behind or before)[-1:]:
            yield brand, min(one.ids)
        if (
            not generic
            and len(drugs) == 1
            and drugs[0] in context.library.drugs
            and _SOLD_AS.search(sentence)
        ):
            yield brand, drugs[0]


def _overlap(one: FoundName, other: FoundName) -> bool:
    return one.start < other.end and other.start < one.end


def _names(sentence: str, names: tuple[str, ...]) -> bool:
    plain = sentence.casefold()
    return any(name.casefold() in plain for name in names)
