"""A third or more of what an entry cites are pages of the publisher itself.

Entries that cite fewer than five works are not counted, nor are works that nobody can identify. The share is a choice
of this house: no standard names one.

Bad:
    # press-1 and press-2 are own pages.
    cites: [dyck-2009, roe-2010, doe-2011, press-1, press-2]

Good:
    cites: [dyck-2009, roe-2010, doe-2011, smith-2012, press-1]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.works.first_mentions import first_mentions
from generator.checks.views.works.own_pages import cited_own_pages
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="CIT011",
    name="mostly-own-pages",
    severity=Severity.NOTE,
    at_publish=Severity.WARNING,
    summary="A third or more of the works that an entry cites are the publisher's own pages.",
    why="A long list of references looks like broad support, where one voice repeats itself.",
    cure="Cite the works that the own pages stand on.",
    basis=("greenberg-citations-2009",),
)
SCOPE = Scope.ENTRY

_FEWEST_WORKS = 5
_LARGEST_PART = 3


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find entries that lean on their publisher; said where the first own page is cited."""
    mentions = first_mentions(context, entry)
    works = context.library.works
    known = [key for key in mentions if key in works and not works[key].unresolved]
    own = cited_own_pages(context, entry, known)
    if len(known) >= _FEWEST_WORKS and len(own) * _LARGEST_PART >= len(known):
        named = ", ".join(f"“{key}”" for key in own[:5])
        message = f"{len(own)} of {len(known)} cited works are pages of the publisher: {named}"
        yield context.finding(RULE, entry.id, mentions[own[0]], message)
