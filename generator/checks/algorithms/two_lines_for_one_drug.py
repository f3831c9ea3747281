"""One drug stands at two lines of treatment in one entry, for the same patients and phase.

Bad:
    recommendations:
      - {id: try-examplin, intervention: {drug: examplin}, line: 2, wording: Try examplin at the second line.}
    options:
      - {id: examplin, title: Examplin, intervention: {drug: examplin}, line: 3, recommendation: try-examplin}

Good:
    recommendations:
      - {id: try-examplin, intervention: {drug: examplin}, line: 3, wording: Try examplin at the third line.}
    options:
      - {id: examplin, title: Examplin, intervention: {drug: examplin}, line: 3, recommendation: try-examplin}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.claims.line_in_text import SaidLine, lines_said
from generator.checks.views.drugs.lines_of_treatment import PlacedLine, lines_of, same_patients
from generator.checks.views.text.names_in_text import drugs_in_text
from generator.checks.views.text.plain_words import plain_words
from generator.checks.views.text.sentences import sentences
from generator.diagnostics import Finding, Pointer, Rule, Severity, pointer_text
from generator.model.entries.entry import Entry

RULE = Rule(
    code="ALG002",
    name="two-lines-for-one-drug",
    severity=Severity.WARNING,
    summary="One drug stands at two lines of treatment, for the same patients and phase.",
    why="One reader gives the drug before others have been tried, another keeps it back, both by the same page.",
    cure="Choose the line that the source supports; if both hold, say for whom or in which phase each does.",
    basis=("agree-ii-2010",),
    judges=True,
)
SCOPE = Scope.ENTRY

_TOLD = frozenset({
    "question", "recommendations", "overview", "options", "option_groups", "algorithm", "classes", "pitfalls",
    "conclusion", "sections",
})  # fmt: skip
"""Where an entry speaks for itself; what studies and other bodies say is theirs."""
_OF_OTHERS = frozenset({"others_say", "consider_when", "not_when", "population", "indirect"})
_QUALIFIED = re.compile(
    r"\b(?:not|no longer|if|when|unless|where|who|whose|children|pregnan\w+|women|men|elderly|older|source|guidelines?|"
    r"according to|others?|elsewhere|although|whereas|formerly|previously|contradict\w*|in patients with|"
    r"in people with|for patients with|for people with)\b",
    re.I,
)


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find lines that differ between recommendation and option, between two of either, and from the texts."""
    placed = list(lines_of(entry))
    for number, one in enumerate(placed):
        other = next((before for before in placed[:number] if _clash(before, one)), None)
        if other is not None:
            message = f"{_name(context, one.drug)} is at line {one.line} here and at line {other.line} in {other.where}"
            yield context.finding(RULE, entry.id, one.pointer, message)
    yield from _in_texts(context, entry, placed)


def _clash(one: PlacedLine, other: PlacedLine) -> bool:
    return one.drug == other.drug and one.line != other.line and same_patients(one, other)


def _in_texts(context: CheckContext, entry: Entry, placed: list[PlacedLine]) -> Iterator[Finding]:
    known: dict[str, dict[int, str]] = {}
    for one in placed:
        known.setdefault(one.drug, {})[one.line] = one.where
    for pointer, said, is_qualified in _said(context, entry):
        lines: Mapping[int, str] = known.get(said.drug, {})
        if not lines and not is_qualified:
            known[said.drug] = {said.line: pointer_text(pointer)}
        elif lines and said.line not in lines and not is_qualified:
            other, where = min(lines.items())
            here = f"“{said.written}” is said of {_name(context, said.drug)} here"
            yield context.finding(RULE, entry.id, pointer, f"{here}, which is at line {other} in {where}")


def _said(context: CheckContext, entry: Entry) -> Iterator[tuple[Pointer, SaidLine, bool]]:
    """Every line that a text of the entry gives a drug, and whether it does so with a condition."""
    for pointer, _, text in context.wordings(entry):
        if "line" in text.casefold() and pointer[0] in _TOLD and not _OF_OTHERS & set(pointer):
            for sentence in sentences(plain_words(text)):
                is_qualified = _QUALIFIED.search(sentence) is not None
                for said in lines_said(sentence, list(drugs_in_text(context).found(sentence))):
                    yield pointer, said, is_qualified


def _name(context: CheckContext, drug: str) -> str:
    entry = context.library.drugs.get(drug)
    return entry.name if entry is not None else drug
