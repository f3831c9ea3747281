"""Words that are each other's opposite by their beginning or end: safe and unsafe, hyperkalaemia and hypokalaemia."""

from __future__ import annotations

from collections.abc import Collection, Iterator

_NEGATING = (
    "un",
    "non",
    "in",
    "im",
    "ir",
    "il",
    "dis",
    "mis",
    "de",
    "anti",
    "contra",
    "a",
    "an",
    "ab",
    "ant",
    "counter",
)
_SWAPPED = (
    ("hyper", "hypo"), ("pre", "post"), ("ante", "post"), ("intra", "inter"), ("intra", "extra"), ("in", "de"),
    ("in", "ex"), ("in", "out"), ("sub", "supra"), ("sub", "super"), ("brady", "tachy"), ("over", "under"),
    ("up", "down"), ("macro", "micro"), ("milli", "micro"), ("mono", "poly"), ("mono", "bi"), ("uni", "bi"),
    ("ipsi", "contra"), ("homo", "hetero"), ("endo", "exo"), ("as", "des"), ("vaso", "veno"), ("poly", "oligo"),
)  # fmt: skip
_ENDS = (("cytosis", "penia"), ("ful", "less"), ("", "less"), ("ed", "less"))
_SHORTEST = 3
"""Letters that both words must have in common."""


def has_opposites(gone: Collection[str], come: Collection[str]) -> bool:
    """Whether a word that is gone came back as its opposite."""
    old, new = set(gone), set(come)
    return any(other in new for word in old for other in _opposites(word)) or any(
        other in old for word in new for other in _opposites(word)
    )


def _opposites(word: str) -> Iterator[str]:
    """What the opposite of a word may be; of two opposites at least one finds the other so."""
    for start in _NEGATING:
        if len(word) >= _SHORTEST:
            yield start + word
    for one, other in _SWAPPED:
        for start, instead in ((one, other), (other, one)):
            if word.startswith(start) and len(word) - len(start) >= _SHORTEST:
                yield instead + word[len(start) :]
    for one, other in _ENDS:
        for end, instead in ((one, other), (other, one)):
            if word.endswith(end) and len(word) - len(end) >= _SHORTEST:
                yield word[: len(word) - len(end)] + instead
