"""By how much a number changed, in words: ``+33 %``, ``doubled``, ``upper end halved``."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

Ends = tuple[Fraction, Fraction]
"""The lower and the upper end of a range; equal where it is none."""

_FOLD: Mapping[int, str] = {
    2: "doubled", 3: "tripled", 4: "fourfold", 5: "fivefold", 10: "tenfold", 100: "a hundredfold",
    1000: "a thousandfold", 1_000_000: "a millionfold",
}  # fmt: skip
_PART: Mapping[int, str] = {
    2: "halved", 3: "a third of it", 4: "a quarter of it", 5: "a fifth of it", 10: "a tenth of it",
    100: "a hundredth of it", 1000: "a thousandth of it", 1_000_000: "a millionth of it",
}  # fmt: skip

_MANY = 5
"""From how many times on a percentage no longer tells much."""


def ratio_words(before: Fraction, after: Fraction) -> str:
    """``doubled``, ``a tenth of it``, ``+33 %``, ``−25 %``; empty for equal numbers and where one is nothing.

    A percentage is exact and then rounded to a whole number, halves upward.
    """
    if before == after or 0 in (before, after):
        return ""
    ratio = after / before
    if ratio.denominator == 1 and ratio.numerator in _FOLD:
        return _FOLD[ratio.numerator]
    if ratio.numerator == 1 and ratio.denominator in _PART:
        return _PART[ratio.denominator]
    if ratio.denominator == 1 and ratio > _MANY:
        return f"{ratio.numerator:,} times as much"
    if ratio.numerator == 1 and 1 / ratio > _MANY:
        return f"1/{ratio.denominator:,} of it"
    return _percent(ratio - 1)


def range_words(before: Ends, after: Ends) -> str:
    """The same of two ranges: both ends together where they changed alike, else each end that changed."""
    low, high = ratio_words(before[0], after[0]), ratio_words(before[1], after[1])
    is_alike = before[0] * after[1] == before[1] * after[0]
    if is_alike or (before[0] == before[1] and after[0] == after[1]):
        return low
    said = [f"{end} {words}" for end, words in (("lower end", low), ("upper end", high)) if words]
    return ", ".join(said)


def _percent(change: Fraction) -> str:
    exact = abs(change) * 100
    whole = (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal(1), ROUND_HALF_UP)
    if not whole:
        return f"{'up' if change > 0 else 'down'} by less than 1 %"
    return f"{'+' if change > 0 else '−'}{whole:,} %"
