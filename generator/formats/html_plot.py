"""A small drawing of an estimate with its interval. The numbers always stand beside it as text."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.blocks import Interval

_WIDTH, _HEIGHT, _MARGIN = 320, 46, 18
_LINE, _AXIS, _LABELS = 11, 25, 41
_RATIO_STEPS = (1.0, 2.0, 5.0)


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from ``low`` to ``high`` with labelled ticks. ``reference`` is where no difference lies, if anywhere."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    transform: Callable[[float], float]
    reference: float | None = None

    def position(self, value: float) -> float:
        """How far right in the drawing a value stands, in its units; values beyond the axis stand at its end."""
        start, end = self.transform(self.low), self.transform(self.high)
        share = (self.transform(min(max(value, self.low), self.high)) - start) / (end - start)
        return _MARGIN + share * (_WIDTH - 2 * _MARGIN)


def interval_axis(intervals: Iterable[Interval]) -> Axis | None:
    """One axis for intervals that are to be seen side by side; None where they cannot be drawn on one."""
    together = list(intervals)
    if (
        not together
        or len({interval.scale for interval in together}) > 1
        or not all(map(_is_drawable, together))
    ):
        return None
    if together[0].scale == "proportion":
        return Axis(0, 1, ((0, "0%"), (0.5, "50%"), (1, "100%")), float)
    return _difference_axis(together) if together[0].scale == "difference" else _ratio_axis(together)


def interval_plot(interval: Interval, axis: Axis, label: str) -> Markup:
    """The drawing as SVG, with its words for those who do not see it."""
    shapes = [_rule(axis), *_ticks(axis), *_estimate(interval, axis)]
    drawing = Markup('<svg class="cs-plot" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>')
    return drawing.format(_WIDTH, _HEIGHT, label, Markup("").join(shapes))


def _is_drawable(interval: Interval) -> bool:
    values = (interval.low, interval.estimate, interval.high)
    if not all(map(math.isfinite, values)) or sorted(values) != list(values):
        return False
    if interval.scale == "proportion":
        return interval.low >= 0 and interval.high <= 1
    return interval.scale == "difference" or (interval.scale == "ratio" and interval.low > 0)


def _ratio_axis(intervals: Sequence[Interval]) -> Axis:
    low = _step_below(min(0.5, *(interval.low for interval in intervals)))
    high = 1 / _step_below(1 / max(2.0, *(interval.high for interval in intervals)))
    ticks = ((low, f"{low:.4g}"), (1.0, "1"), (high, f"{high:.4g}"))
    return Axis(low, high, ticks, math.log, reference=1.0)


def _difference_axis(intervals: Sequence[Interval]) -> Axis:
    """As far to either side of no difference as the intervals reach."""
    reach = max(*(abs(end) for one in intervals for end in (one.low, one.high)), 1e-9)
    end = 1 / _step_below(1 / reach)
    ticks = ((-end, f"\u2212{end:.4g}"), (0.0, "0"), (end, f"{end:.4g}"))
    return Axis(-end, end, ticks, float, reference=0.0)


def _step_below(value: float) -> float:
    """The next of 0.5, 0.2, 0.1, 0.05 … at or below the value."""
    power = 10.0 ** math.floor(math.log10(value))
    return max(step * power for step in _RATIO_STEPS if step * power <= value * (1 + 1e-9))


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _line(name: str, *ends: float) -> Markup:
    x1, y1, x2, y2 = map(_number, ends)
    return Markup('<line class="cs-plot__{}" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(name, x1, y1, x2, y2)


def _rule(axis: Axis) -> Markup:
    rule = _line("axis", _MARGIN, _AXIS, _WIDTH - _MARGIN, _AXIS)
    if axis.reference is None:
        return rule
    middle = axis.position(axis.reference)
    return rule + _line("reference", middle, 0, middle, _AXIS)


def _ticks(axis: Axis) -> Iterable[Markup]:
    for value, words in axis.ticks:
        at = axis.position(value)
        yield _line("tick", at, _AXIS, at, _AXIS + 4)
        text = Markup('<text class="cs-plot__label" x="{}" y="{}" text-anchor="middle">{}</text>')
        yield text.format(_number(at), _LABELS, words)


def _estimate(interval: Interval, axis: Axis) -> Iterable[Markup]:
    low, middle, high = (axis.position(value) for value in (interval.low, interval.estimate, interval.high))
    yield _line("interval", low, _LINE, high, _LINE)
    for end in (low, high):
        yield _line("interval", end, _LINE - 4, end, _LINE + 4)
    diamond = f"M{_number(middle)} {_LINE - 6}l6 6-6 6-6-6z"
    yield Markup('<path class="cs-plot__estimate" d="{}"/>').format(diamond)
