"""Numbers that a text states: shares of people, spans of time, and plain numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Kind = Literal["share", "percent", "time", "number"]


@dataclass(frozen=True, slots=True)
class StatedNumber:
    """One number as written. ``value`` is a share of 1, a span in days, or the number itself.

    ``first`` and ``second`` are the counts of a share (1 in 7), ``amount`` is the number of a span (6 of 6 weeks), and
    ``noun`` the word that stands behind a plain number.
    """

    kind: Kind
    written: str
    value: Fraction
    first: int = 0
    second: int = 0
    amount: Fraction = Fraction(0)
    noun: str = ""


def numbers_in_text(text: str) -> Iterator[StatedNumber]:
    """Every number in a text, from left to right, without those of names (COVID-19, type 2) and of telephones."""
    if _MAY_STATE.search(text) is None:
        return
    for found in _STATED.finditer(_TELEPHONE.sub(" ", text)):
        kind = found.lastgroup
        if kind == "share":
            first, second = _whole(found["of"]), _whole(found["all"])
            if second and first <= second and not _is_year(second):
                yield StatedNumber("share", found[0].strip(), Fraction(first, second), first, second)
        elif kind == "percent":
            for number in filter(None, (found["from"], found["hundredth"])):
                yield StatedNumber("percent", f"{number}%", _exact(number) / 100)
        elif kind == "time":
            for number in (found["low"], found["high"]):
                if number:
                    yield _span(found, number)
        else:
            yield StatedNumber("number", found["plain"], _exact(found["plain"]), noun=found["noun"] or "")


def shares_of_people_in_text(text: str) -> Iterator[StatedNumber]:
    """Every share of people that is told in words: half of people, two thirds of the women."""
    for found in _PART_OF_PEOPLE.finditer(text):
        first, second = _PARTS[
            found["part"].lower().replace("-", " ").removeprefix("a ").removeprefix("one ")
        ]
        yield StatedNumber("share", found[0], Fraction(first, second), first, second)


def number_words_in_text(text: str) -> Iterator[Fraction]:
    """The numbers that a text spells out: twenty. Alone they seldom state a fact, but a fact may be told so."""
    for found in _SPELT.finditer(text):
        yield Fraction(_WORDS[found[0].lower()])


def _span(found: re.Match[str], number: str) -> StatedNumber:
    amount, unit = _exact(number), found["unit"]
    return StatedNumber("time", f"{number} {unit}", amount * _DAYS[unit.lower().rstrip("s")], amount=amount)


_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "ninety": 90, "hundred": 100, "once": 1, "twice": 2, "a": 1, "an": 1,
}  # fmt: skip
_PARTS = {
    "half": (1, 2), "third": (1, 3), "two thirds": (2, 3), "quarter": (1, 4), "three quarters": (3, 4),
}  # fmt: skip
_PART_OF_PEOPLE = re.compile(
    r"\b(?P<part>half|(?:a|one)[- ]third|two[- ]thirds|(?:a|one)[- ]quarter|three[- ]quarters) of "
    r"(?:all |the |these |those )?(?:people|patients|adults|wom[ae]n|men|children|babies|cases|them)\b",
    re.IGNORECASE,
)
_DAYS = {
    "minute": Fraction(1, 1440), "hour": Fraction(1, 24), "day": Fraction(1), "night": Fraction(1),
    "week": Fraction(7), "fortnight": Fraction(14), "month": Fraction(365, 12), "year": Fraction(365),
}  # fmt: skip
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,6})?|\d{1,9}(?:\.\d{1,6})?"
_WORD = "|".join(sorted((word for word in _WORDS if len(word) > 2 and not word.endswith("ce")), reverse=True))
_SPELT = re.compile(rf"\b(?:{_WORD}|once|twice)\b", re.IGNORECASE)
_UNIT = r"(?:minute|hour|day|night|week|fortnight|month|year)s?"
_MAY_STATE = re.compile(rf"\d|{_UNIT}|\b(?:{_WORD}) (?:in|of|out|from)\b", re.IGNORECASE)
_TELEPHONE = re.compile(r"(?<![\w.,])(?:\+\d|0\d)[\d ()-]{5,16}\d(?![\w%])")
_START = r"(?<![\w.,])(?<![A-Za-z][-‐‑/])"
_LABEL = "".join(
    f"(?<!{word} )"
    for word in (
        "type",
        "stage",
        "grade",
        "phase",
        "step",
        "factor",
        "class",
        "group",
        "vitamin",
        "page",
        "pages",
    )
)
_STATED = re.compile(
    rf"{_START}(?P<share>(?P<of>{_DIGITS}|\b(?:{_WORD})) (?:in|of|out of|from) (?:every |about |the )?"
    rf"(?P<all>\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}}|(?:{_WORD})\b)(?!\d|[.,]\d|%|\s?(?:{_UNIT})\b))"
    rf"|{_START}(?P<percent>(?:(?P<from>{_DIGITS})\s?%?\s?(?:to|[-‐‑–—])\s?)?"
    rf"(?P<hundredth>{_DIGITS})\s?(?:%|per ?cent\b))"
    rf"|{_START}(?P<time>(?P<low>{_DIGITS}|\b(?:{_WORD}|an?))(?:(?:\s(?:to|or|and)\s|\s?[-‐‑–—]\s?)"
    rf"(?P<high>{_DIGITS}|(?:{_WORD})))?[\s-](?P<unit>{_UNIT})\b)"
    rf"|{_START}{_LABEL}(?P<number>(?P<plain>{_DIGITS})(?![\w]|[.,]\d)(?:\s(?P<noun>[A-Za-z°]+))?)",
    re.IGNORECASE,
)


def _whole(written: str) -> int:
    number = _exact(written)
    return int(number) if number.denominator == 1 else 0


def _exact(written: str) -> Fraction:
    known = _WORDS.get(written.lower())
    return Fraction(written.replace(",", "")) if known is None else Fraction(known)


def _is_year(number: int) -> bool:
    return 1900 <= number <= 2100
