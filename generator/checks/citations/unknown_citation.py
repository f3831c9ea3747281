"""A citation names a work that is not in the bibliography.

Bad:
    # The bibliography has the work dyck-2009.
    cites: [dyck-2090]

Good:
    cites: [dyck-2009]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="CIT003",
    name="unknown-citation",
    severity=Severity.ERROR,
    summary="A citation names a work that is not in the bibliography.",
    why="The statement would be printed without its reference.",
    cure="Correct the key, or add the work to the bibliography.",
    basis=("ama-manual-2020",),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every key that is nowhere. Works that stand there but could not be read have errors of their own."""
    library = context.library
    known = library.works.keys() | library.unreadable_works
    for quote in context.quotes(entry) if library.has_bibliography else ():
        if quote.kind == "work" and quote.target not in known:
            message = f"there is no work “{quote.target}” in the bibliography"
            cure = context.near("works", library.works).did_you_mean(quote.target)
            yield context.finding(RULE, entry.id, quote.pointer, message, cure)
