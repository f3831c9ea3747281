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

from collections import deque
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
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

_Cited: TypeAlias = Mapping[str, Mapping[str, Pointer]]
"""Of each entry the entries whose pages it cites, each with the place of the first citation."""


def check(context: CheckContext) -> Iterator[Finding]:
    """Find each circle once, at its first entry in the order of the library."""
    pages = {entry.id: _pages(context, entry) for entry in context.library.entries()}
    cited = _between_circles(pages)
    told: set[str] = set()
    for entry_id in cited:
        circle = () if entry_id in told else _shortest_circle(entry_id, cited, told)
        if circle:
            told.update(circle)
            yield context.finding(RULE, entry_id, cited[entry_id][circle[1]], _message(circle))


def _pages(context: CheckContext, entry: Entry) -> dict[str, Pointer]:
    pages: dict[str, Pointer] = {}
    for key, pointer in first_mentions(context, entry).items():
        work = context.library.works.get(key)
        if work is not None and work.entry:
            pages.setdefault(context.retired.get(work.entry, work.entry), pointer)
    return pages


def _between_circles(cited: _Cited) -> _Cited:
    """The entries on circles, and between two circles: of the others a search for each would take the square."""
    onward = _leading_on(
        {entry_id: [page for page in pages if page in cited] for entry_id, pages in cited.items()}
    )
    back: dict[str, list[str]] = {entry_id: [] for entry_id in onward}
    for entry_id, pages in onward.items():
        for page in pages:
            back[page].append(entry_id)
    kept = _leading_on(back)
    return {
        entry_id: {page: pointer for page, pointer in pages.items() if page in kept}
        for entry_id, pages in cited.items()
        if entry_id in kept
    }


def _leading_on(ways: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Those from which one can go on for ever: what leads nowhere is taken away until nothing more does."""
    coming: dict[str, list[str]] = {}
    for start, ends in ways.items():
        for end in ends:
            coming.setdefault(end, []).append(start)
    left = {start: len(ends) for start, ends in ways.items()}
    gone = deque(start for start, count in left.items() if not count)
    while gone:
        for start in coming.get(gone.popleft(), ()):
            left[start] -= 1
            if not left[start]:
                gone.append(start)
    return {start: [end for end in ends if left[end]] for start, ends in ways.items() if left[start]}


def _shortest_circle(start: str, cited: _Cited, told: set[str]) -> tuple[str, ...]:
    """The way from an entry back to itself by entries of no circle that was told; empty where there is none."""
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        one = waiting.popleft()
        for page in cited[one]:
            if page == start:
                return _way(start, one, came_from)
            if page not in came_from and page not in told:
                came_from[page] = one
                waiting.append(page)
    return ()


def _way(start: str, last: str, came_from: Mapping[str, str]) -> tuple[str, ...]:
    way = [start]
    while last != start:
        way.append(last)
        last = came_from[last]
    return (start, *reversed(way))


def _message(circle: tuple[str, ...]) -> str:
    named = [f"“{entry_id}”" for entry_id in circle]
    if len(set(circle)) == 1:
        return f"the entry {named[0]} cites its own page"
    return f"entries cite each other in a circle: {named[0]} cites {', which cites '.join(named[1:])}"
