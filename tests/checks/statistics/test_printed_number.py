"""What rounding may have left of a number, exactly."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.views.figures.printed_number import nearest_percent, percent_fits, printed


@pytest.mark.parametrize(
    ("number", "low", "high"),
    [("0.50", "0.495", "0.505"), ("76", "75.5", "76.5"), ("-3.2", "-3.25", "-3.15"), ("0", "-0.5", "0.5")],
)
def test_margin_is_half_of_the_last_place(number: str, low: str, high: str) -> None:
    assert (printed(number).low, printed(number).high) == (Fraction(low), Fraction(high))


@pytest.mark.parametrize(
    ("reported", "events", "of", "fits"),
    [
        ("76%", 47, 62, True),
        ("71%", 10, 14, True),
        ("15 %", 4, 27, True),
        ("75%", 47, 62, False),
        ("75.8%", 47, 62, True),
        ("75.7%", 47, 62, False),
        ("12%", 1, 8, True),
        ("13%", 1, 8, True),
        ("0.76", 47, 62, True),
        ("0.7", 47, 62, False),
        ("<1%", 1, 400, True),
        ("<1%", 4, 400, False),
        ("100 per cent", 5, 5, True),
        ("about 76%", 47, 62, None),
        ("64–85%", 47, 62, None),
        ("", 1, 2, None),
        ("76%", 0, 0, None),
    ],
)
def test_percentages_are_those_of_their_counts(
    reported: str, events: int, of: int, fits: bool | None
) -> None:
    assert percent_fits(reported, events, of) is fits


@given(st.integers(0, 500), st.integers(1, 500), st.integers(0, 3))
def test_the_percentage_that_is_proposed_always_fits(events: int, of: int, places: int) -> None:
    events = min(events, of)
    like = "0" + ("." + "0" * places if places else "")
    assert percent_fits(f"{nearest_percent(events, of, like)}%", events, of) is True


@given(st.text(max_size=8), st.integers(0, 9), st.integers(0, 9))
def test_nothing_that_is_reported_makes_it_raise(reported: str, events: int, of: int) -> None:
    percent_fits(reported, events, of)
    nearest_percent(events, of + 1, reported)
