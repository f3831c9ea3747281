"""A text says that trials or evidence are lacking, and no search with a day stands behind it.

Quiet where the entry gives the day of its search, where the sentence names a year ("no trial until 2024"), and where
the statement cites a review or guideline that is not older than five years. What a study or another body found is its
own, and is let be. One finding stands for the whole entry, since one search mends it.

Bad:
    limitations:
      - wording: There are currently no randomised trials.

Good:
    evidence_search: {databases: [MEDLINE], searched: 2026-06-30, none_found: No randomised trial.}
    limitations:
      - wording: There are currently no randomised trials.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.claims.absence_claims import AbsenceClaim, absence_claims
from generator.checks.views.works.shelf_life import SHELF_LIFE
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="EVD009",
    name="absence-without-search",
    severity=Severity.WARNING,
    summary="A text says that evidence is lacking, and no search with a day stands behind it.",
    why="What was true on the day of a search is read as true today, for as long as the page stands.",
    cure="Give the day of the search under evidence_search:, or name the year in the sentence.",
    basis=("prisma-2020", "shojania-2007"),
    judges=True,
)
SCOPE = Scope.ENTRY

_REVIEWS = ("systematic-review", "review", "guideline")
_YEAR = re.compile(r"\d{4}")


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find the first undated claim that evidence is lacking, and count the others."""
    search = getattr(entry, "evidence_search", None)
    if isinstance(getattr(search, "searched", None), date):
        return
    claims = [claim for claim in absence_claims(context, entry) if not _is_fresh(context, claim)]
    if claims:
        others = len({claim.part for claim in claims}) - 1
        more = f" (and in {others} more {'place' if others == 1 else 'places'})" if others else ""
        message = (
            f"“{claims[0].written}”{more} stands on no search with a day; {_newest(context, entry, claims)}"
        )
        yield context.finding(RULE, entry.id, claims[0].pointer, message)


def _is_fresh(context: CheckContext, claim: AbsenceClaim) -> bool:
    oldest = context.today.year - SHELF_LIFE
    return any(year >= oldest for year in _years(context, claim.cites, _REVIEWS))


def _newest(context: CheckContext, entry: Entry, claims: list[AbsenceClaim]) -> str:
    cited = tuple(key for claim in claims for key in claim.cites)
    years = _years(context, cited, ())
    if years:
        return f"the newest work cited there is of {max(years)}"
    quoted = tuple(quote.target for quote in context.quotes(entry) if quote.kind == "work")
    years = _years(context, quoted, ("systematic-review",))
    if years:
        return f"the newest systematic review that the entry cites is of {max(years)}"
    return "no work cited there has a year" if cited else "no work is cited there"


def _years(context: CheckContext, keys: tuple[str, ...], types: tuple[str, ...]) -> list[int]:
    """The years of those of the works that are of these types, or of any type where none is named."""
    works = (context.library.works.get(key) for key in keys)
    known = [work for work in works if work is not None and work.year and (not types or work.type in types)]
    return [int(year[0]) for work in known if (year := _YEAR.search(work.year or ""))]
