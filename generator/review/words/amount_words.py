"""Amounts, spans of time and limits in the words of the house, and by how much they changed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from generator.compiler.dosing import us_ismp
from generator.compiler.dosing.profile import Profile
from generator.compiler.dosing.quantities import bound, number, quantity, unit_words
from generator.model.bound import Bound
from generator.model.quantity import Quantity
from generator.review.words.ratio_words import Ends, range_words

_PER = {"per_dose": " per dose", "per_day": " daily", "per_week": " weekly", "per_course": " per course",
        "lifetime": " in a lifetime", "per_site": " at one site"}  # fmt: skip
"""What is said behind a limit that has no word for its field."""
_EACH = {" per day": " daily", " per week": " weekly"}
_OFTEN = {"h": "hourly", "d": "daily", "wk": "weekly", "mo": "monthly", "a": "yearly"}
_OFTEN_WORDS = {"1": "once", "2": "twice"}
_BODY = {"body weight": "by body weight", "body surface": "by body surface"}


@dataclass(frozen=True)
class AmountWords:
    """Words of one writing profile."""

    profile: Profile = us_ismp.PROFILE

    def said(self, written: str, field: str = "") -> str | None:
        """``150 mg daily`` for ``150 mg`` under ``per_day``; None for what is neither an amount nor a limit."""
        if (amount := parsed_quantity(written)) is not None:
            return self._interval(amount) if field == "every" else self._amount(amount) + _PER.get(field, "")
        limit = parsed_bound(written)
        return None if limit is None else bound(self.profile, limit)

    def change(self, before: str, after: str, field: str = "", tail: str = "") -> str | None:
        """``150 → 200 mg daily (+33 %)``; None unless both are amounts, or both limits. ``tail`` stands behind each."""
        old, new = parsed_quantity(before), parsed_quantity(after)
        if old is None or new is None:
            return self._bounds(before, after)
        if field == "every":
            return f"{self._interval(old)} → {self._interval(new)}{_in_brackets(_oftener(old, new))}"
        return self._amounts(old, new, tail or _PER.get(field, ""))

    def _amounts(self, old: Quantity, new: Quantity, tail: str) -> str:
        first, then = self._amount(old), self._amount(new)
        if old.unit.dimension != new.unit.dimension:
            return f"{first}{tail} → {then}{tail}{_in_brackets(_other_kind(old, new))}"
        if old.exact == new.exact and _time_below(old) == _time_below(new):
            first, then = (first, then) if first != then else (old.written, new.written)
            return f"same amount, other expression: {first} → {then}{tail}"
        if old.unit == new.unit and not old.is_range and not new.is_range:
            first = number(old.low)
        ratio = range_words(old.exact, new.exact) if old.unit.code != "%" else ""
        return f"{first} → {then}{tail}{_in_brackets(ratio)}"

    def often(self, times: str, every: str) -> str:
        """``twice daily``, ``3 times every 8 hours``; empty where it cannot be read."""
        interval = parsed_quantity(every) if every else None
        said = [_OFTEN_WORDS.get(times, f"{times} times")] if times else []
        return " ".join([*said, *([self._interval(interval)] if interval is not None else [])])

    def _bounds(self, before: str, after: str) -> str | None:
        old, new = parsed_bound(before), parsed_bound(after)
        if old is None or new is None:
            return None
        first, then = bound(self.profile, old), bound(self.profile, new)
        ratio = ""
        if old.comparator == new.comparator and old.unit == new.unit and old.low_unit == new.low_unit:
            ratio = range_words(_ends(old), _ends(new))
        return f"{first} → {then}{_in_brackets(ratio)}"

    def _amount(self, value: Quantity) -> str:
        said = quantity(self.profile, value)
        for long, short in _EACH.items():
            if said.endswith(long) and not value.unit.is_time:
                return said.removesuffix(long) + short
        return said

    def _interval(self, value: Quantity) -> str:
        if value.low == value.high == 1:
            code = value.unit.code
            return _OFTEN.get(code) or f"every {unit_words(self.profile, code, one=True)}"
        return f"every {quantity(self.profile, value)}"


def parsed_quantity(written: str) -> Quantity | None:
    """An amount or a span of time; None for anything else."""
    try:
        return Quantity.parse(written)
    except ValueError:
        return None


def parsed_bound(written: str) -> Bound | None:
    """A limit or a band; None for anything else. A mere number is one."""
    try:
        return Bound.parse(written)
    except ValueError:
        return None


def _time_below(value: Quantity) -> tuple[str, ...]:
    """Days and weeks below the stroke: 7 mg a week is no other expression of 1 mg a day."""
    return tuple(part for part in value.unit.parts[1:] if part in _OFTEN)


def _ends(value: Bound) -> Ends:
    ends = [Fraction(end) for end in (value.low, value.high) if end is not None]
    return ends[0], ends[-1]


def _oftener(old: Quantity, new: Quantity) -> str:
    """How much more often something is given, for a whole number of times."""
    if old.unit.dimension != new.unit.dimension or old.is_range or new.is_range:
        return ""
    ratio = old.exact[0] / new.exact[0]
    if ratio > 1 and ratio.denominator == 1:
        return "twice as often" if ratio == _TWICE else f"{ratio.numerator} times as often"
    if ratio < 1 and ratio.numerator == 1:
        return "half as often" if 1 / ratio == _TWICE else f"{ratio.denominator} times less often"
    return ""


_TWICE = 2


def _other_kind(old: Quantity, new: Quantity) -> str:
    """What is no longer, or newly, counted by the body; else that the units are of different kinds."""
    for dimension, words in _BODY.items():
        if old.unit.per(dimension) and not new.unit.per(dimension):
            return f"no longer {words}"
        if new.unit.per(dimension) and not old.unit.per(dimension):
            return f"now {words}"
    return "" if old.unit.is_time and new.unit.is_time else "another kind of unit"


def _in_brackets(text: str) -> str:
    return f" ({text})" if text else ""
