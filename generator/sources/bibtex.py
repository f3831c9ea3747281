"""A BibTeX bibliography: works as plain mappings, each field with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.diagnostics import Finding, Place
from generator.sources.bib_fields import FIELD_NAMES
from generator.sources.bib_rules import (
    DUPLICATE_WORK,
    INVALID_KEY,
    MALFORMED_WORK,
    STRAY_TEXT,
    UNREADABLE_BIBLIOGRAPHY,
)
from generator.sources.bibtex_blocks import (
    BrokenWork,
    OutsideText,
    RawBlock,
    RawString,
    RawWork,
    split_blocks,
)
from generator.sources.bibtex_value import take_value_apart
from generator.sources.cited_work import CitedWork, WorkReader
from generator.sources.finding_log import FindingLog, TooManyFindings
from generator.sources.line_index import LineIndex
from generator.sources.source_rules import TOO_LARGE
from generator.sources.source_text import read_source_text

SIZE_LIMIT = 8 * 1024 * 1024
WORK_LIMIT = 100_000
MARK_LIMIT = 2_000_000
"""How many `@`, and how many braces, quotes, commas and equals signs, a bibliography may have: more than any
of 8 MiB needs, and few enough that the parser, which stops at each of them, ends within seconds."""

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_:.-]*")
_LOOKS_LIKE_A_WORK = re.compile(
    r"^[ \t]*(?:@|[A-Za-z]+[ \t]*\{|[A-Za-z][\w-]*[ \t]*=[ \t]*[{\"\d]|\})", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The works of a bibliography by their keys, in the order of the file.

    A work maps ``key``, ``bibtex_type`` (in small letters, ``misc`` if unknown), ``type`` (the kind of
    evidence, ``not-stated`` unless written) and its other fields to texts;
    ``authors`` and ``editors`` to lists of ``{family, given, suffix}`` or ``{literal}``; ``et_al`` to "yes".
    ``unreadable`` holds the keys of works that stand in the file but could not be read.
    """

    file: str
    works: dict[str, CitedWork]
    findings: tuple[Finding, ...]
    unreadable: tuple[str, ...] = ()
    _places: dict[str, dict[str, Place]] = field(default_factory=dict, repr=False, compare=False)

    def place(self, key: str, field: str | None = None) -> Place:
        """The place of a work's key, or of the value of a field (by its name here or in BibTeX).

        An unknown field gives the place of the key, an unknown key the file as a whole.
        """
        places = self._places.get(key)
        if places is None:
            return Place(self.file)
        name = field or ""
        return places.get(name) or places.get(FIELD_NAMES.get(name, "")) or places["key"]


def read_bibliography(data: bytes, file: str) -> Bibliography:
    """Read a BibTeX file of at most 8 MiB.

    Never raises: what is wrong is a finding. A work that cannot be read hides no other; of works with the
    same key the first is kept.
    """
    log = FindingLog(file)
    reader = _BibliographyReader(log)
    try:
        text = read_source_text(data, log, size_limit=SIZE_LIMIT)
        if text is not None:
            reader.read(text.replace("\r\n", "\n"))
    except TooManyFindings:
        log.stopped()
    return Bibliography(file, reader.works, log.findings(), tuple(reader.unreadable), reader.places)


class _BibliographyReader:
    """What has been read so far, so that it stays if reading has to stop."""

    def __init__(self, log: FindingLog) -> None:
        self.works: dict[str, CitedWork] = {}
        self.places: dict[str, dict[str, Place]] = {}
        self.unreadable: list[str] = []
        self._log = log
        self._lines = LineIndex("")
        self._first: dict[str, RawWork] = {}

    def read(self, text: str) -> None:
        if text.count("@") > WORK_LIMIT or sum(map(text.count, '{}",=')) > MARK_LIMIT:
            self._log.add(TOO_LARGE, "the file holds more works and fields than are read", 0, 0)
            return
        self._lines = LineIndex(text)
        try:
            blocks = list(split_blocks(text))
        except Exception:  # a fault of the parser itself; content must never end in a traceback
            self._log.add(UNREADABLE_BIBLIOGRAPHY, "the parser gave up on this file", 1, 1)
            return
        works = WorkReader(self._lines, self._log, _strings(blocks))
        previous: RawBlock | None = None
        for block in blocks:
            if isinstance(block, RawWork):
                self._take_work(block, works)
            elif isinstance(block, BrokenWork):
                self._take_broken(block)
            elif isinstance(block, OutsideText) and not isinstance(previous, BrokenWork):
                self._take_outside(block)
            previous = block

    def _take_work(self, raw: RawWork, works: WorkReader) -> None:
        if not _KEY.fullmatch(raw.key):
            message = f"`{raw.key[:60]}` cannot be used as a key" if raw.key else "the work has no key"
            place = self._place(raw.key_index)
            self._log.add(INVALID_KEY, message, place.line, place.column)
        first = self._first.setdefault(raw.key.lower(), raw)
        if first is not raw:
            self._note_duplicate(raw, first)
        if raw.key in self.works:
            return
        work, indexes = works.read(raw)
        self.works[raw.key] = work
        self.places[raw.key] = {name: self._place(index) for name, index in indexes.items()}
        self.places[raw.key]["key"] = self._place(raw.key_index)

    def _note_duplicate(self, raw: RawWork, first: RawWork) -> None:
        place, earlier = self._place(raw.key_index), self._place(first.key_index)
        differs = "" if raw.key == first.key else ", but for capital letters,"
        message = (
            f"the key `{raw.key}` stands{differs} already in line {earlier.line}, column {earlier.column}"
        )
        self._log.add(DUPLICATE_WORK, message, place.line, place.column)

    def _take_broken(self, broken: BrokenWork) -> None:
        if broken.key:
            self.unreadable.append(broken.key)
        name = f"the work `{broken.key}`" if broken.key else "this work"
        place = self._place(broken.index)
        self._log.add(MALFORMED_WORK, f"{name} cannot be read: {broken.message}", place.line, place.column)

    def _take_outside(self, outside: OutsideText) -> None:
        match = _LOOKS_LIKE_A_WORK.search(outside.text)
        if match:
            start = match.end() - len(match[0].lstrip())
            place = self._place(outside.index + start)
            shown = outside.text[start : start + 40].split("\n")[0]
            self._log.add(STRAY_TEXT, f"`{shown}` stands outside of any work", place.line, place.column)

    def _place(self, index: int) -> Place:
        return Place(self._log.file, *self._lines.line_and_column(index))


def _strings(blocks: Iterable[RawBlock]) -> dict[str, str]:
    """The values of ``@string`` definitions; they may use those before them."""
    strings: dict[str, str] = {}
    for block in blocks:
        if isinstance(block, RawString):
            parts = take_value_apart(block.value).parts
            words = [strings.get(part.text.lower(), part.text) if part.bare else part.text for part in parts]
            strings.setdefault(block.name.lower(), "".join(words))
    return strings
