"""The words of a text as written, without citations, marks and signs of emphasis."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.model.marks import CITATION_MARK, LOOSE_DATA_MARK

QUOTED = "\ufffc"
"""Stands where a text quotes a dose, a figure or a quantity."""

_CITATION = re.compile(rf"\s*{CITATION_MARK}")
_QUOTE = re.compile(LOOSE_DATA_MARK)
_LINK = re.compile(r"\[([^\[\]\n]*)\]\([^()\s]*\)")
_SIGNS = str.maketrans("", "", "*~^\\")


@lru_cache(maxsize=10_000)
def plain_words(text: str) -> str:
    """The words alone: what is quoted is one sign, a link is its label, spaces are single."""
    without = _LINK.sub(r"\1", _QUOTE.sub(QUOTED, _CITATION.sub("", text)))
    return " ".join(without.translate(_SIGNS).split())
