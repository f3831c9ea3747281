"""YAML events to a tree of texts with places, without recursion."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.diagnostics import Pointer, Rule, pointer_text
from generator.sources.document import Spot, Tree
from generator.sources.finding_log import FindingLog
from generator.sources.source_rules import (
    ALIAS,
    ANCHOR,
    DUPLICATE_KEY,
    KEY_NOT_TEXT,
    MERGE_KEY,
    NO_VALUE,
    SWALLOWED_LINE,
    TAG,
    TOO_DEEP,
    TOO_LARGE,
)
from generator.sources.source_text import UNWANTED, describe_character, line_and_column, unwanted_rule
from generator.sources.trailing_comment import trailing_comment

ParserEvent: TypeAlias = Any
"""An event as the parser makes it; the published types allow its marks to be missing, which never happens."""

DEPTH_LIMIT = 32
VALUE_LIMIT = 100_000

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_SWALLOWED = re.compile(r"\n[ ]*(- [^\r\n]{0,60}|[a-z][a-z0-9_-]*:(?!//)[^\r\n]{0,60})")


class BeyondLimits(Exception):
    """There are more values, or they are nested deeper, than is read."""


class _Frame:
    """A mapping or a list that is being filled; its key waits until the value has come."""

    __slots__ = ("children", "expects_key", "key", "key_column", "key_line", "spot", "tree")

    def __init__(self, tree: dict[str, Tree] | list[Tree], spot: Spot) -> None:
        self.tree = tree
        self.spot = spot
        self.children: dict[str | int, Spot] = {}
        spot.children = self.children
        self.key: str | None = None
        self.key_line = 0
        self.key_column = 0
        self.expects_key = isinstance(tree, dict)


class TreeBuilder:
    """Takes the events of one document in order; ``tree`` and ``spot`` hold the result, None at first.

    What is refused is noted in the log and left out or kept as written, so that reading can go on.
    """

    def __init__(self, text: str, log: FindingLog) -> None:
        self.tree: Tree | None = None
        self.spot: Spot | None = None
        self._text = text
        self._log = log
        self._open: list[_Frame] = []
        self._values = 0
        self._last_line = text.count("\n")

    def take(self, event: ParserEvent) -> None:
        """Take the next event. Raises BeyondLimits, and TooManyFindings from the log."""
        kind = type(event)
        if kind is ScalarEvent:
            self._take_scalar(event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            self._take_start(event)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self._take_end()
        elif kind is AliasEvent:
            self._take_alias(event)

    def _take_scalar(self, event: ParserEvent) -> None:
        if event.anchor or event.tag:
            self._refuse_decoration(event)
        if event.style == '"':
            self._check_escapes(event)
        if self._open and self._open[-1].expects_key:
            self._take_key(event)
            return
        self._values += 1
        if self._values > VALUE_LIMIT:
            self._note(TOO_LARGE, f"the file holds more than {VALUE_LIMIT:,} values", event)
            raise BeyondLimits
        if self._open:
            self._check_value(event)
        self._attach(event.value, Spot(*self._start(event)))

    def _take_key(self, event: ParserEvent) -> None:
        """Keep the first of equal keys; a key that is refused becomes None and drops its value."""
        frame = self._open[-1]
        key = event.value
        frame.expects_key = False
        frame.key = None
        frame.key_line, frame.key_column = self._start(event)
        if not key.strip():
            self._note(KEY_NOT_TEXT, "the key is empty", event)
        elif key == "<<" and not event.style:
            self._note(MERGE_KEY, "the merge key `<<` takes over the fields of another mapping", event)
        elif key in frame.tree:
            self._refuse_duplicate(key, event)
        else:
            frame.key = key

    def _refuse_duplicate(self, key: str, event: ParserEvent) -> None:
        first = self._open[-1].children.get(key)
        where = f" (first in line {first.key_line})" if first else ""
        self._note(DUPLICATE_KEY, f"the key `{_short(key)}` stands here a second time{where}", event)

    def _take_start(self, event: ParserEvent) -> None:
        if len(self._open) == DEPTH_LIMIT:
            self._note(TOO_DEEP, f"values are nested more than {DEPTH_LIMIT} levels deep", event)
            raise BeyondLimits
        if event.anchor or event.tag:
            self._refuse_decoration(event)
        if self._open and self._open[-1].expects_key:
            self._note(KEY_NOT_TEXT, "a list or a mapping stands where a key must stand", event)
        tree: dict[str, Tree] | list[Tree] = {} if isinstance(event, MappingStartEvent) else []
        self._open.append(_Frame(tree, Spot(*self._start(event))))

    def _take_end(self) -> None:
        frame = self._open.pop()
        if self._open and self._open[-1].expects_key:
            self._open[-1].expects_key = False
            self._open[-1].key = None
            return
        self._attach(frame.tree, frame.spot)

    def _take_alias(self, event: ParserEvent) -> None:
        written = self._written(event)
        self._note(ALIAS, f"the alias `{_short(written)}` stands for a value from elsewhere", event)
        if self._open and self._open[-1].expects_key:
            self._open[-1].expects_key = False
            self._open[-1].key = None
            return
        self._attach(written, Spot(*self._start(event)))

    def _attach(self, value: Tree, spot: Spot) -> None:
        if not self._open:
            self.tree, self.spot = value, spot
            return
        frame = self._open[-1]
        children = frame.children
        if isinstance(frame.tree, list):
            children[len(frame.tree)] = spot
            frame.tree.append(value)
            return
        frame.expects_key = True
        if frame.key is not None:
            spot.key_line, spot.key_column = frame.key_line, frame.key_column
            children[frame.key] = spot
            frame.tree[frame.key] = value

    def _check_value(self, event: ParserEvent) -> None:
        if event.style:
            if not event.value.strip():
                self._note(
                    NO_VALUE, f"{self._owner()} has no value, only empty quotes or an empty block", event
                )
            return
        if event.value in _NOTHING:
            self._refuse_nothing(event)
        elif event.start_mark.line != event.end_mark.line:
            self._check_continuation(event)
        found = trailing_comment(self._text, event.end_mark.index)
        if found:
            rule, comment, index = found
            message = f"`{_short(comment)}` is read as a comment, not as a part of the value"
            self._log.add(rule, message, *line_and_column(self._text, index), pointer=self._pointer())

    def _refuse_nothing(self, event: ParserEvent) -> None:
        value = f": `{event.value}` stands for nothing" if event.value else ""
        cure = ""
        key = self._open[-1].key
        if key and ":" in key and not event.value:
            cure = (
                "If the braces belong to the text, put the whole text in quotes; else add a space after `:`."
            )
        self._note(NO_VALUE, f"{self._owner()} has no value{value}", event, cure=cure)

    def _check_continuation(self, event: ParserEvent) -> None:
        start = event.start_mark.index
        match = _SWALLOWED.search(self._text, start, event.end_mark.index)
        if match:
            line = event.start_mark.line + 1
            message = f"`{_short(match[1])}` is read as the end of the value that begins in line {line}"
            place = line_and_column(self._text, match.start(1))
            self._log.add(SWALLOWED_LINE, message, *place, pointer=self._pointer())

    def _check_escapes(self, event: ParserEvent) -> None:
        """Unwanted characters that are written as escapes; those that stand there openly are noted."""
        match = UNWANTED.search(event.value)
        if match and match[0] not in self._written(event):
            message = f"an escape in this text stands for {describe_character(match[0])}"
            self._note(unwanted_rule(match[0]), message, event)

    def _refuse_decoration(self, event: ParserEvent) -> None:
        if event.anchor:
            self._note(ANCHOR, f"the anchor `&{_short(event.anchor)}` stands before this value", event)
        if event.tag:
            self._note(TAG, f"the tag `{_short(event.tag)}` stands before this value", event)

    def _note(self, rule: Rule, message: str, event: ParserEvent, *, cure: str = "") -> None:
        self._log.add(rule, message, *self._start(event), pointer=self._pointer(), cure=cure)

    def _start(self, event: ParserEvent) -> tuple[int, int]:
        """Line and column; for the parser, a file that ends without a line break has one more line."""
        mark = event.start_mark
        if mark.line > self._last_line:
            return line_and_column(self._text, len(self._text))
        return mark.line + 1, mark.column + 1

    def _pointer(self) -> Pointer:
        """Where the next value will hang."""
        steps: list[str | int] = []
        for frame in self._open:
            if isinstance(frame.tree, list):
                steps.append(len(frame.tree))
            elif frame.key is not None and not frame.expects_key:
                steps.append(frame.key)
        return tuple(steps)

    def _owner(self) -> str:
        pointer = self._pointer()
        return f"`{_short(pointer_text(pointer))}`" if pointer else "this key"

    def _written(self, event: ParserEvent) -> str:
        return self._text[event.start_mark.index : event.end_mark.index]


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
