"""A project adds rows to a list that there is not.

Bad:
    # content/vocabulary/sylables.yml; the list is called syllables.
    rows:
      - {word: plexopathy, syllables: "4"}

Good:
    # content/vocabulary/syllables.yml
    source: Counted by us
    rows:
      - {word: plexopathy, syllables: "4"}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.facts import fact_list_names
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity

RULE = Rule(
    code="LST001",
    name="unknown-list",
    severity=Severity.WARNING,
    summary="A project adds rows to a list that there is not.",
    why="No rule reads the rows, so that what they should find is not found.",
    cure="Give the file the name of a list.",
)
SCOPE = Scope.LIBRARY


def check(context: CheckContext) -> Iterator[Finding]:
    """Find files of rows that have the name of no list."""
    names = fact_list_names()
    for name in context.library.vocabulary:
        if name not in names:
            cure = context.near("list", names).did_you_mean(name) or f"The lists are: {', '.join(names)}."
            yield context.finding(RULE, f"vocabulary:{name}", (), f"there is no list “{name}”", cure)
