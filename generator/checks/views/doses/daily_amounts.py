"""What a dose comes to at once, in a day, in a week and in a course, by exact arithmetic; nothing is guessed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, TypeAlias

from generator.model.dose import Administration, Dose, Variant
from generator.model.dose.counting import administrations, times_in
from generator.model.quantity import Quantity
from generator.model.times import Times
from generator.model.units import Unit, parse_unit

Span: TypeAlias = Literal["dose", "day", "week", "course"]
SPANS: tuple[Span, ...] = ("dose", "day", "week", "course")
"""From the shortest: what is given in one of them is given in each longer one too."""

IN_WORDS: dict[Span, str] = {"dose": "at once", "day": "a day", "week": "a week", "course": "in a course"}

_ENDINGS: dict[Span, str] = {"day": "/d", "week": "/wk"}
_SHOWN = 10**6
"""Six decimals are shown."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A computed range in a unit: ``low`` equals ``high`` where it is no range."""

    low: Fraction
    high: Fraction
    unit: Unit

    @property
    def exact(self) -> tuple[Fraction, Fraction]:
        """Both ends in the base of the unit's dimension."""
        return self.low * self.unit.factor, self.high * self.unit.factor

    @property
    def written(self) -> str:
        """``1 to 2 g/kg``."""
        ends = [_number(self.low)] + ([_number(self.high)] if self.high != self.low else [])
        return f"{' to '.join(ends)} {self.unit.code}"

    def comparable_with(self, other: Sum | Quantity) -> bool:
        """Whether both are of one kind, such as a mass per body weight."""
        return self.unit.dimension == other.unit.dimension


def amount_in(given: Administration, span: Span) -> Sum | None:
    """What is given in a span; None where that does not follow exactly from what is written."""
    if span == "dose":
        return _at_once(given)
    if span == "course":
        return _in_course(given)
    return _in_period(given, span)


def aimed_at(given: Administration, span: Span) -> Sum | None:
    """What the dose is raised to, where that is an amount of a day or a week."""
    changed = given.titration if isinstance(given, (Dose, Variant)) else None
    target = changed.target if changed is not None and changed.of == "dose" else None
    return per_time(target, span) if isinstance(target, Quantity) else None


def per_time(amount: Quantity, span: Span) -> Sum | None:
    """An amount that is written per day or per week: 2 mg/kg/d is 2 mg/kg in a day."""
    ending = _ENDINGS.get(span)
    if ending is None or not amount.unit.code.endswith(ending):
        return None
    return replace(as_sum(amount), unit=parse_unit(amount.unit.code.removesuffix(ending)))


def as_sum(quantity: Quantity) -> Sum:
    """A quantity as it stands."""
    return Sum(Fraction(quantity.low), Fraction(quantity.high), quantity.unit)


def is_countable(quantity: Quantity) -> bool:
    """Whether it is so much of a drug: no share, no concentration, nothing per time."""
    unit = quantity.unit
    return unit.code != "%" and not any(unit.per(name) for name in ("time", "month", "volume"))


def _at_once(given: Administration) -> Sum | None:
    if given.amounts is not None:
        return _between([one.amount for one in given.amounts])
    if given.amount is None or not is_countable(given.amount):
        return None
    whole = as_sum(given.amount)
    if given.per is None:
        return whole
    parts = given.divided_into
    return None if parts is None else replace(whole, low=whole.low / parts.high, high=whole.high / parts.low)


def _between(amounts: list[Quantity]) -> Sum | None:
    """From the least to the most of several amounts."""
    if len({one.unit.code for one in amounts}) != 1 or not all(map(is_countable, amounts)):
        return None
    ends = [Fraction(end) for one in amounts for end in (one.low, one.high)]
    return Sum(min(ends), max(ends), amounts[0].unit)


def _in_period(given: Administration, span: Literal["day", "week"]) -> Sum | None:
    if given.amounts is not None:
        return _of_one_day(given) if span == "day" else None
    if given.amount is None:
        return None
    if (timed := per_time(given.amount, span)) is not None:
        return timed
    if not is_countable(given.amount):
        return None
    times = [times_in(one, f"per_{span}") for one in _both_ends(given)]
    if times[0] is None or times[1] is None:
        return None
    whole = as_sum(given.amount)
    return replace(whole, low=whole.low * times[0], high=whole.high * times[1])


def _of_one_day(given: Administration) -> Sum | None:
    """The sum of amounts that stand at times of one day."""
    amounts = [one.amount for one in given.amounts or ()]
    is_daily = given.every is None or given.every.written == "1 d"
    if not is_daily or given.days is not None or any(one.days is not None for one in given.amounts or ()):
        return None
    if len({one.unit.code for one in amounts}) != 1 or not all(map(is_countable, amounts)):
        return None
    low, high = (sum(Fraction(getattr(one, end)) for one in amounts) for end in ("low", "high"))
    return Sum(Fraction(low), Fraction(high), amounts[0].unit)


def _both_ends(given: Administration) -> tuple[Administration, Administration]:
    """The same given as seldom and as often as is written."""
    if given.times is None or not given.times.is_range:
        return given, given
    low, high = (Times(str(end), end, end) for end in (given.times.low, given.times.high))
    return given.model_copy(update={"times": low}), given.model_copy(update={"times": high})


def _in_course(given: Administration) -> Sum | None:
    if given.course_total is not None:
        return as_sum(given.course_total) if is_countable(given.course_total) else None
    if given.amount is None or not is_countable(given.amount) or _is_open_ended(given):
        return None
    number = administrations(given)
    if number is None:
        return None
    whole = as_sum(given.amount)
    return replace(whole, low=whole.low * number[0], high=whole.high * number[1])


def _is_open_ended(given: Administration) -> bool:
    if isinstance(given, Dose) and given.titration is not None:
        return True
    bounds = (given.until, given.maximum_duration, given.minimum_duration, given.taper, given.as_needed)
    return any(bound is not None for bound in bounds)


def _number(value: Fraction) -> str:
    scaled = round(value * _SHOWN)
    whole, rest = divmod(scaled, _SHOWN)
    text = f"{whole}.{rest:06}".rstrip("0").rstrip(".")
    return text if Fraction(scaled, _SHOWN) == value else f"about {text}"
