"""What readers will read: the words of each edition, each run with its place in the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from generator.pages.inline import Words
from generator.pages.site import Section


@dataclass(frozen=True, slots=True)
class TextRun:
    """Words that come from an entry, and the section that they stand in (``heading`` and ``lead`` above the first)."""

    words: Words
    section: str


@dataclass(frozen=True, slots=True)
class EditionText:
    """All words of one edition of one entry, in the order of reading, each place of the source once."""

    entry: str
    audience: str
    runs: tuple[TextRun, ...]


def edition_text(
    entry: str, audience: str, heading: Words, lead: Iterable[Any], sections: Iterable[Section]
) -> EditionText:
    """The words of an edition's heading, lead and clinical sections that come from the entry itself."""
    parts = [("heading", (heading,)), ("lead", tuple(lead))]
    parts += [(section.id, section.blocks) for section in sections if section.is_clinical]
    runs = {
        (words.pointer, words.text): TextRun(words, section)
        for section, blocks in reversed(parts)
        for words in reversed(list(_words_below(blocks)))
        if words.entry == entry and words.pointer
    }
    return EditionText(entry, audience, tuple(reversed(runs.values())))


def _words_below(value: Any) -> Iterator[Words]:
    if isinstance(value, Words):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _words_below(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _words_below(getattr(value, field.name))
