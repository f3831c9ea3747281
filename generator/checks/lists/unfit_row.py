"""A row lacks a column that the list needs, has one that the list has not, or several texts where one is wanted.

Bad:
    # content/vocabulary/syllables.yml
    rows:
      - {word: plexopathy, count: "4"}

Good:
    rows:
      - {word: plexopathy, syllables: "4"}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.checks.context import CheckContext
from generator.checks.facts import FactList, fact_list_names, packaged_facts
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity

RULE = Rule(
    code="LST002",
    name="unfit-row",
    severity=Severity.ERROR,
    summary="A row does not have the columns of its list.",
    why="The row is not read, so that what it should find is not found.",
    cure="Write the columns that the list has, each with what it holds.",
)
SCOPE = Scope.LIBRARY

_Misfit = tuple[str, str]
"""The column that is meant (empty for the row), and what is wrong."""


def check(context: CheckContext) -> Iterator[Finding]:
    """Find rows that no rule reads."""
    for name in sorted(context.library.vocabulary.keys() & set(fact_list_names())):
        facts = packaged_facts(name)
        for number, row in enumerate(context.library.vocabulary[name].rows):
            for column, message in _misfits(facts, row):
                pointer = ("rows", number, column) if column else ("rows", number)
                yield context.finding(RULE, f"vocabulary:{name}", pointer, message, _cure(facts))


def _misfits(facts: FactList, row: Mapping[str, Any]) -> Iterator[_Misfit]:
    for column in sorted(facts.required - row.keys()):
        yield "", f"the row lacks the column “{column}”"
    for column, cell in row.items():
        if column not in facts.columns:
            yield column, f"the list “{facts.name}” has no column “{column}”"
        elif not facts.takes(column, cell):
            wanted = "one text" if isinstance(cell, tuple) else "a list of texts"
            yield column, f"the column “{column}” holds {wanted}"


def _cure(facts: FactList) -> str:
    columns = (f"{column} ({said})" for column, said in facts.columns.items())
    return f"The columns are: {', '.join(columns)}."
