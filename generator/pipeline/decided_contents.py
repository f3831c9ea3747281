"""The contents of the editions as they are now and as they were decided on, and what changed between two of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from generator.compiler.context import EditionKey
from generator.compiler.edition_body import EditionBody
from generator.model.approval import Extent
from generator.model.change import ClinicalChange, worst
from generator.model.digest import EditionDigests
from generator.model.library import Library
from generator.model.state import Digests, EditionState
from generator.model.version_changes import VersionChanges
from generator.review.comparison import compare_closures
from generator.review.sentences import worded
from generator.review.topics import topics_in, topics_of
from generator.sources.closures import Closures

Closure = Mapping[str, Any]


class DecidedContents:
    """Contents by digest. Two of them are compared once, however often they are asked for."""

    def __init__(
        self, library: Library, bodies: Mapping[EditionKey, EditionBody], closures: Closures
    ) -> None:
        self._made = EditionDigests(library)
        self._bodies = bodies
        self._closures = closures
        self._now: dict[str, EditionKey] = {}
        self._changes: dict[tuple[str, str], tuple[ClinicalChange, ...] | None] = {}

    def digests(self, key: EditionKey) -> Digests:
        """The digests of an edition as it is now."""
        body = self._bodies[key]
        content = self._made.of(body.edition, body.audience.id)
        self._now[content] = key
        return Digests(content, body.words_digest)

    def changes(self, before: str, after: str) -> tuple[ClinicalChange, ...] | None:
        """What changed from one content to another, unworded; None where one of them is not at hand."""
        if (before, after) not in self._changes:
            old, new = self._content(before), self._content(after)
            is_known = old is not None and new is not None
            self._changes[before, after] = compare_closures(old, new) if is_known else None
        return self._changes[before, after]

    def extent(self, before: str | None, after: str) -> Extent:
        """How far two contents differ (from None: all that there is); everything, where one is not at hand."""
        if before is None:
            new = self._content(after)
            return Extent() if new is None else Extent(topics_in(new))
        changes = self.changes(before, after)
        if changes is None:
            return Extent()
        return Extent(topics_of(changes), worst([change.level for change in changes]))

    def history(self, state: EditionState) -> Iterator[VersionChanges]:
        """What changed from each approved content to the next, in words."""
        for older, newer in pairwise(state.versions):
            before, after = older.digests.content, newer.digests.content
            if before == after:
                continue
            changes = self.changes(before, after)
            if changes is None:
                yield VersionChanges(before, after, is_compared=False)
            else:
                told = worded(changes, self._content(before), self._content(after))
                yield VersionChanges(before, after, told)

    def _content(self, digest: str) -> Closure | None:
        key = self._now.get(digest)
        if key is None:
            return self._closures.get(digest)
        body = self._bodies[key]
        return self._made.closure(body.edition, body.audience.id)
