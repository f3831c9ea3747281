"""The numbers that an entry's page for clinicians states, against which those of other editions are held."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from generator.checks.context import CheckContext
from generator.checks.views.text.numbers_in_text import StatedNumber, number_words_in_text, numbers_in_text
from generator.checks.views.text.plain_words import plain_words
from generator.checks.walk import walk_fields
from generator.model.bound import Bound
from generator.model.entries.entry import Entry
from generator.model.field import Part
from generator.model.figure import Proportion
from generator.model.quantity import Quantity
from generator.model.text import CLINICIAN
from generator.model.times import Times

_SPELT = {"half": (1, 2), "third": (1, 3), "two thirds": (2, 3), "quarter": (1, 4), "three quarters": (3, 4)}
_SPELT_SHARE = re.compile(r"\b(half|two[- ]thirds|third|three[- ]quarters|quarter)s?\b", re.IGNORECASE)
_BANDS = {
    "very-common": (10,), "common": (10, 100), "uncommon": (100, 1000), "rare": (1000, 10_000), "very-rare": (10_000,),
}  # fmt: skip
_DAYS = {
    "min": Fraction(1, 1440), "h": Fraction(1, 24), "d": Fraction(1), "wk": Fraction(7), "mo": Fraction(365, 12),
    "a": Fraction(365),
}  # fmt: skip
_OFTEN = {"daily": 1, "weekly": 7, "fortnightly": 14, "monthly": 30, "yearly": 365, "annual": 365}
_HOW_OFTEN = re.compile(rf"\b(?:{'|'.join(_OFTEN)})", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_ADULT = re.compile(r"\badults?\b", re.IGNORECASE)
_OF_AGE = 18
_HALF = Fraction(1, 2)
_NEAR_ONE = Fraction(1, 5)
_ROUND = 20
"""Up to here “so many in so many” is a chance in round numbers, and no count of a study's people. So is 1 in 50."""


@dataclass(frozen=True, slots=True)
class CliniciansFacts:
    """Plain numbers, shares of 1, and spans in days; ``of_adults`` where adults are named, who are 18 or over."""

    numbers: frozenset[Fraction]
    shares: frozenset[Fraction]
    days: frozenset[Fraction]
    of_adults: bool

    def holds(self, stated: StatedNumber) -> bool:
        """Whether a number of another edition follows from what the clinicians are told."""
        if stated.kind == "share":
            counts = {Fraction(stated.first), Fraction(stated.second)}
            are_counted = stated.second > _ROUND and stated.first > 1
            are_told = are_counted and counts <= self.numbers
            return are_told or any(_rounds_to(share, stated) for share in self.shares)
        if stated.kind == "percent":
            return any(abs(share - stated.value) <= _HALF / 100 for share in self.shares)
        if stated.kind == "time":
            slack = stated.value / 12  # a month is four weeks, or thirty days
            is_of_age = self.of_adults and stated.value == _OF_AGE * _DAYS["a"]
            return is_of_age or any(abs(span - stated.value) <= slack for span in self.days)
        return stated.value in self.numbers or (self.of_adults and stated.value == _OF_AGE)


def clinicians_facts(context: CheckContext, entry: Entry) -> CliniciansFacts:
    """All that the clinicians' words say in digits or number words, and all numbers that the entry holds as data."""
    data = [value for pointer, part in context.parts(entry) for value in _data(part)]
    texts = [plain_words(text) for _, audience, text in context.wordings(entry) if audience == CLINICIAN]
    texts += [value for value in data if isinstance(value, str) and _DIGIT.search(value)]
    stated = [number for text in texts for number in (*numbers_in_text(text), *_spelt(text))]
    stated += [number for value in data for number in _of_value(value)]
    shares = [one.value for one in stated if one.kind in ("share", "percent")]
    spelt = [number for text in texts for number in number_words_in_text(text)]
    return CliniciansFacts(
        frozenset((*_plain_numbers(stated), *spelt)),
        frozenset(end for share in shares for end in (share, 1 - share)),
        frozenset(one.value for one in stated if one.kind == "time"),
        any(_ADULT.search(text) for text in texts),
    )


def shown_facts(context: CheckContext, entry: Entry) -> CliniciansFacts:
    """The plain numbers and spans on the clinicians' page, also those that it computes or quotes from elsewhere.

    Shares are left out: the end of a computed interval is none that could be told to anybody.
    """
    edition = context.text_of(entry.id, CLINICIAN)
    shown = [run.words.text for run in edition.runs] if edition else []
    stated = [number for text in shown for number in numbers_in_text(text)]
    spans = frozenset(one.value for one in stated if one.kind == "time")
    return CliniciansFacts(frozenset(_plain_numbers(stated)), frozenset(), spans, of_adults=False)


def _plain_numbers(stated: Iterable[StatedNumber]) -> Iterator[Fraction]:
    for one in stated:
        if one.kind == "share":
            yield from (Fraction(one.first), Fraction(one.second), Fraction(one.second - one.first))
        elif one.kind == "time":
            yield one.amount
        else:
            yield one.value * 100 if one.kind == "percent" else one.value


def _rounds_to(share: Fraction, stated: StatedNumber) -> bool:
    """Whether a share is told as “a in b”: 14% as 1 in 7, 76% as 8 in 10."""
    if share == stated.value:
        return True
    if stated.first == 1:
        return abs(share * stated.second - 1) <= _NEAR_ONE
    return int(share * stated.second + _HALF) == stated.first


def _spelt(text: str) -> Iterator[StatedNumber]:
    for found in _SPELT_SHARE.finditer(text):
        first, second = _SPELT[found[1].lower().replace("-", " ")]
        yield StatedNumber("share", found[0], Fraction(first, second), first, second)
    for found in _HOW_OFTEN.finditer(text):
        yield StatedNumber("time", found[0], Fraction(_OFTEN[found[0].lower()]), amount=Fraction(1))


def _data(part: Part) -> Iterator[Any]:
    for _, value in walk_fields(part, ()):
        yield from value if isinstance(value, tuple) else (value,)
    if isinstance(part, Proportion):
        yield part


def _of_value(value: Any) -> Iterator[StatedNumber]:
    if isinstance(value, Proportion):
        yield StatedNumber("share", "", Fraction(value.events, value.of), value.events, value.of)
    elif isinstance(value, Quantity):
        yield from _measured((value.low, value.high), value.unit.code)
    elif isinstance(value, Bound):
        yield from _measured(value.numbers, value.unit.code if value.unit else "")
    elif isinstance(value, Times):
        yield from _measured((value.low, value.high), "")
    elif isinstance(value, int) and not isinstance(value, bool):
        yield from _measured((value,), "")
    elif isinstance(value, str) and value in _BANDS:
        yield from (StatedNumber("share", "", Fraction(1, end), 1, end) for end in _BANDS[value])


def _measured(numbers: Iterable[Decimal | int], unit: str) -> Iterator[StatedNumber]:
    """The numbers of a quantity; those of a span of time as spans."""
    for number in map(Fraction, numbers):
        if unit in _DAYS:
            yield StatedNumber("time", "", number * _DAYS[unit], amount=number)
        else:
            yield StatedNumber("number", "", number)
