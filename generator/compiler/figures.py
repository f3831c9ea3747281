"""Evidence figures in words: "47 of 62 (76%; computed 95% interval 64% to 85%)"; to lay readers "47 of 62 people"."""

from __future__ import annotations

import math
import re

from generator.compiler.context import SiteContext
from generator.model.figure import Difference, EvidenceFigure, Proportion, Ratio, SingleValue
from generator.model.text import NOT_STATED
from generator.pages.blocks import Interval
from generator.pages.inline import Amount, Missing, Run, Text

_Z95 = 1.959963984540054
_DENOMINATORS = (100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000)
"""Up to the largest number that can be counted: the rarest event is then still one."""
_MOST_DIGITS = 12


def wilson(events: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a proportion, both ends from 0 to 1 (Wilson 1927)."""
    share = events / of
    scale = 1 + _Z95**2 / of
    middle = (share + _Z95**2 / (2 * of)) / scale
    half = _Z95 * math.sqrt(share * (1 - share) / of + _Z95**2 / (4 * of**2)) / scale
    return (middle - half if events else 0.0), (middle + half if events < of else 1.0)


def figure_words(figure: EvidenceFigure, context: SiteContext) -> Run:
    """The figure as it stands in a sentence: counts first, never a percentage alone."""
    if figure.proportion is not None:
        return proportion_words(figure.proportion, context, per=denominator(figure))
    if figure.ratio is not None:
        return ratio_words(*figure.ratio, context)
    if figure.difference is not None:
        return difference_words(*figure.difference, context)
    assert figure.value is not None
    return value_words(figure.value, context)


def denominator(figure: EvidenceFigure) -> int:
    """One denominator for a proportion and what it is set beside.

    The smallest that shows at least one of those who had the outcome, and of those who had not, in each.
    """
    both = (figure.proportion, figure.comparator.proportion if figure.comparator else None)
    proportions = [one for one in both if one is not None]
    return next(n for n in _DENOMINATORS if all(_shows_both(one, n) for one in proportions))


def proportion_words(value: Proportion, context: SiteContext, *, per: int) -> Run:
    """``47 of 62 (76%; computed 95% interval 64% to 85%)``. The percentage is the printed one where there is one.

    Lay readers get ``47 of 62 people (about 76 in 100)``: so many in ``per``, the same for all that is compared.
    """
    key = "so-many-of-one" if value.of == 1 else "so-many-of"
    counts = context.word(key, events=f"{value.events:,}", of=f"{value.of:,}")
    if context.is_plain:
        return (Amount(counts), *_in_round_numbers(value, context, per))
    low, percent, high = _percentages(value)
    interval = context.word("interval-percent", low=low, high=high)
    return (Amount(counts), Text(f" ({_reported(value) or percent}; {interval})"))


def ratio_words(kind: str, value: Ratio, context: SiteContext) -> Run:
    """``hazard ratio 0.47 (95% interval 0.25 to 0.87; P = .02)``, every number in its printed precision.

    Lay readers get the interval in plain words and no P value.
    """
    name = " ".join(part for part in (adjustment(value.adjusted, context), context.word(kind)) if part)
    return (Text(f"{name} "), Amount(value.value), *_precision(value, context))


def difference_words(kind: str, value: Difference, context: SiteContext) -> Run:
    """``mean difference −3.2 points (95% interval −5.1 to −1.3; P = .001)``."""
    name = " ".join(part for part in (adjustment(value.adjusted, context), context.word(kind)) if part)
    number = f"{_signed(value.value)} {value.unit}" if value.unit else _signed(value.value)
    return (Text(f"{name} "), Amount(number), *_precision(value, context))


def value_words(value: SingleValue, context: SiteContext) -> Run:
    """``median 8 weeks (interquartile range 5 to 12)``. Lay readers get the spread too: it may be an interval."""
    number = f"{_signed(value.value)} {value.unit}" if value.unit else _signed(value.value)
    spread = (Text(f" ({value.spread})"),) if value.spread else ()
    if value.measure == "other":
        return (Amount(number), *spread)
    return (Text(f"{context.word(f'measure-{value.measure}')} "), Amount(number), *spread)


def adjustment(is_adjusted: bool | None, context: SiteContext) -> str:
    """``adjusted`` or ``unadjusted``; nothing where the entry does not say."""
    return "" if is_adjusted is None else context.word("adjusted" if is_adjusted else "unadjusted")


def figure_interval(figure: EvidenceFigure) -> Interval | None:
    """What a small plot of the figure needs; None where there is no interval to draw."""
    if figure.proportion is not None:
        return proportion_interval(figure.proportion)
    named = figure.ratio or figure.difference
    if named is None or isinstance(named[1].ci95, str):
        return None
    low, high = named[1].ci95
    scale = "ratio" if figure.ratio else "difference"
    return Interval(scale, float(low), float(named[1].value), float(high))


def proportion_interval(value: Proportion) -> Interval:
    """What a small plot of a proportion needs."""
    low, high = wilson(value.events, value.of)
    return Interval("proportion", low, value.events / value.of, high)


def _reported(value: Proportion) -> str | None:
    """The printed percentage, unless it is none or all by rounding only."""
    number = (value.reported or "").replace(" ", "").removesuffix("%")
    is_rounded_away = re.fullmatch(r"0(\.0+)?|100(\.0+)?", number) and value.events not in (0, value.of)
    return None if is_rounded_away else value.reported


def _percentages(value: Proportion) -> tuple[str, str, str]:
    """Low end, share and high end with as many digits as keep them apart from each other, from none and from all."""
    low, high = wilson(value.events, value.of)
    shares = (low, value.events / value.of, high)
    apart = len({0.0, *shares, 1.0})
    digits = next((n for n in range(_MOST_DIGITS) if _apart(shares, n) == apart), _MOST_DIGITS)
    return _percent(low, digits), _percent(shares[1], digits), _percent(high, digits)


def _apart(shares: tuple[float, ...], digits: int) -> int:
    """How many different numbers a reader sees, none and all among them."""
    return len({"0%", *(_percent(share, digits) for share in shares), "100%"})


def _percent(share: float, digits: int) -> str:
    """``0.05%``; none and all without digits after the point, also where they come from rounding."""
    number = f"{100 * share:.{digits}f}"
    return f"{float(number):.0f}%" if float(number) in (0, 100) else f"{number}%"


def _shows_both(value: Proportion, per: int) -> bool:
    """Whether neither those with the outcome nor those without it are rounded away in so many."""
    return all(not some or some * per >= value.of for some in (value.events, value.of - value.events))


def _in_round_numbers(value: Proportion, context: SiteContext, per: int) -> Run:
    """Nothing where all or none had the outcome: what a few had says little of a hundred."""
    if value.of == per or value.events in (0, value.of):
        return ()
    number = (2 * value.events * per + value.of) // (2 * value.of)
    said = context.word("about-so-many-in", number=f"{number:,}", per=f"{per:,}")
    return (Text(" ("), Amount(said), Text(")"))


def _precision(value: Ratio | Difference, context: SiteContext) -> Run:
    """The interval and the P value in brackets, or that no interval is stated; for lay readers without the P value."""
    if isinstance(value.ci95, str):
        interval = context.word("interval-not-stated")
    else:
        low, high = map(_signed, value.ci95)
        interval = context.word("interval-ratio", low=low, high=high)
    p_value = _p_value(value.p, context) if value.p and not context.is_plain else ()
    return (Text(f" ({interval}"), *p_value, Text(")"))


def _p_value(written: str, context: SiteContext) -> Run:
    """``P = .02``, ``P < .001``."""
    if written == NOT_STATED:
        return (Text("; "), Missing(context.word("p-not-stated")))
    sign = written[0] if written[0] in "<>" else "="
    number = written.lstrip("<>")
    return (Text("; "), Amount(f"P {sign} {number.removeprefix('0') if '.' in number else number}"))


def _signed(number: str) -> str:
    """A number with a true minus sign, which no line end parts from it."""
    return number.replace("-", "\u2212")
