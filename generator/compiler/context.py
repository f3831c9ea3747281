"""What a compilation needs to know besides the library: all of it values, none of it looked up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.model.state import EditionState

EditionKey = tuple[str, str]
"""Entry id and audience id."""


@dataclass(frozen=True)
class SiteContext:
    """The day, the words of the user interface, and what the site publishes.

    ``publishes_all`` shows unapproved editions too, marked so; ``is_preview`` shows everything to its author.
    ``today`` stands on no page but decides what is overdue. ``is_plain`` words an edition for lay readers.
    """

    today: date
    words: Mapping[str, str]
    title: str = "Clinical Summaries"
    publishes_all: bool = False
    is_demonstration: bool = False
    is_preview: bool = False
    language: str = "en"
    states: Mapping[EditionKey, EditionState] = field(default_factory=dict)
    is_plain: bool = False

    def word(self, key: str, **values: str) -> str:
        """Words of the user interface. A key that no list has is shown as itself, so that it is noticed.

        For lay readers the word under ``plain-…`` is taken where the list has one.
        """
        text = self.words.get(key, key)
        if self.is_plain:
            text = self.words.get(f"plain-{key}", text)
        for name, value in values.items():
            text = text.replace("{" + name + "}", value)
        return text
