"""Open findings beside what they are about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from generator.pages.site import Notice


class NoticeBoard:
    """Knows which findings of a page are due: those about the words just written, each once in a block."""

    def __init__(self, notices: Mapping[str, tuple[Notice, ...]]) -> None:
        self._notices = notices
        self._waiting: list[str] = []
        self._shown: set[str] = set()

    def wait(self, pointer: str) -> None:
        """Note that words from this place were written."""
        if pointer in self._notices:
            self._waiting.append(pointer)

    def take(self, pointer: str) -> list[Notice]:
        """The findings about this place and about the words that wait."""
        due = dict.fromkeys([*self._waiting, pointer])
        self._waiting.clear()
        fresh = [place for place in due if place not in self._shown]
        self._shown.update(fresh)
        return [notice for place in fresh for notice in self._notices.get(place, ())]

    @contextmanager
    def around(self) -> Iterator[None]:
        """A block inside which each finding stands once; it may stand again in another block."""
        outer = self._waiting, self._shown
        self._waiting, self._shown = [], set()
        try:
            yield
        finally:
            self._waiting, self._shown = outer
