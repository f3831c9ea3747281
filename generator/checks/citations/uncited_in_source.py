"""A statement was taken over although its source gives no reference for it, and is marked so.

The mark is honest, and draft content may carry it. Approved content has to stand on something.

Bad:
    harms:
      - id: thrombosis
        wording: Thrombotic events.
        cites: uncited-in-source

Good:
    harms:
      - id: thrombosis
        wording: Thrombotic events.
        cites: [dyck-2009]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.citation import UNCITED
from generator.model.entries.entry import Entry

RULE = Rule(
    code="CIT002",
    name="uncited-in-source",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="The source gives no reference for a statement.",
    why="The statement stands on nothing that a reader could look up.",
    cure="Find the work that shows it and cite that, or take the statement out before approval.",
    basis=("icmje-recommendations", "iom-guidelines-2011"),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every mark."""
    for pointer, part in context.parts(entry):
        if getattr(part, "cites", None) == UNCITED:
            message = "the source gives no reference for this"
            yield context.finding(RULE, entry.id, (*pointer, "cites"), message)
