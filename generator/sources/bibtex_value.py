"""The raw text of a BibTeX value, taken apart: braces, quotes, bare words, joined by ``#``."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DELIMITER = re.compile(r'(?<!\\)[{}"]')
_BARE = re.compile(r'[^\s#,{}"=]+')
_SPACE = re.compile(r"\s*")
_NEXT_FIELD = re.compile(r"([A-Za-z][\w-]*)\s*=\s*")


@dataclass(frozen=True, slots=True)
class ValuePart:
    """A part of a value; ``bare`` if it stands without braces and quotes."""

    text: str
    bare: bool


@dataclass(frozen=True, slots=True)
class ValueParts:
    """What a raw value consists of.

    ``rest`` is the index at which something stands that does not belong to the value, -1 if nothing does.
    ``next_field`` is the name of the field that begins there, swallowed for want of a comma.
    """

    parts: tuple[ValuePart, ...]
    rest: int = -1
    next_field: str = ""
    next_value: int = -1


def take_value_apart(raw: str, start: int = 0) -> ValueParts:
    """Take the value that begins at an index of the raw text apart."""
    parts: list[ValuePart] = []
    position = _skip_space(raw, start)
    while position < len(raw):
        part, position = _part(raw, position)
        parts.append(part)
        position = _skip_space(raw, position)
        if position >= len(raw) or raw[position] != "#":
            break
        position = _skip_space(raw, position + 1)
    if position >= len(raw):
        return ValueParts(tuple(parts))
    following = _NEXT_FIELD.match(raw, position)
    if following and following.end() < len(raw):
        return ValueParts(tuple(parts), position, following[1], following.end())
    return ValueParts(tuple(parts), position)


def _part(raw: str, start: int) -> tuple[ValuePart, int]:
    if raw[start] in '{"':
        end = _closing(raw, start)
        return ValuePart(raw[start + 1 : end], bare=False), end + 1
    bare = _BARE.match(raw, start)
    end = bare.end() if bare else len(raw)
    return ValuePart(raw[start:end], bare=True), end


def _closing(raw: str, start: int) -> int:
    """The index of the brace or quote that closes the one at ``start``; the end of the text if none does."""
    in_quotes = raw[start] == '"'
    depth = 0
    for match in _DELIMITER.finditer(raw, start + 1 if in_quotes else start):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
            if depth == 0 and not in_quotes:
                return match.start()
        elif in_quotes and depth == 0:
            return match.start()
    return len(raw)


def _skip_space(raw: str, start: int) -> int:
    match = _SPACE.match(raw, start)
    return match.end() if match else start
