"""The places of a tree of values, as a file is before it is parsed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Each mapping or list below with each of its keys, from the top down; ``kind`` is left out."""
    items = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in items:
        if key != "kind":
            yield tree, key
        yield from places(value)
