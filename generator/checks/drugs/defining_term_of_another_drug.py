"""A text says of one drug what defines another.

Bad:
    name: cyclophosphamide
    what_it_is: Cyclophosphamide is a cyclic polypeptide that suppresses the immune system.

Good:
    name: cyclophosphamide
    what_it_is: Cyclophosphamide is related to the nitrogen mustards.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.claims.defining_terms import defined_in, may_define
from generator.checks.views.claims.told_of import ToldText, told_of
from generator.checks.views.drugs.listed_drugs import cells, is_one_of
from generator.checks.views.text.names_in_text import FoundName, drugs_in_text
from generator.checks.views.text.sentences import sentences
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="DRG005",
    name="defining-term-of-another-drug",
    severity=Severity.WARNING,
    summary="A text says of one drug what defines another.",
    why="The paragraph may belong to another drug altogether, with its doses, harms and warnings.",
    cure="Look up what the drug is, and see whether the rest of the text is about it.",
    basis=("dailymed",),
    judges=True,
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find sentences that call a drug by a term that holds for others only."""
    for told in told_of(context, entry):
        for sentence in sentences(told.text) if may_define(context, told.text) else ():
            for row, named in defined_in(context, sentence):
                drug = _subject(context, named, told)
                if drug is None or _holds(context, row, drug) or _names(context, sentence, row):
                    continue
                name = context.library.drugs[drug].name
                right = cells(row, "drugs")[0]
                message = f"{name} is called “{row['term']}” here, which defines other drugs, such as {right}"
                yield context.finding(RULE, entry.id, told.pointer, message)


def _subject(context: CheckContext, named: FoundName | None, told: ToldText) -> str | None:
    """The drug of which the term is said: the one that is named before it, or that of the text."""
    ids = named.ids if named is not None else frozenset(told.drugs)
    drug = min(ids) if len(ids) == 1 else None
    return drug if drug in context.library.drugs else None


def _holds(context: CheckContext, row: Mapping[str, Any], drug: str) -> bool:
    return is_one_of(context, drug, cells(row, "drugs"))


def _names(context: CheckContext, sentence: str, row: Mapping[str, Any]) -> bool:
    """Whether the sentence names a drug for which the term holds, as a comparison does."""
    found: Iterator[FoundName] = drugs_in_text(context).found(sentence)
    if any(_holds(context, row, drug) for name in found for drug in sorted(name.ids)):
        return True
    plain = sentence.casefold()
    return any(name.casefold() in plain for name in cells(row, "drugs"))
