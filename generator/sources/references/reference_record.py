"""One reference of another program, on its way into the bibliography."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.diagnostics import Place
from generator.sources.bib_fields import check_value
from generator.sources.cited_work import CitedWork
from generator.sources.finding_log import FindingLog
from generator.sources.references.evidence_type import evidence_type
from generator.sources.references.identifiers import doi_of, pmcid_of, pmid_of
from generator.sources.references.languages import language_name
from generator.sources.references.record_names import (
    PersonName,
    is_et_al,
    person_name,
    short_name,
    whole_name,
    without_et_al,
)
from generator.sources.references.record_rules import CAUTION, LEFT_OUT, NO_TITLE, UNCLEAR_NAME
from generator.sources.references.record_text import plain_text, title_text

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_RETRACTED = re.compile(r"\W{0,2}(?:RETRACTED|WITHDRAWN|(?:Retracted|Withdrawn)(?: article)?:)")
_LONGEST = {"title": 20_000, "note": 20_000}
_IDENTIFIERS = {"doi": doi_of, "pmid": pmid_of, "pmcid": pmcid_of}
_NOUNS = {"doi": "a DOI", "pmid": "a PubMed number", "pmcid": "a PubMed Central number"}


@dataclass(frozen=True, slots=True)
class ReferenceRecord:
    """A work as the bibliography would hold it (see `Bibliography.works`), but without a key, and its place."""

    work: CitedWork
    place: Place


class RecordDraft:
    """A record that is being read. The first value of a field counts; what cannot be read is left out, and said."""

    def __init__(self, log: FindingLog, line: int, bibtex_type: str = "article") -> None:
        self.log = log
        self.line = line
        self.bibtex_type = bibtex_type
        self.said_types: list[str] = []
        self._work: CitedWork = {}

    def has(self, name: str) -> bool:
        """Whether a field has a value yet."""
        return name in self._work

    def set(self, name: str, written: str, line: int) -> None:
        """Take a field, by the name that works have for it."""
        if name in self._work or not written.strip():
            return
        text = self._read(name, written)
        kept, broken = check_value(name, text) if text else ("", None)
        if kept and not broken and len(kept) <= _LONGEST.get(name, 500):
            self._work[name] = kept
        elif name != "language":
            what = _NOUNS.get(name, f"usable as {name}")
            self.leave_out(f"“{_short(written)}” is not {what}", line)

    def add_name(self, role: str, written: str, line: int, *, is_group: bool = False) -> None:
        """Take a name of ``authors`` or ``editors``."""
        if is_et_al(written) and role == "authors":
            self._work["et_al"] = "yes"
            return
        if (named := without_et_al(written)) != written and role == "authors" and not is_group:
            self._work["et_al"] = "yes"
            written = named
        name = None if is_group else person_name(written)
        if name is None and not is_group:
            name = short_name(written)
        if name is None:
            name = whole_name(written)
            if not is_group and len(name["literal"].split()) == 2:
                self.log.add(UNCLEAR_NAME, f"“{_short(written)}” has no comma", line, 1)
        if any(name.values()):
            self._names(role).append(name)

    def leave_out(self, message: str, line: int) -> None:
        """Say that a value is left out."""
        self.log.add(LEFT_OUT, f"{message}, so it is left out", line, 1)

    def finished(self) -> ReferenceRecord | None:
        """The record; None, with a finding, if it has no title."""
        if "title" not in self._work:
            self.log.add(NO_TITLE, "the record that begins here has no title", self.line, 1)
            return None
        if _RETRACTED.match(str(self._work["title"])):
            self.log.add(CAUTION, "the title says that the work was retracted or withdrawn", self.line, 1)
        kind = evidence_type(self.said_types)
        known: CitedWork = {"bibtex_type": self.bibtex_type, "type": kind or "not-stated"}
        return ReferenceRecord(known | self._work, Place(self.log.file, self.line, 1))

    def _names(self, role: str) -> list[PersonName]:
        names = self._work.setdefault(role, [])
        assert isinstance(names, list)
        return names

    def _read(self, name: str, written: str) -> str:
        if name in _IDENTIFIERS:
            return _IDENTIFIERS[name](plain_text(written))
        if name == "title":
            return title_text(written)
        if name == "year":
            year = _YEAR.search(written)
            return year[0] if year else written
        if name == "language":
            return language_name(written)
        if name == "url":
            return plain_text(written).replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
        return _pages(plain_text(written)) if name == "pages" else plain_text(written)


def _pages(text: str) -> str:
    """Pages with plain hyphens, as the bibliography has them."""
    return re.sub(r"\s*[-‐‑‒–—]+\s*", "-", text)


def _short(text: str) -> str:
    line = " ".join(text[:200].split())
    return line if len(line) <= 60 else f"{line[:59]}…"
