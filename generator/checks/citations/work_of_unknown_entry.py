"""A work says that it is a page of an entry that does not exist.

Bad:
    # @misc{our-page, title = {Our page}, entry = {plexopathy-treatmnt}}, and there is no such entry.
    cites: [our-page]

Good:
    # @misc{our-second-page, title = {Our page}, entry = {plexopathy-treatment}}
    cites: [our-second-page]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity

RULE = Rule(
    code="CIT016",
    name="work-of-unknown-entry",
    severity=Severity.WARNING,
    summary="A work says that it is a page of an entry that does not exist.",
    why="Pages that cite each other in a circle are then not found.",
    cure="Write the id of the entry, which is the name of its file without .yml.",
    basis=("greenberg-citations-2009",),
)
SCOPE = Scope.LIBRARY


def check(context: CheckContext) -> Iterator[Finding]:
    """Find every work of an entry that is nowhere; entries that could not be read do exist."""
    library = context.library
    known = {entry.id for entry in library.entries()} | library.unreadable | context.retired.keys()
    for key, work in library.works.items():
        if work.entry and work.entry not in known:
            message = f"there is no entry “{work.entry}” of which “{key}” could be a page"
            cure = context.near_entries("entry").did_you_mean(work.entry)
            yield context.finding(RULE, f"work:{key}", ("entry",), message, cure)
