"""Entries of this site cite each other in a circle.

A work says in its field ``entry`` which entry of this site it is a page of.

Bad:
    # @misc{our-page, title = {Our page}, evidencetype = {own-page}, entry = {plexopathy-treatment}}
    # In plexopathy-treatment.yml:
    cites: [our-page]

Good:
    cites: [dyck-2009]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.circles import circles
from generator.checks.views.works.first_mentions import first_mentions
from generator.diagnostics import Finding, Pointer, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="CIT012",
    name="own-pages-in-a-circle",
    severity=Severity.WARNING,
    summary="Entries of this site cite each other in a circle.",
    why="Each page seems to confirm the other, and none of them stands on a study.",
    cure="Cite in one of them the work that the statement first came from.",
    basis=("greenberg-citations-2009",),
)
SCOPE = Scope.LIBRARY


def check(context: CheckContext) -> Iterator[Finding]:
    """Find each circle once, at its first entry in the order of the library."""
    pages = {entry.id: _pages(context, entry) for entry in context.library.entries()}
    for circle in circles(pages):
        yield context.finding(RULE, circle[0], pages[circle[0]][circle[1]], _message(circle))


def _pages(context: CheckContext, entry: Entry) -> dict[str, Pointer]:
    """The entries whose pages an entry cites, each with the place of the first citation."""
    pages: dict[str, Pointer] = {}
    for key, pointer in first_mentions(context, entry).items():
        work = context.library.works.get(key)
        if work is not None and work.entry:
            pages.setdefault(context.retired.get(work.entry, work.entry), pointer)
    return pages


def _message(circle: tuple[str, ...]) -> str:
    named = [f"“{entry_id}”" for entry_id in circle]
    if len(set(circle)) == 1:
        return f"the entry {named[0]} cites its own page"
    return f"entries cite each other in a circle: {named[0]} cites {', which cites '.join(named[1:])}"
