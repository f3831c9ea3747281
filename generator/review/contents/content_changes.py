"""What changed between contents that are named by their digests: each pair is compared once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator.model.approval import Extent
from generator.model.change import ClinicalChange, worst
from generator.review.contents.comparison import compare_closures
from generator.review.contents.topics import topics_in, topics_of

ContentOf = Callable[[str], Mapping[str, Any] | None]
"""The content of a digest; None where it is not at hand."""


class ContentChanges:
    """Changes and extents, which decide who has to approve. However often they are asked for, they are found once."""

    def __init__(self, content_of: ContentOf) -> None:
        self._content_of = content_of
        self._changes: dict[tuple[str, str], tuple[ClinicalChange, ...] | None] = {}
        self._extents: dict[tuple[str | None, str], Extent] = {}

    def between(self, before: str, after: str) -> tuple[ClinicalChange, ...] | None:
        """What changed from one content to another, unworded; None where one of them is not at hand."""
        if (before, after) not in self._changes:
            old, new = self._content_of(before), self._content_of(after)
            is_known = old is not None and new is not None
            self._changes[before, after] = compare_closures(old, new) if is_known else None
        return self._changes[before, after]

    def extent(self, before: str | None, after: str) -> Extent:
        """How far two contents differ (from None: all that there is); everything, where one is not at hand."""
        if (before, after) not in self._extents:
            self._extents[before, after] = self._measured(before, after)
        return self._extents[before, after]

    def _measured(self, before: str | None, after: str) -> Extent:
        if before is None:
            new = self._content_of(after)
            return Extent() if new is None else Extent(topics_in(new))
        changes = self.between(before, after)
        if changes is None:
            return Extent()
        return Extent(topics_of(changes), worst([change.level for change in changes]))
