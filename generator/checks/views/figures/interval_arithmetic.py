"""What a ratio or a difference and its 95 % interval say of each other, whatever rounding left of them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from generator.checks.views.figures.printed_number import PrintedNumber, printed
from generator.model.figure import Difference, EvidenceFigure, Ratio
from generator.model.text import NOT_STATED

_WIDTH_IN_ERRORS = 3.92
"""A 95 % interval is that many standard errors wide: 2 × 1.96."""
_MOST_CHARACTERS = 20


@dataclass(frozen=True, slots=True)
class PrintedInterval:
    """An estimate with the bounds of its 95 % interval, as printed; ``null`` is the value that means no difference."""

    estimate: PrintedNumber
    low: PrintedNumber
    high: PrintedNumber
    is_ratio: bool

    @property
    def null(self) -> int:
        """1 for a ratio, 0 for a difference."""
        return 1 if self.is_ratio else 0

    @property
    def excludes_null(self) -> bool | None:
        """Whether "no difference" lies outside; None where rounding leaves it open."""
        if self.low.low > self.null or self.high.high < self.null:
            return True
        return False if self.low.high < self.null < self.high.low else None

    @property
    def holds_estimate(self) -> bool:
        """Whether the estimate can lie inside, a unit of rounding allowed for."""
        return self.low.low <= self.estimate.high and self.estimate.low <= self.high.high


@dataclass(frozen=True, slots=True)
class PRange:
    """The P values, from 0 to 1, that something may stand for."""

    low: float
    high: float

    def distance(self, other: PRange) -> float:
        """How far the two are apart; 0 where they overlap."""
        return max(0.0, self.low - other.high, other.low - self.high)


def printed_interval(figure: EvidenceFigure) -> PrintedInterval | None:
    """The estimate and interval of a figure; None where it has none, or numbers longer than any study prints."""
    named = figure.ratio or figure.difference
    if named is None or isinstance(named[1].ci95, str):
        return None
    low, high = named[1].ci95
    if max(map(len, (named[1].value, low, high))) > _MOST_CHARACTERS:
        return None
    return PrintedInterval(
        printed(named[1].value), printed(low), printed(high), is_ratio=figure.ratio is not None
    )


def off_centre(interval: PrintedInterval) -> tuple[float, float] | None:
    """How far the logarithm of a ratio lies from the middle of its interval, and half the width of that interval.

    The distance is the least that rounding allows. None for a difference, and where a bound may be zero.
    """
    logs = _scaled(interval) if interval.is_ratio else None
    if logs is None:
        return None
    (low, low_off), (estimate, estimate_off), (high, high_off) = logs
    rounding = estimate_off + (low_off + high_off) / 2
    return max(0.0, abs(estimate - (low + high) / 2) - rounding), (high - low) / 2


def p_from_interval(interval: PrintedInterval) -> PRange | None:
    """The two-sided P values that the estimate and its interval allow (Altman and Bland 2011).

    None where a bound of a ratio may be zero, or where the width is lost in rounding.
    """
    scaled = _scaled(interval)
    if scaled is None:
        return None
    values = [_p_of(*corner) for corner in product(*((at - off, at + off) for at, off in scaled))]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return None
    is_null = interval.estimate.fits(Fraction(interval.null))
    return PRange(min(known), 1.0 if is_null else max(known))


def p_as_printed(value: Ratio | Difference) -> PRange | None:
    """What a printed P value may stand for: ``0.02`` from 0.015 to 0.025, ``<0.05`` from 0 to 0.05."""
    if value.p is None or value.p == NOT_STATED or len(value.p) > _MOST_CHARACTERS:
        return None
    number = printed(value.p.lstrip("<>"))
    if value.p[0] in "<>":
        edge = float(number.value)
        return PRange(0.0, edge) if value.p[0] == "<" else PRange(edge, 1.0)
    return PRange(max(0.0, float(number.low)), min(1.0, float(number.high)))


def _scaled(interval: PrintedInterval) -> tuple[tuple[float, float], ...] | None:
    """Low, estimate and high with their margins, on the scale on which the interval is even on both sides."""
    numbers = (interval.low, interval.estimate, interval.high)
    if not interval.is_ratio:
        return tuple((float(number.value), float(number.margin)) for number in numbers)
    if any(number.low <= 0 for number in numbers):
        return None
    return tuple((_log(number.value), _log(number.high) - _log(number.value)) for number in numbers)


def _log(value: Fraction) -> float:
    return math.log(value.numerator) - math.log(value.denominator)


def _p_of(low: float, estimate: float, high: float) -> float | None:
    error = (high - low) / _WIDTH_IN_ERRORS
    return math.erfc(abs(estimate) / error / math.sqrt(2)) if error > 0 else None
