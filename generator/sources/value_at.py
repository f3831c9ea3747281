"""One value of a tree: read, or put in its place."""

from __future__ import annotations

from typing import Any

from generator.diagnostics import Pointer
from generator.sources.document import Tree


def text_at(root: Tree, pointer: Pointer) -> str | None:
    """The text that a pointer leads to; None if there is none."""
    value: Any = root
    for step in pointer:
        if not _has(value, step):
            return None
        value = value[step]
    return value if isinstance(value, str) else None


def with_text(root: Tree, pointer: Pointer, text: str) -> Tree:
    """A tree that has another text at a pointer, where `text_at` finds one; all else is shared with the old tree."""
    if not pointer:
        return text
    step, rest = pointer[0], pointer[1:]
    if isinstance(root, dict) and isinstance(step, str):
        return {**root, step: with_text(root[step], rest, text)}
    if isinstance(root, list) and isinstance(step, int):
        return [*root[:step], with_text(root[step], rest, text), *root[step + 1 :]]
    raise KeyError(step)


def _has(value: Any, step: str | int) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value)
