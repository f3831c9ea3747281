"""Evidence figures in words: "47 of 62 (76%; 95% interval 64% to 85%)"."""

from __future__ import annotations

import math

from generator.compiler.context import SiteContext
from generator.model.evidence import EvidenceFigure, Proportion, Ratio
from generator.pages.blocks import Interval
from generator.pages.inline import Amount, Run, Text

_Z95 = 1.959963984540054


def wilson(events: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a proportion, both ends from 0 to 1 (Wilson 1927)."""
    share = events / of
    scale = 1 + _Z95**2 / of
    middle = (share + _Z95**2 / (2 * of)) / scale
    half = _Z95 * math.sqrt(share * (1 - share) / of + _Z95**2 / (4 * of**2)) / scale
    return max(0.0, middle - half), min(1.0, middle + half)


def figure_words(figure: EvidenceFigure, context: SiteContext) -> Run:
    """The figure as it stands in a sentence: counts first, never a percentage alone."""
    if figure.proportion is not None:
        return proportion_words(figure.proportion, context)
    assert figure.ratio is not None
    return ratio_words(*figure.ratio, context)


def proportion_words(value: Proportion, context: SiteContext) -> Run:
    """``47 of 62 (76%; 95% interval 64% to 85%)``. The percentage is the printed one where there is one."""
    low, high = wilson(value.events, value.of)
    percent = value.reported or f"{100 * value.events / value.of:.0f}%"
    interval = context.word("interval-percent", low=f"{100 * low:.0f}%", high=f"{100 * high:.0f}%")
    counts = context.word("so-many-of", events=f"{value.events:,}", of=f"{value.of:,}")
    return (Amount(counts), Text(f" ({percent}; {interval})"))


def ratio_words(kind: str, value: Ratio, context: SiteContext) -> Run:
    """``hazard ratio 0.47 (95% interval 0.25 to 0.87; P = .02)``, every number in its printed precision."""
    interval = context.word("interval-ratio", low=value.ci95[0], high=value.ci95[1])
    p_value = f"; P = {value.p.removeprefix('0')}" if value.p else ""
    name = " ".join(part for part in (adjustment(value.adjusted, context), context.word(kind)) if part)
    return (Text(f"{name} "), Amount(value.value), Text(f" ({interval}{p_value})"))


def adjustment(is_adjusted: bool | None, context: SiteContext) -> str:
    """``adjusted`` or ``unadjusted``; nothing where the entry does not say."""
    return "" if is_adjusted is None else context.word("adjusted" if is_adjusted else "unadjusted")


def figure_interval(figure: EvidenceFigure) -> Interval:
    """What a small plot of the figure needs."""
    if figure.proportion is not None:
        return proportion_interval(figure.proportion)
    assert figure.ratio is not None
    ratio = figure.ratio[1]
    return Interval("ratio", float(ratio.ci95[0]), float(ratio.value), float(ratio.ci95[1]))


def proportion_interval(value: Proportion) -> Interval:
    """What a small plot of a proportion needs."""
    low, high = wilson(value.events, value.of)
    return Interval("proportion", low, value.events / value.of, high)
