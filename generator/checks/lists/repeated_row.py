"""A row that a project adds stands in the list already.

Bad:
    # content/vocabulary/syllables.yml
    rows:
      - {word: plexopathy, syllables: "4"}
      - {word: plexopathy, syllables: "4"}

Good:
    rows:
      - {word: plexopathy, syllables: "4"}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from generator.checks.context import CheckContext
from generator.checks.facts import fact_list_names, packaged_facts
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity

RULE = Rule(
    code="LST003",
    name="repeated-row",
    severity=Severity.WARNING,
    summary="A row that a project adds stands in the list already.",
    why="Whoever changes one of the two expects that the change counts, and the other still does.",
    cure="Delete the row.",
)
SCOPE = Scope.LIBRARY

_Cells = frozenset[tuple[str, Any]]


def check(context: CheckContext) -> Iterator[Finding]:
    """Find rows that are in the package's list, or further up in the same file."""
    for name in sorted(context.library.vocabulary.keys() & set(fact_list_names())):
        seen: set[_Cells] = set()
        for number, row in enumerate(context.library.vocabulary[name].rows):
            cells = _cells(row)
            if cells in _packaged(name):
                message = f"the list “{name}” has this row already"
            elif cells in seen:
                message = "this row stands further up already"
            else:
                seen.add(cells)
                continue
            yield context.finding(RULE, f"vocabulary:{name}", ("rows", number), message)


def _cells(row: Mapping[str, Any]) -> _Cells:
    return frozenset(row.items())


@cache
def _packaged(name: str) -> frozenset[_Cells]:
    return frozenset(_cells(row) for row in packaged_facts(name).rows)
