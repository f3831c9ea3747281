"""The feed of recent changes as data."""

from __future__ import annotations

from dataclasses import dataclass

FEED_FILE = "changes.atom"
"""Where the feed stands, from the site's root."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One public change note of a page. ``name`` (the entry, then the note) stays whatever is built or moved.

    ``path`` is the page's address from the site's root, ``day`` is ``2026-11-21``, ``text`` plain words.
    """

    path: str
    name: str
    title: str
    day: str
    kind: str
    kind_words: str
    text: str


@dataclass(frozen=True, slots=True)
class Feed:
    """The newest changes first. ``page`` is the path of the page that lists the same."""

    title: str
    subtitle: str
    author: str
    page: str
    entries: tuple[FeedEntry, ...]
