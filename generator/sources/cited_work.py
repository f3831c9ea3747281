"""A work as it is written in BibTeX to a work as a plain mapping, with findings."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from generator.diagnostics import Rule
from generator.sources.bib_fields import (
    FIELD_NAMES,
    IGNORED_FIELDS,
    KINDS_OF_EVIDENCE,
    MONTHS,
    WORK_TYPES,
    check_value,
)
from generator.sources.bib_rules import (
    EMPTY_FIELD,
    GROUP_AS_PERSON,
    INVALID_NAME,
    MALFORMED_WORK,
    MISSING_COMMA,
    NO_TITLE,
    REPEATED_FIELD,
    UNDEFINED_WORD,
    UNKNOWN_EVIDENCE,
    UNKNOWN_FIELD,
    UNKNOWN_LATEX,
    UNKNOWN_WORK_TYPE,
)
from generator.sources.bibtex_blocks import RawField, RawWork
from generator.sources.bibtex_value import ValuePart, take_value_apart
from generator.sources.finding_log import FindingLog
from generator.sources.latex_text import decode_latex
from generator.sources.line_index import LineIndex
from generator.sources.person_names import read_names
from generator.sources.source_rules import TOO_LARGE

CitedWork: TypeAlias = dict[str, str | list[dict[str, str]]]

VALUE_LIMIT = 50_000

_VERBATIM = frozenset({"doi", "url"})
_NAMES = frozenset({"authors", "editors"})


class WorkReader:
    """Reads the works of one text, whose lines are given.

    ``strings`` are the values of ``@string``, by their names in small letters.
    """

    def __init__(self, lines: LineIndex, log: FindingLog, strings: Mapping[str, str]) -> None:
        self._lines = lines
        self._log = log
        self._strings = strings
        self._work: CitedWork = {}
        self._indexes: dict[str, int] = {}

    def read(self, raw: RawWork) -> tuple[CitedWork, dict[str, int]]:
        """The work, and the index in the text of the value of each of its fields."""
        self._work = {"key": raw.key, "bibtex_type": self._kind(raw), "type": "not-stated"}
        self._indexes = {}
        for written in raw.fields:
            if len(written.value) > VALUE_LIMIT:
                message = f"`{_short(written.name)}` has {len(written.value):,} characters"
                self._note(TOO_LARGE, message, written.name_index, cure="Shorten the value.")
                continue
            for field in self._with_swallowed(written):
                self._take_field(field)
        self._split_date()
        if "title" not in self._work and "unresolved" not in self._work and "title" not in self._indexes:
            self._note(NO_TITLE, f"the work `{raw.key}` has no title", raw.index)
        return self._work, self._indexes

    def _kind(self, raw: RawWork) -> str:
        kind = raw.kind.lower()
        if kind not in WORK_TYPES:
            cure = _did_you_mean(kind, WORK_TYPES, "@")
            self._note(UNKNOWN_WORK_TYPE, f"`@{raw.kind}` is no type of work", raw.index, cure=cure)
            return "misc"
        return kind

    def _with_swallowed(self, field: RawField) -> Iterator[RawField]:
        """The field, and those that it swallowed because a comma is missing."""
        name, name_index, start = field.name, field.name_index, 0
        while True:
            taken = take_value_apart(field.value, start)
            end = taken.rest if taken.rest >= 0 else len(field.value)
            yield RawField(name, field.value[start:end], name_index, field.value_index + start)
            if taken.rest < 0:
                return
            rest_index = field.value_index + taken.rest
            if not taken.next_field:
                rest = _short(field.value[taken.rest :])
                self._note(MALFORMED_WORK, f"`{rest}` follows after the value of `{name}`", rest_index)
                return
            message = f"the comma between `{name}` and `{taken.next_field}` is missing"
            self._note(MISSING_COMMA, message, rest_index)
            name, name_index, start = taken.next_field, rest_index, taken.next_value

    def _take_field(self, field: RawField) -> None:
        name = FIELD_NAMES.get(field.name.lower())
        if name is None:
            self._note_unknown(field)
            return
        if name in self._indexes:
            message = f"the field `{field.name}` stands here a second time"
            self._note(REPEATED_FIELD, message, field.name_index)
            return
        self._indexes[name] = field.value_index
        text = self._joined(field)
        if not text.strip(" \t\n{}"):
            self._note(EMPTY_FIELD, f"the field `{field.name}` has no value", field.value_index)
        elif name in _NAMES:
            self._take_names(name, text, field)
        else:
            self._take_text(name, text, field)

    def _note_unknown(self, field: RawField) -> None:
        name = field.name.lower()
        if name not in IGNORED_FIELDS:
            cure = _did_you_mean(name, FIELD_NAMES)
            message = f"the field `{_short(field.name)}` is not read"
            self._note(UNKNOWN_FIELD, message, field.name_index, cure=cure)

    def _joined(self, field: RawField) -> str:
        parts = take_value_apart(field.value).parts
        return "".join(self._resolved(part, field) for part in parts)

    def _resolved(self, part: ValuePart, field: RawField) -> str:
        word = part.text.lower()
        if not part.bare or part.text.isdecimal():
            return part.text
        if word in self._strings:
            return self._strings[word]
        if word in MONTHS:
            return MONTHS[word]
        message = f"`{_short(part.text)}` stands without braces and is no defined word"
        self._note(UNDEFINED_WORD, message, field.value_index)
        return part.text

    def _take_text(self, name: str, written: str, field: RawField) -> None:
        if name in _VERBATIM:
            text = _without_escapes(written).strip()
        else:
            text, unknown = decode_latex(written)
            text = _dashes(" ".join(text.split()), "-" if name == "pages" else "–")
            self._note_latex(unknown, field)
        kept, broken = check_value(name, text)
        if broken:
            rule, message = broken
            cure = _did_you_mean(text, KINDS_OF_EVIDENCE) if rule is UNKNOWN_EVIDENCE else ""
            self._note(rule, message, field.value_index, cure=cure)
        if kept:
            self._work[name] = kept

    def _take_names(self, name: str, written: str, field: RawField) -> None:
        names = read_names(written)
        for unreadable in names.unreadable:
            message = f"the name `{_short(unreadable)}` cannot be split into family and given name"
            self._note(INVALID_NAME, message, field.value_index)
        for group in names.group_like:
            message = f"`{_short(group)}` looks like a group but is written like a person"
            self._note(GROUP_AS_PERSON, message, field.value_index)
        self._note_latex(decode_latex(written)[1], field)
        if names.names:
            self._work[name] = list(names.names)
        if names.et_al and name == "authors":
            self._work["et_al"] = "yes"

    def _split_date(self) -> None:
        """``date = {2024-05}`` says year and month, where these are not written themselves."""
        date = self._work.pop("date", None)
        if isinstance(date, str):
            year, _, rest = date.partition("-")
            for name, value in (("year", year), ("month", rest[:2].removeprefix("0"))):
                if value and name not in self._work:
                    self._work[name] = value
                    self._indexes.setdefault(name, self._indexes["date"])

    def _note_latex(self, unknown: tuple[str, ...], field: RawField) -> None:
        for command in unknown:
            self._note(UNKNOWN_LATEX, f"`{_short(command)}` is not understood", field.value_index)

    def _note(self, rule: Rule, message: str, index: int, *, cure: str = "") -> None:
        line, column = self._lines.line_and_column(index)
        self._log.add(rule, message, line, column, cure=cure)


def _without_escapes(text: str) -> str:
    for sign in "_%&#~":
        text = text.replace(f"\\{sign}", sign)
    return text.replace("{", "").replace("}", "")


def _dashes(text: str, between: str) -> str:
    return text.replace("---", "—").replace("--", between)


def _did_you_mean(word: str, known: Iterable[str], sign: str = "") -> str:
    """The cure if the word is close to a known one."""
    close = difflib.get_close_matches(word.lower()[:40], sorted(known), n=1)
    return f"Did you mean `{sign}{close[0]}`?" if close else ""


def _short(text: str) -> str:
    line = " ".join(text[:200].split())
    return line if len(line) <= 60 else f"{line[:59]}…"
