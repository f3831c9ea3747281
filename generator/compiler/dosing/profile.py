"""What a writing profile is: the words and signs in which a house writes doses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Term:
    """A unit that is a word, for one and for many: a tablet, tablets."""

    one: str
    many: str


@dataclass(frozen=True, slots=True)
class Profile:
    """One house style as data.

    ``signs`` are units that stay the same for one and many, with ``gap`` between number and sign; ``terms`` are words.
    ``below`` is what a unit becomes below the stroke, with all that joins it ("/kg", " per hour"); ``routes`` gives
    each route as it stands in a table and in a sentence; ``words`` are templates with slots in braces.
    """

    name: str
    gap: str
    signs: Mapping[str, str]
    terms: Mapping[str, Term]
    below: Mapping[str, str]
    routes: Mapping[str, tuple[str, str]]
    words: Mapping[str, str]

    def but(self, name: str, **changed: Mapping[str, Any] | str) -> Profile:
        """Another profile that differs in these entries."""
        merged: dict[str, Any] = {
            key: value if isinstance(value, str) else {**getattr(self, key), **value}
            for key, value in changed.items()
        }
        return replace(self, name=name, **merged)
