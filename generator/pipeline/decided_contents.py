"""The contents of the editions as they are now and as they were decided on, and what changed between two of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from generator.compiler.context import EditionKey
from generator.compiler.edition_body import EditionBody
from generator.model.digest import EditionDigests
from generator.model.library import Library
from generator.model.state import Digests, EditionState
from generator.model.version_changes import VersionChanges
from generator.review.contents.content_changes import ContentChanges
from generator.review.words.sentences import worded
from generator.sources.closures import Closures

Closure = Mapping[str, Any]


class DecidedContents:
    """Contents by digest. ``changes`` tells what changed between any two of them."""

    def __init__(
        self, library: Library, bodies: Mapping[EditionKey, EditionBody], closures: Closures
    ) -> None:
        self._made = EditionDigests(library)
        self._bodies = bodies
        self._closures = closures
        self._now: dict[str, EditionKey] = {}
        self.changes = ContentChanges(self._content)

    def digests(self, key: EditionKey) -> Digests:
        """The digests of an edition as it is now."""
        body = self._bodies[key]
        content = self._made.of(body.edition, body.audience.id)
        self._now[content] = key
        return Digests(content, body.words_digest)

    def history(self, state: EditionState) -> Iterator[VersionChanges]:
        """What changed from each approved content to the next, in words."""
        for older, newer in pairwise(state.versions):
            before, after = older.digests.content, newer.digests.content
            if before == after:
                continue
            changes = self.changes.between(before, after)
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
