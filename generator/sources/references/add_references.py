"""New works appended to a bibliography: keys made, duplicates refused, every byte that was there kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pydantic import ValidationError

from generator.diagnostics import Finding, Place, Severity
from generator.model.text import MARKERS
from generator.model.work import Work
from generator.sources.bibtex import Bibliography, read_bibliography
from generator.sources.cited_work import CitedWork
from generator.sources.references.bibtex_writing import bibtex_text
from generator.sources.references.known_works import KnownWorks
from generator.sources.references.record_rules import NO_EVIDENCE_TYPE, NOT_APPENDED, UNUSABLE_KEY
from generator.sources.references.reference_record import ReferenceRecord
from generator.sources.references.work_key import work_key

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_:.-]*")


@dataclass(frozen=True, slots=True)
class Wish:
    """What the editor said about the new works. ``key`` is for a single record; ``evidence`` holds for all."""

    key: str = ""
    evidence: str = ""
    skips_duplicates: bool = False


@dataclass(frozen=True, slots=True)
class AddedWork:
    """A new work with its BibTeX (line breaks are LF)."""

    work: Work
    text: str


@dataclass(frozen=True, slots=True)
class Addition:
    """The bibliography with the new works. With an error among the findings it is the old one, byte for byte."""

    data: bytes
    added: tuple[AddedWork, ...]
    findings: tuple[Finding, ...]


def add_references(
    data: bytes, file: str, records: Iterable[ReferenceRecord], wish: Wish | None = None
) -> Addition:
    """Append records to the bytes of a bibliography. Never raises for content."""
    adding = _Adding(data, file, wish or Wish())
    for record in records:
        adding.take(record)
    return adding.finished()


class _Adding:
    def __init__(self, data: bytes, file: str, wish: Wish) -> None:
        self._data = data
        self._file = file
        self._wish = wish
        self._old = read_bibliography(data, file)
        self._known = KnownWorks(self._old)
        self._taken = {key.lower() for key in (*self._old.works, *self._old.unreadable)}
        self._new: dict[str, CitedWork] = {}
        self._places: dict[str, Place] = {}
        self._findings: list[Finding] = []

    def take(self, record: ReferenceRecord) -> None:
        duplicate = self._known.duplicate(record)
        if duplicate is not None:
            self._findings.append(_as_note(duplicate) if self._wish.skips_duplicates else duplicate)
            return
        work = dict(record.work)
        if self._wish.evidence:
            work["type"] = self._wish.evidence
        key = self._key(work, record.place)
        work["key"] = key
        self._findings += self._known.same_title(record)
        if work["type"] == "not-stated":
            message = f"the record of `{key}` does not say which kind of evidence it is"
            self._findings.append(NO_EVIDENCE_TYPE.finding(message, record.place))
        self._known.add(key, record)
        self._taken.add(key.lower())
        self._new[key] = work
        self._places[key] = record.place

    def finished(self) -> Addition:
        texts = {key: bibtex_text(key, work) for key, work in self._new.items()}
        whole = appended(self._data, texts.values())
        if not self._has_error():
            self._read_back(read_bibliography(whole, self._file))
        works = {} if self._has_error() else self._validated()
        findings = tuple(self._findings)
        if self._has_error() or not works:
            return Addition(self._data, (), findings)
        return Addition(whole, tuple(AddedWork(works[key], texts[key]) for key in works), findings)

    def _key(self, work: CitedWork, place: Place) -> str:
        key = self._wish.key
        if not key:
            return work_key(work, self._taken)
        if _KEY.fullmatch(key) is None:
            self._findings.append(UNUSABLE_KEY.finding(f"`{key}` cannot be used as a key", place))
        elif key.lower() in MARKERS:
            message = f"`{key}` is a word of the format and names no work"
            self._findings.append(UNUSABLE_KEY.finding(message, place))
        elif key.lower() in self._taken:
            self._findings.append(UNUSABLE_KEY.finding(f"the key `{key}` is taken", place))
        return key

    def _read_back(self, whole: Bibliography) -> None:
        """Nothing is written unless our own reader reads the old works as before, and the new ones as recorded."""
        if whole.findings != self._old.findings:
            before = set(self._old.findings)
            worse = next((one for one in whole.findings if one not in before), None)
            reason = f": line {worse.place.line}: {worse.message}" if worse else ""
            self._refuse(f"the end of {self._file} would not be read as it is meant{reason}")
        for key, work in {**self._old.works, **self._new}.items():
            if not self._has_error() and whole.works.get(key) != work:
                self._refuse(
                    f"the work `{key}` would not be read back as it was written", self._places.get(key)
                )

    def _validated(self) -> dict[str, Work]:
        works: dict[str, Work] = {}
        for key, work in self._new.items():
            try:
                works[key] = Work.model_validate(work)
            except ValidationError as error:
                first = error.errors()[0]
                what = ".".join(str(step) for step in first["loc"])
                self._refuse(f"`{what}` of `{key}` cannot be kept: {first['msg']}", self._places[key])
        return works

    def _refuse(self, message: str, place: Place | None = None) -> None:
        self._findings.append(NOT_APPENDED.finding(message, place or Place(self._file)))

    def _has_error(self) -> bool:
        return any(finding.severity is Severity.ERROR for finding in self._findings)


def appended(data: bytes, texts: Iterable[str]) -> bytes:
    """The bytes with texts after them, each after an empty line, with the line ends that the bytes end with."""
    end = b"\r\n" if data[: data.rfind(b"\n") + 1].endswith(b"\r\n") else b"\n"
    whole = data if not data or data.endswith(b"\n") else data + end
    for text in texts:
        if whole:
            whole += b"" if whole.endswith(end + end) else end
        whole += text.encode().replace(b"\n", end)
    return whole


def _as_note(finding: Finding) -> Finding:
    return replace(
        finding, severity=Severity.NOTE, cure="It is left out; cite the key that is there.", fix=None
    )
