"""A drug is called by a short form that is mistaken for another drug.

Bad:
    wording: MTX is added.

Good:
    wording: Methotrexate is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.abbreviations import (
    has_another_meaning,
    is_defined,
    names_with_capitals_of,
)
from generator.checks.views.text.designations import Designation, designations, told
from generator.diagnostics import Finding, Rule, Severity
from generator.pages.site_text import EditionText

RULE = Rule(
    code="WRD005",
    name="drug-abbreviation",
    severity=Severity.WARNING,
    summary="A drug is called by a short form that is mistaken for another drug.",
    why="MTX has been read as mitoxantrone, AZT as azathioprine: the reader may give another drug.",
    cure="Write the name of the drug in full.",
    basis=("ismp-error-prone",),
    judges=True,
)
SCOPE = Scope.SITE_TEXT

_OF_A_GENE = re.compile(r"\s(?:genes?|proteins?|mutations?)\b")


def check(context: CheckContext, text: EditionText) -> Iterator[Finding]:
    """Find each short form once; one of the house's choice is allowed where it is defined and the drug has it.

    Where the page spells out other words for it, such as clinical skills assessment (CSA), no drug is meant.
    """
    seen = set()
    for one in designations(context, text, "drug-abbreviations", "anywhere"):
        if one.written in seen or _OF_A_GENE.match(one.own.plain, one.end):
            continue
        seen.add(one.written)
        if _is_allowed(context, text, one):
            continue
        message = f"“{one.written}” stands for a drug and can be taken for another"
        yield one.own.finding(context, RULE, message, _cure(one))


def _is_allowed(context: CheckContext, text: EditionText, one: Designation) -> bool:
    if has_another_meaning(context, text, one.written, told(one.row, "write")):
        return True
    if one.row.get("house_choice") != "yes":
        return False
    return one.written in names_with_capitals_of(context) and is_defined(context, text, one.written)


def _cure(one: Designation) -> str:
    cure = f"Write {told(one.row, 'write')}."
    if one.row.get("house_choice") != "yes":
        return cure
    return f"{cure} Or define it where it is used first and add it to the synonyms of the drug."
