"""The words that a text has, so that most texts need not be looked through for what they cannot hold."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=10_000)
def text_words(text: str) -> frozenset[str]:
    """Every word of a text once, in small letters; words with a hyphen are two."""
    return frozenset(_WORD.findall(text.casefold()))
