"""Numbers as printed: how far the true value may lie from what rounding left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

_PERCENT = re.compile(
    r"(?P<sign>[<>]?)\s*(?P<whole>\d{1,3})(?:[.·](?P<part>\d{1,9}))?\s*(?:%|per ?cent|percent)?"
)


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number with its margin of rounding, both exact. Rounding half up and half to even both stay within it."""

    value: Fraction
    margin: Fraction

    @property
    def low(self) -> Fraction:
        """The least value that could have been rounded to it."""
        return self.value - self.margin

    @property
    def high(self) -> Fraction:
        """The greatest value that could have been rounded to it."""
        return self.value + self.margin

    def fits(self, exact: Fraction) -> bool:
        """Whether this is how the exact value may be printed."""
        return self.low <= exact <= self.high


def printed(number: str) -> PrintedNumber:
    """The number as written, ``0.50``: half a unit of its last place is the margin. Raises `ValueError`."""
    written = Decimal(number)
    exponent = written.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    return PrintedNumber(Fraction(written), Fraction(1, 2 * 10**places))


def percent_fits(reported: str, events: int, of: int) -> bool | None:
    """Whether a printed percentage can be ``events`` of ``of``; None where it cannot be read as one number.

    A share written as a fraction of one (``0.76``) is read too, and one below or above a bound (``<1%``).
    """
    found = _PERCENT.fullmatch(reported.strip())
    if found is None or of <= 0:
        return None
    number = f"{found['whole']}.{found['part']}" if found["part"] else found["whole"]
    percent = Fraction(100 * events, of)
    if found["sign"]:
        bound = printed(number).value
        return percent < bound if found["sign"] == "<" else percent > bound
    is_bare = reported.strip()[-1].isdigit()
    return any(printed(number).fits(share) for share in _readings(percent, is_bare))


def nearest_percent(events: int, of: int, like: str) -> str:
    """The percentage in the precision of another: ``76`` or ``75.8`` of 47 of 62. Halves are rounded up."""
    part = re.search(r"[.·](\d+)", like)
    places = min(len(part[1]), 9) if part else 0
    scaled = (200 * events * 10**places + of) // (2 * of)
    return str(scaled) if not places else f"{scaled // 10**places}.{scaled % 10**places:0{places}d}"


def _readings(percent: Fraction, is_bare: bool) -> Iterator[Fraction]:
    yield percent
    if is_bare:
        yield percent / 100
