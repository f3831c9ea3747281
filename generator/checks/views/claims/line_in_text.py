"""Lines of treatment in running text, and the drugs that they are said of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.checks.views.text.names_in_text import FoundName

_NUMBERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_ORDINAL = "|".join(_NUMBERS)
_LINE = re.compile(rf"\b(?P<ordinal>{_ORDINAL})[-‐‑ ]line\b", re.I)
_SEVERAL = re.compile(
    rf"\b(?:{_ORDINAL})[-‐‑]?(?: line)?(?:,| or| and|/| to)+ (?:{_ORDINAL})[-‐‑ ]line\b", re.I
)
_TWO_AT_ONCE = re.compile(rf"\b(?P<one>{_ORDINAL})[-‐‑ ]line\s+(?P<other>{_ORDINAL})[-‐‑ ]line\b", re.I)
_NOUN = (
    r"(?:immunosuppressive |immunomodulating |drug |medical )?(?:agents?|drugs?|treatments?|therap(?:y|ies)|options?|"
    r"medicines?|medications?|immunosuppressants?|immunotherap(?:y|ies)|choices?)"
)
_ANNOUNCED = r"(?:such as|like|including|for example|for instance|e\.g\.,?|namely|is|are|with|of)"
_TO_DRUG = re.compile(rf"(?: {_NOUN})?(?:,? \(?{_ANNOUNCED}|:|,| \()?(?: the)? ?", re.I)
_TO_LINE = re.compile(
    r",? (?:(?:is|are|remains?|counts?|serves?|stays?|was|were|used|given|considered|regarded|recommended|preferred|"
    r"advised|can|may|should|be|as|the|a|an|at|usual|standard|usually|generally|still|established) )+",
    re.I,
)
_JOINED = re.compile(r",? (?:and|or|and/or) |, ?|/", re.I)


class SaidLine(NamedTuple):
    """A line of treatment that a sentence says of a drug."""

    drug: str
    line: int
    written: str


def lines_said(sentence: str, names: Sequence[FoundName]) -> Iterator[SaidLine]:
    """Every line that a sentence gives a drug; ``names`` are the drugs that it names, from left to right.

    A line is said of the drugs behind it ("second-line agents such as A and B") or before it ("A is a second-line
    agent"). A sentence that leaves the line open ("first- or second-line") says none.
    """
    if _SEVERAL.search(sentence):
        return
    found = list(_LINE.finditer(sentence))
    for one in found:
        line = _NUMBERS[one["ordinal"].lower()]
        behind = _behind(sentence, names, one.end())
        before = _before(sentence, names, one.start()) if len(found) == 1 and not behind else []
        for name in (*behind, *before):
            for drug in sorted(name.ids) if len(name.ids) == 1 else ():
                yield SaidLine(drug, line, one[0])


def two_lines_at_once(sentence: str) -> Iterator[str]:
    """Phrases that name two lines for one treatment: "first-line second-line"."""
    for found in _TWO_AT_ONCE.finditer(sentence):
        if _NUMBERS[found["one"].lower()] != _NUMBERS[found["other"].lower()]:
            yield found[0]


def _behind(sentence: str, names: Sequence[FoundName], end: int) -> list[FoundName]:
    later = [name for name in names if name.start >= end]
    if not later or not _TO_DRUG.fullmatch(sentence, end, later[0].start):
        return []
    return _enumerated(sentence, later)


def _before(sentence: str, names: Sequence[FoundName], start: int) -> list[FoundName]:
    earlier = [name for name in names if name.end <= start]
    if not earlier or not _TO_LINE.fullmatch(sentence, earlier[-1].end, start):
        return []
    taken = earlier[-1:]
    for name in reversed(earlier[:-1]):
        if not _JOINED.fullmatch(sentence, name.end, taken[0].start):
            break
        taken.insert(0, name)
    return taken


def _enumerated(sentence: str, names: list[FoundName]) -> list[FoundName]:
    taken = names[:1]
    for name in names[1:]:
        if not _JOINED.fullmatch(sentence, taken[-1].end, name.start):
            break
        taken.append(name)
    return taken
