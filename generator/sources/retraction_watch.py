"""A snapshot of the Retraction Watch data (Crossref's CSV): which works were retracted, questioned or corrected."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from generator.model.outside_facts import Retraction, Retractions

_NATURES = {
    "retraction": "retraction",
    "expression of concern": "expression-of-concern",
    "correction": "correction",
    "reinstatement": "reinstatement",
}
_NEEDED = ("RetractionDate", "OriginalPaperDOI", "OriginalPaperPubMedID", "RetractionNature")
_AMERICAN_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:\s.*)?")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T\s].*)?")
_DAY_IN_NAME = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DOI = re.compile(r"(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_PMID = re.compile(r"0*([1-9]\d{0,8})(?:\.0)?")

_SEVERAL = 2

_Found = dict[str, list[Retraction]]


class RetractionsRefused(Exception):
    """The file is no list of retractions that could be trusted; the message says why, for an editor."""


def read_retractions(path: Path) -> Retractions:
    """Read the CSV row by row; rows that name no work, or whose notice is of no known nature, are left out.

    The snapshot is dated by a day in the file's name (``retraction-watch-2026-11-21.csv``), else by its newest notice.
    Raises `RetractionsRefused` if the file cannot be read, is no such CSV, or holds no notice: a list that was lost on
    its way would else look like a list without retractions.
    """
    by_doi: _Found = {}
    by_pmid: _Found = {}
    newest = None
    try:
        # Older snapshots are not all UTF-8; what is read here is ASCII, so that other signs do not matter.
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            for row in _rows(file, path.name):
                notice = _notice(row)
                if notice is not None and _keep(notice, row, by_doi, by_pmid) and notice.day is not None:
                    newest = max(newest or notice.day, notice.day)
    except OSError as error:
        raise RetractionsRefused(f"{path.name} cannot be read: {error.strerror or error}") from error
    if not by_doi and not by_pmid:
        raise RetractionsRefused(f"{path.name} holds no retraction: it is empty, or it was not copied whole")
    dated = _day_in(path.name) or newest
    return Retractions(path.name, dated, _in_order(by_doi), _in_order(by_pmid))


def _rows(file: Iterable[str], name: str) -> Iterator[dict[str, str]]:
    records = _records(file)
    columns = [column.strip() for column in next(records, (None, []))[0] or ()]
    missing = [column for column in _NEEDED if column not in columns]
    if missing:
        raise RetractionsRefused(
            f"{name} is not the Retraction Watch CSV: it has no column {', '.join(missing)} in its first line"
        )
    for fields, lines in records:
        for line in _whole(fields, lines, len(columns)):
            yield dict(zip(columns, line, strict=False))


def _records(file: Iterable[str]) -> Iterator[tuple[list[str] | None, list[str]]]:
    """The records of a CSV, None for one that cannot be taken apart, each with the lines that it is written in."""
    lines: list[str] = []
    reader = csv.reader(_kept(file, lines))
    while True:
        lines.clear()
        try:
            fields = next(reader)
        except csv.Error:
            yield None, list(lines)
        except StopIteration:
            return
        else:
            yield fields, list(lines)


def _kept(file: Iterable[str], lines: list[str]) -> Iterator[str]:
    for line in file:
        lines.append(line)
        yield line


def _whole(fields: list[str] | None, lines: list[str], width: int) -> Iterator[list[str]]:
    """The record; or the whole ones among its lines, where a quotation mark that nothing closes swallowed them."""
    if fields is not None and (len(fields) == width or len(lines) < _SEVERAL):
        yield fields
        return
    for line in lines:
        found = next(_records([line]), (None, []))[0]
        if found is not None and len(found) == width:
            yield found


def _notice(row: Mapping[str, str]) -> Retraction | None:
    nature = _NATURES.get(row.get("RetractionNature", "").strip().casefold())
    if nature is None:
        return None
    reasons = (reason.strip().lstrip("+").strip() for reason in row.get("Reason", "").split(";"))
    doi = _DOI.fullmatch(row.get("RetractionDOI", "").strip())
    return Retraction(
        nature=nature,
        day=_day(row.get("RetractionDate", "")),
        reasons=tuple(reason for reason in reasons if reason),
        notice=doi[1].lower() if doi else "",
    )


def _keep(notice: Retraction, row: Mapping[str, str], by_doi: _Found, by_pmid: _Found) -> bool:
    """Keep a notice under the numbers of its work; ``unavailable`` and ``0`` stand for a number that is not known."""
    doi = _DOI.fullmatch(row.get("OriginalPaperDOI", "").strip())
    pmid = _PMID.fullmatch(row.get("OriginalPaperPubMedID", "").strip())
    if doi:
        by_doi.setdefault(doi[1].lower(), []).append(notice)
    if pmid:
        by_pmid.setdefault(pmid[1], []).append(notice)
    return bool(doi or pmid)


def _day(written: str) -> date | None:
    """``2/19/2024 0:00``, month first, or ``2024-02-19``; None for anything else."""
    if found := _AMERICAN_DAY.fullmatch(written.strip()):
        month, day, year = map(int, found.groups())
        return _calendar_day(year, month, day)
    if found := _ISO_DAY.fullmatch(written.strip()):
        return _calendar_day(*map(int, found.groups()))
    return None


def _day_in(name: str) -> date | None:
    days = (_calendar_day(*map(int, found.groups())) for found in _DAY_IN_NAME.finditer(name))
    return next((day for day in days if day is not None), None)


def _calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_order(found: _Found) -> Mapping[str, tuple[Retraction, ...]]:
    """Each work's notices by day, those without a day first; the same notice once."""
    return {
        number: tuple(dict.fromkeys(sorted(notices, key=lambda notice: notice.day or date.min)))
        for number, notices in found.items()
    }
