"""A search includes more studies than were screened, or screens more records than were found.

Bad:
    evidence_search: {databases: [MEDLINE], searched: 2026-01-31, found: 412, screened: 380, included: 390}

Good:
    evidence_search: {databases: [MEDLINE], searched: 2026-01-31, found: 412, screened: 380, included: 3}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="STA009",
    name="search-counts-grow",
    severity=Severity.WARNING,
    summary="A search includes more than was screened, or screens more than was found.",
    why="Nobody can repeat or trust a search whose numbers cannot be.",
    cure="Look the numbers up; two of them may have changed places.",
    basis=("prisma-2020",),
)
SCOPE = Scope.ENTRY
_STEPS = ("found", "screened", "included")


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every step of a search that has more than the step before it."""
    search = getattr(entry, "evidence_search", None)
    counted = [(name, getattr(search, name, None)) for name in _STEPS]
    known = [(name, count) for name, count in counted if isinstance(count, int)]
    for (earlier, more), (later, fewer) in pairwise(known):
        if fewer > more:
            message = f"{fewer} were {later}, and only {more} were {earlier}"
            yield context.finding(RULE, entry.id, ("evidence_search", later), message)
