"""The project is a shallow clone: git knows only its last commits, and not when files began.

Bad:
    # A job that checks the site, as many services do by default:
    with: {fetch-depth: 1}

Good:
    with: {fetch-depth: 0}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Place, Rule, Severity

RULE = Rule(
    code="REV005",
    name="shallow-history",
    severity=Severity.NOTE,
    summary="The project is a shallow clone, which does not know when its files began.",
    why="Whether decisions were recorded when they were made cannot be compared with git.",
    cure="Nothing is wrong with the content; to compare all dates, fetch the whole history (fetch-depth: 0).",
    basis=("mhra-data-integrity-2018",),
)
SCOPE = Scope.LIBRARY

_WHERE_GIT_SAYS_SO = Place(".git/shallow", 1, 1)


def check(context: CheckContext) -> Iterator[Finding]:
    """Say it once for the whole project."""
    if context.history is not None and context.history.is_shallow:
        message = "this is a shallow clone: the days on which files were first committed are not known"
        yield RULE.finding(message, _WHERE_GIT_SAYS_SO)
