"""Numbers are read as readers read them, and names that hold digits are no numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from generator.checks.views.text.numbers_in_text import numbers_in_text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("47 of 62 people", Fraction(47, 62)),
        ("1 in 7", Fraction(1, 7)),
        ("one in seven", Fraction(1, 7)),
        ("2 out of every 1,000", Fraction(1, 500)),
        ("fewer than 1 in 10.", Fraction(1, 10)),
    ],
)
def test_shares(text: str, value: Fraction) -> None:
    (stated,) = numbers_in_text(text)
    assert (stated.kind, stated.value) == ("share", value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("14.3%", [Fraction(143, 1000)]),
        ("30 to 40%", [Fraction(3, 10), Fraction(2, 5)]),
        ("20 per cent", [Fraction(1, 5)]),
    ],
)
def test_percentages(text: str, values: list[Fraction]) -> None:
    assert [(one.kind, one.value) for one in numbers_in_text(text)] == [
        ("percent", value) for value in values
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("4 to 6 weeks", [28, 42]),
        ("three days", [3]),
        ("a week", [7]),
        ("a 10-day course", [10]),
        ("10–20 days", [10, 20]),
    ],
)
def test_spans(text: str, days: list[int]) -> None:
    assert [(one.kind, one.value) for one in numbers_in_text(text)] == [
        ("time", Fraction(day)) for day in days
    ]


@pytest.mark.parametrize(
    "text",
    [
        "type 2 diabetes",
        "COVID-19",
        "vitamin B12 and T4",
        "Call 020 7946 0958.",
        "0800 123 4567",
        "two medicines",
        "",
    ],
)
def test_names_and_telephones_state_nothing(text: str) -> None:
    assert list(numbers_in_text(text)) == []


def test_plain_numbers_keep_their_noun() -> None:
    (stated,) = numbers_in_text("Take 1,200 tablets.")
    assert (stated.kind, stated.value, stated.noun) == ("number", Fraction(1200), "tablets")
