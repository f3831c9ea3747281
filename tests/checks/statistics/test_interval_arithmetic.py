"""P values follow from an estimate and its interval, whatever rounding left of them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.views.figures.interval_arithmetic import (
    PRange,
    off_centre,
    p_as_printed,
    p_from_interval,
    printed_interval,
)
from generator.model.figure import EvidenceFigure, Ratio


def _ratio(value: str, low: str, high: str, p: str | None = None) -> EvidenceFigure:
    ratio = {"value": value, "ci95": (low, high), **({"p": p} if p else {})}
    return EvidenceFigure.model_validate({"outcome": "Relapse", "hazard_ratio": ratio})


def _difference(value: str, low: str, high: str) -> EvidenceFigure:
    return EvidenceFigure.model_validate(
        {"outcome": "Pain", "mean_difference": {"value": value, "unit": "points", "ci95": (low, high)}}
    )


def _p(figure: EvidenceFigure) -> PRange | None:
    interval = printed_interval(figure)
    assert interval is not None
    return p_from_interval(interval)


def test_the_hazard_ratio_of_the_sample_recomputes() -> None:
    follows = _p(_ratio("0.47", "0.25", "0.87"))
    assert follows is not None
    assert follows.low < 0.0176 < follows.high
    assert follows.distance(PRange(0.015, 0.025)) == 0


def test_a_difference_goes_by_its_width() -> None:
    follows = _p(_difference("-3.2", "-5.1", "-1.3"))
    assert follows is not None
    error = 3.8 / 3.92
    assert follows.low < math.erfc(3.2 / error / math.sqrt(2)) < follows.high


@pytest.mark.parametrize(
    ("figure", "excludes"),
    [
        (_ratio("0.47", "0.25", "0.87"), True),
        (_ratio("0.80", "0.60", "1.10"), False),
        (_ratio("0.60", "0.40", "1.0"), None),
        (_difference("-3.2", "-5.1", "-1.3"), True),
        (_difference("-3.2", "-5.1", "1.3"), False),
        (_difference("-3.2", "-5.1", "0"), None),
    ],
)
def test_rounding_may_leave_open_whether_there_is_a_difference(
    figure: EvidenceFigure, excludes: bool | None
) -> None:
    interval = printed_interval(figure)
    assert interval is not None
    assert interval.excludes_null is excludes


def test_a_bound_that_may_be_zero_says_nothing() -> None:
    assert _p(_ratio("0.5", "0.0", "1.1")) is None
    interval = printed_interval(_ratio("0.5", "0", "1.1"))
    assert interval is not None
    assert off_centre(interval) is None


@pytest.mark.parametrize(
    ("p", "low", "high"),
    [("0.02", 0.015, 0.025), ("<0.05", 0, 0.05), (">0.05", 0.05, 1), ("0.000", 0, 0.0005), ("1", 0.5, 1)],
)
def test_a_printed_p_value_stands_for_a_range(p: str, low: float, high: float) -> None:
    told = p_as_printed(Ratio.model_validate({"value": "0.5", "ci95": ("0.4", "0.6"), "p": p}))
    assert told is not None
    assert told.low == pytest.approx(low)
    assert told.high == pytest.approx(high)


def test_numbers_that_no_study_prints_are_let_be() -> None:
    assert printed_interval(_ratio("1" * 400, "0.1", "9" * 400)) is None


@given(st.floats(0.05, 20), st.floats(0.01, 1.5))
def test_what_a_program_would_print_never_contradicts_itself(estimate: float, error: float) -> None:
    low, high = (estimate * math.exp(sign * 1.96 * error) for sign in (-1, 1))
    figure = _ratio(f"{estimate:.2f}", f"{low:.2f}", f"{high:.2f}")
    interval = printed_interval(figure)
    assert interval is not None
    assert interval.holds_estimate
    p_value = math.erfc(abs(math.log(estimate)) / error / math.sqrt(2))
    follows = p_from_interval(interval)
    if follows is not None:
        assert follows.low - 1e-3 <= p_value <= follows.high + 1e-3
        off = off_centre(interval)
        assert off is not None
        assert off[0] <= 0.25 * off[1]
