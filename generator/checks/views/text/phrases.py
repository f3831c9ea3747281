"""Phrases of a list in a text: whole words, of any case, in British or American spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.checks.facts import FactList

_NEGATED = re.compile(
    r"(?:\b(?:not|no|never|neither|nor|hardly|without|cannot)|n[’']t)\b(?:\W+\w+){0,2}\W*\Z", re.I
)
_LOOK_BACK = 40


class FoundPhrase(NamedTuple):
    """A phrase as it is written in the text, as the list has it, and where it starts and ends."""

    written: str
    listed: str
    start: int
    end: int


def listed_phrases(facts: FactList, column: str, *wanted: str) -> tuple[str, ...]:
    """The phrases of a list whose cell in ``column`` is one of those wanted, in the order of the list."""
    return tuple(str(row["phrase"]) for row in facts.rows if row.get(column) in wanted)


def find_phrases(text: str, phrases: tuple[str, ...]) -> Iterator[FoundPhrase]:
    """Every phrase in the text, in order; where several begin at one place, the longest."""
    if not _may_stand_in(text, phrases):
        return
    for found in _pattern(phrases).finditer(text):
        yield FoundPhrase(found[0], _key(found[0]), found.start(), found.end())


def has_phrase(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether any of the phrases stands in the text."""
    return _may_stand_in(text, phrases) and _pattern(phrases).search(text) is not None


def is_negated(text: str, start: int) -> bool:
    """Whether "not", "no" or the like stands within the two words before a place of the text."""
    return _NEGATED.search(text[max(0, start - _LOOK_BACK) : start]) is not None


def _may_stand_in(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether the longest word of any phrase is there at all: cheaper than the search, and seldom so."""
    lowered = text.lower()
    return any(word in lowered for word in _longest_words(phrases))


@lru_cache(maxsize=64)
def _longest_words(phrases: tuple[str, ...]) -> tuple[str, ...]:
    longest = (max(_key(phrase).split(), key=len) for phrase in phrases if phrase.strip())
    return tuple(sorted({word.partition("randomis")[0] or "randomi" for word in longest}))


@lru_cache(maxsize=64)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    known = sorted({_key(phrase) for phrase in phrases if phrase.strip()}, key=lambda one: (-len(one), one))
    either = "|".join(_as_written(phrase) for phrase in known)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)" if either else r"(?!)", re.IGNORECASE)


def _as_written(phrase: str) -> str:
    return r"\s+".join(re.escape(word).replace("randomis", "randomi[sz]") for word in phrase.split())


def _key(phrase: str) -> str:
    return " ".join(phrase.lower().replace("randomiz", "randomis").split())
