"""A source file as it was read: a tree of texts whose every value and key keeps its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from generator.diagnostics import Finding, Place, Pointer

Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str"


class Spot:
    """Where a value stands and, in a mapping, where its key stands; line and column count from 1."""

    __slots__ = ("children", "column", "key_column", "key_line", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column
        self.key_line = 0
        self.key_column = 0
        self.children: dict[str | int, Spot] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What a YAML file says, as text only.

    ``root`` is a tree of mappings, lists and texts, at most 32 levels deep; None if the file is unreadable.
    ``findings`` are in the order of the file.
    """

    file: str
    root: dict[str, Tree] | None
    findings: tuple[Finding, ...]
    _spot: Spot | None = field(default=None, repr=False, compare=False)

    def place(self, pointer: Pointer, *, key: bool = False) -> Place:
        """The place of the value at a pointer, or with ``key`` of its key.

        Where the pointer leads to nothing, the place of the nearest part above it that exists; the item of a
        list has no key, so its own place stands for it.
        """
        spot = self._spot
        if spot is None:
            return Place(self.file)
        for step in pointer:
            child = spot.children.get(step) if spot.children else None
            if child is None:
                break
            spot = child
        if key and spot.key_line:
            return Place(self.file, spot.key_line, spot.key_column)
        return Place(self.file, spot.line, spot.column)
