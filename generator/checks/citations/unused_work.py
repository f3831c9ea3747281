"""The bibliography holds a work that no entry cites.

While an entry cannot be read, nobody knows what it cites, and the rule says nothing.

Bad:
    # The bibliography has the works dyck-2009 and dyck-2014, and no other entry cites either.
    cites: [dyck-2009]

Good:
    cites: [dyck-2009, dyck-2014]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity

RULE = Rule(
    code="CIT005",
    name="unused-work",
    severity=Severity.WARNING,
    summary="No entry cites a work of the bibliography.",
    why="It may be a citation that was lost when a statement was edited.",
    cure="Cite it where it belongs, or delete it from the bibliography.",
    basis=("ama-manual-2020",),
)
SCOPE = Scope.LIBRARY


def check(context: CheckContext) -> Iterator[Finding]:
    """Find every work that nothing cites."""
    if context.library.unreadable:
        return
    cited = {
        quote.target
        for entry in context.library.entries()
        for quote in context.quotes(entry)
        if quote.kind == "work"
    }
    for key in context.library.works:
        if key not in cited:
            yield context.finding(RULE, f"work:{key}", (), f"no entry cites the work “{key}”")
