"""A cited work as data for a citation processor (CSL-JSON)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.model.work import Name, Work

_TYPES = {
    "article": "article-journal",
    "book": "book",
    "booklet": "book",
    "manual": "book",
    "collection": "book",
    "proceedings": "book",
    "inbook": "chapter",
    "incollection": "chapter",
    "inreference": "chapter",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "report": "report",
    "techreport": "report",
    "thesis": "thesis",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
}


def csl_data(work: Work) -> dict[str, Any]:
    """The CSL-JSON of a work, without its identifiers, which are printed apart as links.

    The address stays only where the style needs it to print when a web page was looked at.
    """
    kind = _kind(work)
    is_web_page = kind == "webpage"
    fields: dict[str, Any] = {
        "type": kind,
        "title": work.title,
        "author": _names(work.authors, et_al=work.et_al),
        "editor": _names(work.editors),
        "issued": _date(work.year, work.month if is_web_page else None),
        "container-title": work.journal or work.booktitle or (_publisher(work) if is_web_page else None),
        "volume": work.volume,
        "issue": work.number,
        "page": work.pages,
        "edition": work.edition,
        "publisher": None if kind == "article-journal" else _publisher(work),
        "URL": work.url if is_web_page else None,
        "accessed": _day(work.accessed) if is_web_page and work.url else None,
    }
    return {name: value for name, value in fields.items() if value}


def _kind(work: Work) -> str:
    known = _TYPES.get(work.bibtex_type or "")
    if known:
        return known
    if work.journal:
        return "article-journal"
    return "webpage" if work.url else "article"


def _publisher(work: Work) -> str | None:
    """Who answers for the work: the issuing body and the publisher, once if they are the same."""
    bodies = [work.issuing_body, work.publisher]
    return "; ".join(dict.fromkeys(body for body in bodies if body)) or None


def _names(names: Sequence[Name], *, et_al: bool = False) -> list[dict[str, str]]:
    """A list that the bibliography leaves open ends in a name of its own, since CSL knows no open lists."""
    data = [_name(name) for name in names]
    return [*data, {"literal": "et al"}] if data and et_al else data


def _name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.literal}
    parts = {"family": name.family or name.given, "given": name.given, "suffix": name.suffix}
    return {part: text for part, text in parts.items() if text}


def _date(year: str | None, month: str | None) -> dict[str, Any] | None:
    if not year or not year.isdecimal():
        return {"literal": year} if year else None
    parts = [int(year)]
    if month and month.isdecimal() and 1 <= int(month) <= 12:
        parts.append(int(month))
    return {"date-parts": [parts]}


def _day(day: str | None) -> dict[str, Any] | None:
    """A day as in 2024-05-31; one that is written otherwise is printed as it is."""
    if not day:
        return None
    parts = day.split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return {"literal": day}
    return {"date-parts": [[int(part) for part in parts]]}
