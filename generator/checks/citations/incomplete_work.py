"""A reference lacks what a reader needs to find the work.

What is needed depends on the kind: an article has authors, journal, year and a place in it (pages, or a DOI or PubMed
number); a book has authors or editors, publisher and year; a part of a book names the book; a page of the web has
somebody who issued it, and the day on which it was looked at. The kind of evidence may stay unknown. Works that the
bibliography marks as unresolved have a finding of their own.

Bad:
    # @article{dyck-2009, title = {A trial}, year = {2009}}
    cites: [dyck-2009]

Good:
    # @article{roe-2010, author = {Roe, J.}, title = {A trial}, journal = {J Trials}, year = {2010}, pages = {1--9}}
    cites: [roe-2010]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.work import Work

RULE = Rule(
    code="CIT006",
    name="incomplete-work",
    severity=Severity.WARNING,
    summary="A reference lacks what a reader needs to find the work.",
    why="A reader cannot find the work, or takes another one for it.",
    cure="Complete the work in the bibliography; a DOI or PubMed number leads to what is missing.",
    basis=("ama-manual-2020",),
)
SCOPE = Scope.LIBRARY

_PARTS = frozenset({"incollection", "inbook", "inproceedings", "conference", "inreference"})
_BOOKS = frozenset({"book", "collection", "proceedings"})


def check(context: CheckContext) -> Iterator[Finding]:
    """Find every work with a gap; all gaps of a work in one finding."""
    for key, work in context.library.works.items():
        gaps = () if work.unresolved else tuple(_gaps(work))
        if gaps:
            yield context.finding(RULE, f"work:{key}", (), f"the work “{key}” lacks {_listed(gaps)}")


def _gaps(work: Work) -> Iterator[str]:
    kind = work.bibtex_type
    if kind == "article":
        yield from _gaps_of_article(work)
    elif kind in _BOOKS or kind in _PARTS:
        yield from _gaps_of_book(work, is_part=kind in _PARTS)
    else:
        yield from _gaps_of_page(work)


def _gaps_of_article(work: Work) -> Iterator[str]:
    has_number = work.doi or work.pmid or work.pmcid
    if not work.authors:
        yield "its authors"
    if not work.journal:
        yield "the journal"
    if not work.year:
        yield "the year"
    if not (work.pages or has_number):
        yield "the pages (or a DOI or PubMed number)"


def _gaps_of_book(work: Work, *, is_part: bool) -> Iterator[str]:
    if not (work.authors or work.editors or work.issuing_body):
        yield "its authors or editors"
    if is_part and not work.booktitle:
        yield "the book that it is a part of"
    if not (work.publisher or work.issuing_body or work.doi):
        yield "the publisher"
    if not work.year:
        yield "the year"


def _gaps_of_page(work: Work) -> Iterator[str]:
    if not (work.authors or work.editors or work.issuing_body or work.publisher):
        yield "whoever wrote or issued it"
    if not (work.year or work.accessed):
        yield "the year, or the day on which it was looked at"
    elif work.url and not (work.accessed or work.doi):
        yield "the day on which its page was looked at"


def _listed(gaps: tuple[str, ...]) -> str:
    *others, last = gaps
    return f"{', '.join(others)} and {last}" if others else last
