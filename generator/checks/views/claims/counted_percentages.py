"""Percentages that stand in a text right beside their counts: ``47 of 62 (76%)``, ``76% (47/62)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.context import CheckContext
from generator.checks.views.text.plain_words import plain_words
from generator.diagnostics import Pointer
from generator.model.entries.entry import Entry

_COUNT = r"\d{1,3}(?:,\d{3}){1,2}|\d{1,7}"
_PERCENT = r"\d{1,3}(?:[.·]\d{1,3})?\s?(?:%|per ?cent)"
_OF = r"\s?/\s?|\s(?:out\s)?of\s(?:the\s|all\s)?"
_WHO = r"(?:\s[A-Za-z-]{1,20}){0,2}"
_COUNTS_FIRST = re.compile(
    rf"(?<![\d.,/])(?P<events>{_COUNT})(?:{_OF})(?P<of>{_COUNT}){_WHO}\s?[(\[](?P<percent>{_PERCENT})\s?(?=[)\];,])"
)
_PERCENT_FIRST = re.compile(
    rf"(?<![\d.,–-])(?P<percent>{_PERCENT})\s?[(\[](?P<events>{_COUNT})(?:{_OF})(?P<of>{_COUNT}){_WHO}\s?(?=[)\];,])"
)
_SAMPLE = re.compile(
    rf"(?<![\d.,–-])(?P<percent>{_PERCENT}) of (?:the |all |these )?(?P<of>{_COUNT}) "
    r"(?P<who>patients|people|persons|adults|children|men|women|participants|cases|infants)\b"
)
_PEOPLE = r"(?:patients|people|persons|adults|children|men|women|participants|cases|infants)"
_PERCENT_BETWEEN = re.compile(
    rf"(?<![\d.,/–-])(?P<events>{_COUNT})\s?\((?P<percent>{_PERCENT})\) of (?:the |all )?(?P<of>{_COUNT}) {_PEOPLE}\b"
)
_WHOLE_FIRST = re.compile(
    rf"\b[Oo]f (?:the |all )?(?P<of>{_COUNT}) {_PEOPLE}, (?P<events>{_COUNT})\s?\((?P<percent>{_PERCENT})(?=\))"
)
_ROUGH = re.compile(
    r"(?:about|around|roughly|nearly|almost|approximately|some|over|under|than|to|least|most|[~≈<>≤≥–-])\s*\Z",
    re.I,
)


_NO_COUNT = re.compile(
    r"(?:\b(?:grades?|stages?|class(?:es)?|phases?|tit(?:re|er)s?|scores?|types?|levels?|days?|week|month|ratio|"
    r"nyha|ctcae|ecog|hla|dr|dose was|acuity|category|strength)(?:\s+of)?|\w/\w+)[\s(:]*\Z",
    re.IGNORECASE,
)
"""Words before "3/4" that make a grade, a titre or a strength of it."""
_YEARS = range(1900, 2101)
_MONTHS = 12
_FEWEST = 5
"""Up to here "2/3" may be a fraction."""
_ESTIMATED = re.compile(
    r"\b(?:surviv\w+|estimat\w+|kaplan|actuarial|probability|cumulative|incidence|imputed)\b", re.I
)


class CountedPercentage(NamedTuple):
    """A percentage with the counts that it is printed beside; ``events`` is None where only the whole is given."""

    written: str
    percent: str
    events: int | None
    of: int


def texts_with_percentages(context: CheckContext, entry: Entry) -> Iterator[tuple[Pointer, str]]:
    """The bare texts of an entry that may hold a percentage, each with its place: few of all texts."""
    for pointer, _, text in context.wordings(entry):
        if "%" in text or "cent" in text:
            yield pointer, plain_words(text)


def counted_percentages(text: str) -> Iterator[CountedPercentage]:
    """Every percentage that stands in brackets beside its counts, or its counts beside it."""
    for pattern in (_COUNTS_FIRST, _PERCENT_FIRST, _PERCENT_BETWEEN, _WHOLE_FIRST):
        for found in pattern.finditer(text):
            if not _is_rough(text, found):
                events, of = _number(found["events"]), _number(found["of"])
                if 0 < of >= events and not _is_no_count(text, found, events, of):
                    yield CountedPercentage(found[0].rstrip() + _closing(found), found["percent"], events, of)


def percentages_of_samples(text: str) -> Iterator[CountedPercentage]:
    """Every exact percentage of a counted group of people: ``15% of the 27 patients``."""
    for found in _SAMPLE.finditer(text):
        of = _number(found["of"])
        is_owned = text[found.end() :].startswith(("'", "’"))
        if of > 0 and not is_owned and not _is_rough(text, found) and not _ESTIMATED.search(text):
            yield CountedPercentage(found[0], found["percent"], None, of)


def _is_rough(text: str, found: re.Match[str]) -> bool:
    return _ROUGH.search(text, max(0, found.start() - 16), found.start()) is not None


def _is_no_count(text: str, found: re.Match[str], events: int, of: int) -> bool:
    """Whether two numbers are no counts of people: a grade, a month with its year, a fraction of something."""
    if _NO_COUNT.search(text, max(0, found.start("events") - 24), found.start("events")):
        return True
    is_slashed = "/" in text[found.start("events") : found.end("of")]  # none where the whole comes first
    return is_slashed and (of <= _FEWEST or (of in _YEARS and events <= _MONTHS))


def _closing(found: re.Match[str]) -> str:
    if ")" in found[0]:
        return ""
    return "]" if "[" in found[0] else ")"


def _number(written: str) -> int:
    return int(written.replace(",", ""))
