"""A page of the publisher itself is called a guideline.

A work is taken for such a page if it has no DOI, PubMed number or ISBN, and its issuing body or its host is that of
the source of an entry that cites it, or of a work that is marked as own page. Where the publisher is a body that issues
guidelines, a number under which the guideline is registered tells it apart.

Bad:
    # The source of the entry was published by Example Press, and the bibliography has
    # @misc{press-2025, title = {Topic overview}, organization = {Example Press Editors}, evidencetype = {guideline}}
    cites: [press-2025]

Good:
    # @misc{press-2024, title = {Topic overview}, organization = {Example Press Editors}, evidencetype = {own-page}}
    cites: [press-2024]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.works.own_pages import Publishers, publisher_of_source
from generator.diagnostics import Finding, Rule, Severity

RULE = Rule(
    code="CIT008",
    name="own-page-as-guideline",
    severity=Severity.WARNING,
    summary="A page of the publisher itself is called a guideline.",
    why="A reader takes the publisher's own words for the judgement of an independent panel.",
    cure="Write evidencetype = {own-page}; if a panel did issue it, add the DOI or ISBN of the guideline.",
    basis=("iom-guidelines-2011", "greenberg-citations-2009"),
    judges=True,
)
SCOPE = Scope.LIBRARY


def check(context: CheckContext) -> Iterator[Finding]:
    """Find each such work once: by the sources of the entries that cite it, or by what is marked as own page."""
    works = context.library.works
    guidelines = {key: work for key, work in works.items() if work.type == "guideline"}
    whose = dict.fromkeys(_like_own_pages(context, tuple(guidelines)), "a work that is marked as own page")
    for entry in context.library.entries() if guidelines else ():
        cited = {quote.target for quote in context.quotes(entry) if quote.kind == "work"} & guidelines.keys()
        own = publisher_of_source(context, entry) if cited else None
        for key in sorted(cited):
            if own is not None and own.published(guidelines[key]):
                whose.setdefault(key, f"the source of “{entry.id}”")
    for key, whom in sorted(whose.items()):
        message = f"“{key}” is called a guideline, and comes from the publisher of {whom}"
        yield context.finding(RULE, f"work:{key}", ("type",), message)


def _like_own_pages(context: CheckContext, guidelines: tuple[str, ...]) -> Iterator[str]:
    works = context.library.works
    pages = [work for work in works.values() if work.type == "own-page"]
    own = Publishers(context, (page.issuing_body or page.publisher for page in pages), (p.url for p in pages))
    return (key for key in guidelines if own.published(works[key]))
