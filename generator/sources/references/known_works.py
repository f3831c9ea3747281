"""Whether a work is in the bibliography already: by its DOI and numbers for certain, by title and year perhaps."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.diagnostics import Finding, Place
from generator.sources.bibtex import Bibliography
from generator.sources.cited_work import CitedWork
from generator.sources.references.identifiers import pmcid_of, pmid_of, same_doi
from generator.sources.references.record_rules import DUPLICATE, SAME_TITLE
from generator.sources.references.reference_record import ReferenceRecord

_IDENTIFIERS = (("doi", "DOI", same_doi), ("pmid", "PMID", pmid_of), ("pmcid", "PMCID", pmcid_of))


class KnownWorks:
    """The works of a bibliography, and those that are being added, by what identifies them."""

    def __init__(self, bibliography: Bibliography) -> None:
        self._by_identifier: dict[tuple[str, str], tuple[str, Place]] = {}
        self._by_title: dict[tuple[str, str], tuple[str, Place]] = {}
        for key, work in bibliography.works.items():
            self._add(key, work, bibliography.place(key))

    def add(self, key: str, record: ReferenceRecord) -> None:
        """Remember a work that was just taken."""
        self._add(key, record.work, record.place)

    def duplicate(self, record: ReferenceRecord) -> Finding | None:
        """The finding that a record is there already, with the key to cite."""
        for name, identifier in _identifiers(record.work):
            if (known := self._by_identifier.get((name, identifier))) is not None:
                key, place = known
                message = f"the {name} {record.work[name.lower()]} is that of `{key}` ({place})"
                cure = (
                    f"Cite the key that is there: [@{key}]. With --skip-duplicates only the others are added."
                )
                return DUPLICATE.finding(message, record.place, cure=cure)
        return None

    def same_title(self, record: ReferenceRecord) -> Iterator[Finding]:
        """The finding that a work has the title and the year of a record."""
        known = self._by_title.get(_title(record.work))
        if known is not None and _title(record.work)[0]:
            key, place = known
            yield SAME_TITLE.finding(f"`{key}` ({place}) has the same title and year", record.place)

    def _add(self, key: str, work: CitedWork, place: Place) -> None:
        for identifier in _identifiers(work):
            self._by_identifier.setdefault(identifier, (key, place))
        self._by_title.setdefault(_title(work), (key, place))


def _identifiers(work: CitedWork) -> Iterator[tuple[str, str]]:
    for field, name, normal in _IDENTIFIERS:
        value = work.get(field, "")
        if isinstance(value, str) and (identifier := normal(value)):
            yield name, identifier


def _title(work: CitedWork) -> tuple[str, str]:
    """Title and year as they are compared: letters and digits alone."""
    title = unicodedata.normalize("NFKC", str(work.get("title", ""))).casefold()
    return re.sub(r"[\W_]+", "", title), str(work.get("year", ""))
