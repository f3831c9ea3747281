"""A BibTeX file split into works and fields, each with its index in the text."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_FIELD = re.compile(r"[,\n][ \t]*([A-Za-z][\w-]*)[ \t]*=")
_BRACE = re.compile(r"(?<!\\)[{}]")
_KEY = re.compile(r"@\w*\s*[{(]\s*([^\s,={}()\"]+)")


@dataclass(frozen=True, slots=True)
class RawField:
    """A field as it is written; the indexes are those of its name and its value in the text."""

    name: str
    value: str
    name_index: int
    value_index: int


@dataclass(frozen=True, slots=True)
class RawWork:
    """A work as it is written; ``index`` is that of its ``@``, ``key_index`` that of its key."""

    kind: str
    key: str
    index: int
    key_index: int
    fields: tuple[RawField, ...]


@dataclass(frozen=True, slots=True)
class RawString:
    """A definition ``@string{name = value}``."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class BrokenWork:
    """A work that could not be read, with its key if that much is legible."""

    key: str
    message: str
    index: int


@dataclass(frozen=True, slots=True)
class OutsideText:
    """Text outside of any work, which BibTeX takes for a comment."""

    text: str
    index: int


RawBlock = RawWork | RawString | BrokenWork | OutsideText


def split_blocks(text: str) -> Iterator[RawBlock]:
    """Split a BibTeX text (lines end in LF) in the order of the file; a broken block hides no other."""
    from bibtexparser.entrypoint import parse_string

    # The parser also tells the log what it gives back as failed blocks; findings say it better.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    library: Any = parse_string(text, parse_stack=[])
    cursor = 0
    for block in library.blocks:
        raw: str = block.raw or ""
        index = max(text.find(raw, cursor), cursor)
        found = _block(block, raw, text, index)
        if found is not None:
            yield found
        cursor = index + (1 if isinstance(found, BrokenWork) else len(raw))


def _block(block: Any, raw: str, text: str, index: int) -> RawBlock | None:
    from bibtexparser.model import Entry, ImplicitComment, ParsingFailedBlock, String

    whole = getattr(block, "ignore_error_block", None) or block
    while isinstance(whole, ParsingFailedBlock) and whole.ignore_error_block is not None:
        whole = whole.ignore_error_block
    if isinstance(whole, Entry):
        return _work(whole, raw, text, index)
    if isinstance(whole, String):
        return RawString(whole.key, whole.value)
    if isinstance(whole, ImplicitComment):
        return OutsideText(raw, index)
    if isinstance(whole, ParsingFailedBlock):
        return _broken(whole, raw, index)
    return None


def _work(entry: Any, raw: str, text: str, index: int) -> RawWork:
    opening = re.search(r"[{(]\s*", raw)
    key_index = index + (opening.end() if opening else 0)
    cursor = key_index + len(entry.key)
    fields = []
    for field in entry.fields:
        name_index = text.find(field.key, _after_comma(text, cursor))
        equals = text.find("=", name_index + len(field.key))
        value_index = equals + 1 + _leading_space(text, equals + 1)
        fields.append(RawField(field.key, field.value, name_index, value_index))
        cursor = value_index + len(field.value)
    return RawWork(entry.entry_type, entry.key, index, key_index, tuple(fields))


def _after_comma(text: str, start: int) -> int:
    comma = text.find(",", start)
    return comma + 1 if comma >= 0 else start


def _leading_space(text: str, start: int) -> int:
    match = re.compile(r"\s*").match(text, start)
    return match.end() - start if match else 0


def _broken(block: Any, raw: str, index: int) -> BrokenWork:
    key = _KEY.match(raw)
    name = key[1] if key else ""
    reason = str(getattr(block.error, "abort_reason", ""))
    if "comma after entry key" in reason:
        where = key.end() if key else 0
        return BrokenWork(name, "the comma after the key is missing", index + where)
    if "Expected a `=`" in reason or "Expected either" in reason:
        where = raw.rstrip().rfind(",") + 1
        return BrokenWork(name, "a field has no `=`", index + where + _leading_space(raw, where))
    unclosed = _unclosed_field(raw)
    if unclosed:
        field, where = unclosed
        return BrokenWork(name, f"the value of `{field}` is never closed", index + where)
    return BrokenWork(name, "the work is never closed", index)


def _unclosed_field(raw: str) -> tuple[str, int] | None:
    """The field before the first one that stands within a value; the last field if there is none."""
    depth, position = 0, 0
    previous: tuple[str, int] | None = None
    for match in _FIELD.finditer(raw):
        braces = _BRACE.findall(raw, position, match.start())
        depth += braces.count("{") - braces.count("}")
        position = match.start()
        if depth > 1 and previous:
            return previous
        previous = (match[1], match.start(1))
    return previous
