"""Two works of the bibliography are the same work.

They have the same DOI, PubMed or PubMed Central number; or the same title and year, and nothing in them that differs
(a number, the first author, the volume, the pages, the address). Letters, parts of a book and new versions of a review
share titles, and are told apart by these.

Bad:
    # Both works have the DOI 10.1000/182.
    cites: [dyck-2009, dyck-trial]

Good:
    cites: [dyck-2009]
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.works.work_numbers import doi_of, pmid_of
from generator.diagnostics import Finding, Rule, Severity
from generator.model.work import Work

RULE = Rule(
    code="CIT007",
    name="work-written-twice",
    severity=Severity.WARNING,
    summary="Two works of the bibliography are the same work.",
    why="One study is counted and numbered as two, and what is corrected in one stays wrong in the other.",
    cure="Keep the more complete of the two, and cite its key wherever the other was cited.",
    basis=("ama-manual-2020", "greenberg-citations-2009"),
)
SCOPE = Scope.LIBRARY

_NOT_A_WORD = re.compile(r"[\W_]+")
_PROTOCOL = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)
_ACCENT = re.compile(r"[\u0300-\u036f]")
_UMLAUT = re.compile(r"([aou])e")
_STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "a", "œ": "o", "ı": "i"})
_PARTS = frozenset({"incollection", "inbook", "inproceedings", "conference", "inreference"})
_Number = Callable[[Work], str]


def check(context: CheckContext) -> Iterator[Finding]:
    """Find each work that stands in the bibliography under an earlier key, too; each once."""
    told: set[str] = set()
    for field, name, number in _NUMBERS:
        for first, second in _pairs(context, number):
            if second.key not in told and not _are_parts(first, second):
                told.add(second.key)
                same = f"both have the {name} {number(second)}"
                yield _finding(context, field, first, second, same)
    for first, second in _pairs(context, _title_and_year):
        if second.key not in told and not _differ(first, second):
            told.add(second.key)
            yield _finding(context, "title", first, second, "both have the same title and year")


def _finding(context: CheckContext, field: str, first: Work, second: Work, same: str) -> Finding:
    message = f"“{second.key}” and “{first.key}” are the same work: {same}"
    return context.finding(RULE, f"work:{second.key}", (field,), message)


def _pairs(context: CheckContext, number: _Number) -> Iterator[tuple[Work, Work]]:
    """Each work with the first one of the same number: a bibliography of one title would else take its square."""
    first: dict[str, Work] = {}
    for work in context.library.works.values():
        if found := number(work):
            known = first.setdefault(found, work)
            if known is not work:
                yield known, work


def _pmcid(work: Work) -> str:
    return (work.pmcid or "").strip().upper()


_NUMBERS: tuple[tuple[str, str, _Number], ...] = (
    ("doi", "DOI", doi_of),
    ("pmid", "PubMed number", pmid_of),
    ("pmcid", "PubMed Central number", _pmcid),
)


def _title_and_year(work: Work) -> str:
    title = _plain(work.title)
    return f"{title} {work.year}" if title and work.year and not work.unresolved else ""


def _are_parts(first: Work, second: Work) -> bool:
    """Chapters that are cited with the number of their book."""
    is_part = first.bibtex_type in _PARTS or second.bibtex_type in _PARTS
    return is_part and (first.title != second.title or first.pages != second.pages)


def _differ(first: Work, second: Work) -> bool:
    """Whether something that both state is stated differently."""
    return any(
        one and other and one != other for one, other in zip(_facts(first), _facts(second), strict=True)
    )


def _facts(work: Work) -> tuple[str, ...]:
    author = work.authors[0] if work.authors else None
    written = (work.issuing_body, work.booktitle, work.volume, work.number, work.edition, work.isbn)
    return (
        doi_of(work),
        pmid_of(work),
        _pmcid(work),
        _plain((author.family or author.literal) if author else None),
        "" if work.bibtex_type == "article" else _plain(_PROTOCOL.sub("", work.url or "")),
        _plain(work.pages).partition(" ")[0],
        *map(_plain, written),
    )


def _plain(written: str | None) -> str:
    """Small letters and figures: Müller, Muller and Mueller are one name, as bibliographies have it."""
    letters = unicodedata.normalize("NFKD", (written or "").casefold().translate(_STROKES))
    return _NOT_A_WORD.sub(" ", _UMLAUT.sub(r"\1", _ACCENT.sub("", letters))).strip()
