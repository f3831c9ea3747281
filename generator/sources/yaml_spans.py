"""Where each key and value of a YAML text begins and ends, so that one of them can be changed and all else kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, SequenceEndEvent, SequenceStartEvent

from generator.diagnostics import Pointer

Event: TypeAlias = Any
"""An event as the parser makes it; the published types allow its marks to be missing, which never happens."""


@dataclass(slots=True)
class Span:
    """A value as it is written, from ``start`` to ``end``; every number is an offset in code points.

    ``key`` holds the two ends of its key, with quotes; ``head`` is where the whole entry begins: at its key, at its
    ``?``, or at the hyphen of a list item. A value whose brackets are written, or that stands between such, is in
    ``flow``. A text that keeps its last line breaks ends behind them, any other value behind its last sign.
    """

    start: int
    end: int
    head: int
    is_flow: bool
    key: tuple[int, int] | None = None
    children: dict[str | int, Span] | None = field(default=None)

    @property
    def is_list(self) -> bool:
        """Whether it is a list with items; an empty one is not told from an empty mapping."""
        return 0 in (self.children or {})


def yaml_spans(text: str) -> Span:
    """The spans of a text that the strict reader found no error in."""
    return _Walk(text).root()


class _Walk:
    def __init__(self, text: str) -> None:
        self._text = text
        self._hyphens = [
            token.start_mark.index
            for token in yaml.scan(text, Loader=yaml.CSafeLoader)
            if isinstance(token, yaml.BlockEntryToken) and token.start_mark
        ]
        self._events: Iterator[Event] = iter(list(yaml.parse(text, Loader=yaml.CSafeLoader))[2:-2])

    def root(self) -> Span:
        return self._value(next(self._events), None, in_flow=False)

    def _value(self, event: Event, key: tuple[int, int] | None, *, in_flow: bool) -> Span:
        """Recursion is safe: nothing is nested more than 32 levels deep."""
        start = event.start_mark.index
        made = Span(start, event.end_mark.index, self._head(key[0]) if key else start, in_flow, key)
        if isinstance(event, MappingStartEvent):
            self._fill_mapping(made, event)
        elif isinstance(event, SequenceStartEvent):
            self._fill_list(made, event)
        elif event.style in ("|", ">"):
            made.end = self._end_of_block_text(start, made.end)
        return made

    def _fill_mapping(self, made: Span, event: Event) -> None:
        made.is_flow |= event.flow_style
        made.children = {}
        while not isinstance(key := next(self._events), MappingEndEvent):
            ends = key.start_mark.index, key.end_mark.index
            made.children[key.value] = self._value(next(self._events), ends, in_flow=made.is_flow)
        self._close(made, key, event)

    def _fill_list(self, made: Span, event: Event) -> None:
        made.is_flow |= event.flow_style
        made.children = {}
        while not isinstance(item := next(self._events), SequenceEndEvent):
            child = self._value(item, None, in_flow=made.is_flow)
            if not made.is_flow:
                child.head = self._hyphens[bisect_right(self._hyphens, child.start - 1) - 1]
            made.children[len(made.children)] = child
        self._close(made, item, event)

    def _close(self, made: Span, end: Event, begin: Event) -> None:
        """The parser ends what has no brackets where the next thing begins, behind comments that follow it."""
        children = list((made.children or {}).values())
        if begin.flow_style or not children:
            made.end = end.end_mark.index
        else:
            made.end = children[-1].end
            made.start = children[0].head

    def _head(self, key: int) -> int:
        """A key may stand behind a question mark, ``? key``."""
        before = key - 1
        while before >= 0 and self._text[before] == " ":
            before -= 1
        return before if 0 <= before < key - 1 and self._text[before] == "?" else key

    def _end_of_block_text(self, start: int, end: int) -> int:
        header = self._text[start : self._text.find("\n", start)].partition("#")[0]
        return end if "+" in header else start + len(self._text[start:end].rstrip(" \r\n"))


def span_at(root: Span, pointer: Pointer) -> Span | None:
    """The span of the value that a pointer leads to."""
    found: Span | None = root
    for step in pointer:
        found = (found.children or {}).get(step) if found else None
    return found
