"""The id of a new decision: day, person, what, and about what."""

from __future__ import annotations

from itertools import count

from generator.model.library import Library
from generator.review.deciding.wish import Wish

_LONGEST = 80


def decision_id(library: Library, wish: Wish) -> str:
    """``2026-11-21-jane-roe-approve-second-line-treatment``; with a number behind it where that is taken."""
    entries = tuple(dict.fromkeys(wish.entries))
    about = entries[0] if len(entries) == 1 else f"{len(entries)}-entries"
    stem = f"{wish.at:%Y-%m-%d}-{wish.by}-{wish.kind}-{about}"
    taken = {*library.unreadable, *(entry.id for entry in library.entries())}
    for number in count(1):
        tail = f"-{number}" if number > 1 else ""
        name = stem[: _LONGEST - len(tail)].rstrip("-") + tail
        if name not in taken:
            return name
    raise AssertionError("there is always another number")
