"""The sentences of a text."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…][\"'”’)\]]*(?:\s+(?=[\"'“‘(\[]*[^\W_])|\s*\Z)|\n\s*\n")
"""A mark that ends a sentence, with what closes behind it; or an empty line."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|cf|vs|v|approx|ca|al|etc|no|nos|fig|figs|tab|dr|drs|prof|st|mr|mrs|ms|resp|incl|"
    r"max|min|vol|p|pp|ed|eds|ref|refs|sect|ch|[a-z]\.[a-z])|(?-i:\b[A-Z]))\Z",
    re.IGNORECASE,
)
_MAY_END = re.compile(r"\b(?:al|etc|no)\Z", re.IGNORECASE)
"""Abbreviations that stand at the end of sentences too: there a capital letter decides."""
_NUMBER_NEXT = re.compile(r"[\"'“‘(\[]*(?:[\d<>=]|[a-z])")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a plain text, in order, without the spaces around them.

    Decimals, "*P* < .05", "e.g.", "vs." and "et al." do not end a sentence.
    """
    found, start = [], 0
    for end in _END.finditer(text):
        if _ends(text, end):
            found.append(text[start : end.end()].strip())
            start = end.end()
    found.append(text[start:].strip())
    return tuple(sentence for sentence in found if sentence)


def _ends(text: str, end: re.Match[str]) -> bool:
    if end.end() == len(text) or not end[0].startswith("."):
        return True
    before = text[max(0, end.start() - 12) : end.start()]
    follows_small = _NUMBER_NEXT.match(text, end.end()) is not None
    if _MAY_END.search(before):
        return not follows_small
    return not _ABBREVIATION.search(before) and not text[end.end()].islower()
