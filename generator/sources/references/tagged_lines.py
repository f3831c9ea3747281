"""The lines of RIS and PubMed text: each has a tag, a hyphen and a value; other lines continue the value above."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

RECORD_LIMIT = 2_000
"""How many references are added at once."""


@dataclass(frozen=True, slots=True)
class TaggedValue:
    """One value with its tag and its line, from 1."""

    tag: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class TaggedRecord:
    """The values of one record in their order; there is at least one."""

    values: tuple[TaggedValue, ...]

    @property
    def line(self) -> int:
        """Where the record begins."""
        return self.values[0].line

    def all(self, *tags: str) -> Iterator[TaggedValue]:
        """The values of these tags, tag by tag."""
        for tag in tags:
            yield from (value for value in self.values if value.tag == tag)

    def first(self, *tags: str) -> TaggedValue | None:
        """The first value that is not empty, tag by tag."""
        return next((value for value in self.all(*tags) if value.text.strip()), None)


class OpenRecord:
    """A record that is being read line by line."""

    def __init__(self) -> None:
        self._lines: list[tuple[str, int, list[str]]] = []

    def __bool__(self) -> bool:
        return bool(self._lines)

    def begin(self, tag: str, text: str, line: int) -> None:
        """A line with a tag."""
        self._lines.append((tag, line, [text]))

    def go_on(self, text: str) -> None:
        """A line without one, which continues the value above."""
        self._lines[-1][2].append(text.strip())

    def closed(self) -> TaggedRecord:
        """The record; the next one begins empty."""
        values = tuple(TaggedValue(tag, " ".join(pieces), line) for tag, line, pieces in self._lines)
        self._lines.clear()
        return TaggedRecord(values)


def texts(values: Iterable[TaggedValue]) -> list[str]:
    """The texts alone."""
    return [value.text for value in values]
