"""How far contents differ: what decides who has to approve."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator.model.approval import Extent
from generator.model.change import worst
from generator.review.comparison import compare_closures
from generator.review.topics import topics_in, topics_of

ContentOf = Callable[[str], Mapping[str, Any] | None]
"""The content of a digest; None where it is not at hand."""


class ContentExtents:
    """Compares each pair of contents once."""

    def __init__(self, content_of: ContentOf) -> None:
        self._content_of = content_of
        self._known: dict[tuple[str | None, str], Extent] = {}

    def __call__(self, before: str | None, after: str) -> Extent:
        """What changed from one digest (None: there was nothing) to another; everything, where one is not at hand."""
        if (before, after) not in self._known:
            self._known[before, after] = self._extent(before, after)
        return self._known[before, after]

    def _extent(self, before: str | None, after: str) -> Extent:
        new = self._content_of(after)
        if new is None:
            return Extent()
        if before is None:
            return Extent(topics_in(new))
        old = self._content_of(before)
        if old is None:
            return Extent()
        changes = compare_closures(old, new)
        return Extent(topics_of(changes), worst([change.level for change in changes]))
