"""Changing one thing in a YAML text: comments, layout, line ends and quotes of all else stay byte for byte."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from generator.diagnostics import Pointer, pointer_text
from generator.sources.document import Tree
from generator.sources.yaml_spans import Span, span_at, yaml_spans
from generator.sources.yaml_value import written_value


class EditRefused(Exception):
    """Why a text cannot be changed in this way without touching more of it, and where that stands."""

    def __init__(self, reason: str, pointer: Pointer = ()) -> None:
        super().__init__(reason)
        self.pointer = pointer


@dataclass(frozen=True, slots=True, order=True)
class TextEdit:
    """``new`` takes the place of the code points from ``start`` to ``end``; nothing is taken if they are equal."""

    start: int
    end: int
    new: str


def apply_edits(text: str, edits: Iterable[TextEdit]) -> str:
    """The text with all edits made, in whatever order they come. Raises EditRefused if two of them overlap."""
    parts: list[str] = []
    done = 0
    for edit in sorted(edits):
        if edit.start < done:
            raise EditRefused("two changes meet in the same place")
        parts += (text[done : edit.start], edit.new)
        done = edit.end
    return "".join([*parts, text[done:]])


class EditableYaml:
    """A text that the strict reader found no error in, and the edits that change it.

    Every method gives one edit and raises EditRefused where that cannot be done; nothing is changed until
    `apply_edits`. Values are written on one line; a pointer is that of the document as it is now.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _root(self) -> Span:
        return yaml_spans(self.text)

    def has(self, pointer: Pointer) -> bool:
        """Whether a value stands there."""
        return span_at(self._root, pointer) is not None

    def rename_key(self, pointer: Pointer, new: str) -> TextEdit:
        """Give the key of a value another name; its quotes, if it has any, stay."""
        span = self._span(pointer)
        if span.key is None:
            raise EditRefused(f"{pointer_text(pointer)} has no key", pointer)
        if self.has((*pointer[:-1], new)):
            raise EditRefused(f"“{new}” stands beside “{pointer[-1]}” already", pointer)
        start, end = span.key
        return TextEdit(start, end, written_value(new, like=self.text[start]))

    def replace(self, pointer: Pointer, value: Tree) -> TextEdit:
        """Put another value in the place of one."""
        span = self._span(pointer)
        shift = 0
        if span.key is not None and not span.is_flow:
            # A list may stand below its key without being indented; another value may not.
            shift = max(0, self._column(span.head) + 2 - self._column(span.start))
            shift = shift if "\n" in self.text[span.key[1] : span.start] else 0
        end = span.start + len(self.text[span.start : span.end].rstrip("\r\n"))
        return TextEdit(span.start, end, " " * shift + written_value(value))

    def insert(self, pointer: Pointer, value: Tree, *, after: str | None = None) -> TextEdit:
        """Add a value under a new key, behind the key ``after`` or as the last; or as the last item of a list."""
        parent, step = self._span(pointer[:-1]), pointer[-1]
        if parent.children is None or self.has(pointer):
            raise EditRefused(f"nothing can be added as {pointer_text(pointer)}")
        if parent.children and isinstance(step, str) is parent.is_list:
            raise EditRefused(f"{pointer_text(pointer[:-1])} is not of that shape")
        before = (
            self._span((*pointer[:-1], after)) if after else next(reversed(parent.children.values()), None)
        )
        key = f"{written_value(step)}: " if isinstance(step, str) else ""
        if before is None or parent.is_flow:
            return self._insert_in_brackets(parent, before, key + written_value(value))
        # Entries of one mapping or list all begin in the column of the first.
        column = self._column(next(iter(parent.children.values())).head)
        line = " " * column + ("- " if parent.is_list else "") + key + written_value(value)
        return self._insert_line(before.end, line)

    def delete(self, pointer: Pointer) -> TextEdit:
        """Take a value away with its key, or an item out of its list; comments on lines of their own stay."""
        span = self._span(pointer)
        parent = self._span(pointer[:-1])
        siblings = list((parent.children or {}).values())
        if not pointer or (len(siblings) < 2 and not self._has_brackets(parent)):
            raise EditRefused(f"{pointer_text(pointer) or 'the whole'} is all that there is")
        place = siblings.index(span)
        if parent.is_flow:
            return self._delete_in_brackets(parent, siblings, place)
        return self._delete_lines(span, siblings[place + 1].head if place + 1 < len(siblings) else None)

    def _span(self, pointer: Pointer) -> Span:
        found = span_at(self._root, pointer)
        if found is None:
            raise EditRefused(f"there is no {pointer_text(pointer)}")
        return found

    def _line_start(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    def _column(self, offset: int) -> int:
        return offset - self._line_start(offset)

    def _next_line(self, offset: int) -> int:
        """Where the line behind a value begins: at the value's end, if that is a line's beginning already."""
        if self._column(offset) == 0:
            return offset
        end = self.text.find("\n", offset)
        return end + 1 if end >= 0 else len(self.text)

    def _has_brackets(self, parent: Span) -> bool:
        """A single pair in a list, ``[a: b]``, has none of its own."""
        return parent.is_flow and self.text[parent.start] in "{["

    def _insert_in_brackets(self, parent: Span, before: Span | None, added: str) -> TextEdit:
        if not self._has_brackets(parent):
            raise EditRefused("a single pair without brackets cannot take another")
        if before is None:
            return TextEdit(parent.start + 1, parent.start + 1, added)
        return TextEdit(before.end, before.end, f", {added}")

    def _insert_line(self, above: int, line: str) -> TextEdit:
        place = self._next_line(above)
        if not self.text.endswith("\n") and place == len(self.text):
            raise EditRefused("the last line of the file has no line break")
        return TextEdit(place, place, line + ("\r\n" if "\r\n" in self.text else "\n"))

    def _delete_in_brackets(self, parent: Span, siblings: list[Span], place: int) -> TextEdit:
        if len(siblings) == 1:
            return TextEdit(parent.start + 1, parent.end - 1, "")
        if place + 1 < len(siblings):
            return TextEdit(siblings[place].head, siblings[place + 1].head, "")
        return TextEdit(siblings[place - 1].end, siblings[place].end, "")

    def _delete_lines(self, span: Span, below: int | None) -> TextEdit:
        start, end = self._line_start(span.head), self._next_line(span.end)
        if not self.text[start : span.head].strip():
            return TextEdit(start, end, "")
        if below is not None and not self.text[end:below].strip():
            return TextEdit(span.head, below, "")
        raise EditRefused("a comment would lose its place")
