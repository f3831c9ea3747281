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
from generator.checks.views.claims.defining_terms import class_defined_by, defined_in, may_define
from generator.checks.views.claims.told_of import ToldText, told_of
from generator.checks.views.drugs.listed_drugs import cells, is_one_of
from generator.checks.views.text.names_in_text import FoundName, drugs_in_text
from generator.checks.views.text.sentences import sentences
from generator.diagnostics import Finding, Pointer, Rule, Severity
from generator.model.entries.drug import Drug
from generator.model.entries.entry import Entry
from generator.model.entries.medication import Medication
from generator.model.text import NOT_STATED

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
_CURE_OF_CLASS = "Look up the class of the drug on its label or in the ATC classification, and correct it."


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
    yield from _in_its_class(context, entry)


def _in_its_class(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """The class under which a drug stands, where the whole name of the class is such a term."""
    for pointer, drug_id, name in _classes(context, entry):
        for row in class_defined_by(context, name):
            if not _holds(context, row, drug_id):
                drug, right = context.library.drugs[drug_id].name, cells(row, "drugs")[0]
                message = f"{drug} stands in the class “{name}”, to which other drugs belong, such as {right}"
                yield context.finding(RULE, entry.id, pointer, message, _CURE_OF_CLASS)


def _classes(context: CheckContext, entry: Entry) -> Iterator[tuple[Pointer, str, str]]:
    """The class of a drug's own entry, and each drug of a class of a medication page: place, drug, class."""
    if isinstance(entry, Drug) and entry.drug_class != NOT_STATED:
        yield ("drug_class",), entry.id, entry.drug_class
    for number, group in enumerate(entry.classes if isinstance(entry, Medication) else ()):
        for index, one in enumerate(group.drugs):
            if one.drug in context.library.drugs:
                yield ("classes", number, "drugs", index, "drug"), one.drug, group.title


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
