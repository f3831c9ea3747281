"""The citations inside a text, told apart from its words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.marks import CITATION_MARK
from generator.model.quotes import text_quotes
from generator.review.text.text_tokens import tokens


@dataclass(frozen=True, slots=True)
class CitedText:
    """A text without its citations. ``cited`` has each key with the number of words that stand before it."""

    words: str
    cited: tuple[tuple[str, int], ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys in the order of the text."""
        return tuple(key for key, _ in self.cited)


def cited_text(text: str) -> CitedText:
    """Take the citations out of a text. What a citation says beside its keys stays with the words."""
    if "[@" not in text:
        return CitedText(text, ())
    words, cited, last = "", [], 0
    for mark in _MARK.finditer(text):
        words += text[last : mark.start()]
        number = len(tokens(words))
        cited += [(quote.target, number) for quote in text_quotes(mark[0], ()) if quote.kind == "work"]
        words = words.rstrip() + _beside_keys(mark[0])
        last = mark.end()
    return CitedText(words + text[last:], tuple(cited))


def _beside_keys(mark: str) -> str:
    """What else a citation says: ``[@roe-2020, page 3]`` gives `` [, page 3]``."""
    said = _KEY.sub("", mark)
    return f" {said}" if said.strip("[];, ") else ""


_MARK = re.compile(CITATION_MARK)
_KEY = re.compile(r"@[A-Za-z0-9][A-Za-z0-9_:.-]*")
