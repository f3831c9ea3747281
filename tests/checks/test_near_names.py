"""An editor who misspells a name is asked for the right one, in however large a project."""

from __future__ import annotations

import pytest

from generator.checks.near_names import NearNames

_NAMES = [
    ("azathioprine", "azathioprine"),
    ("Imuran", "azathioprine"),
    ("infliximab", "infliximab"),
    ("ivig", "ivig"),
]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("azathioprin", "azathioprine"),
        ("azathiprine", "azathioprine"),
        ("Azathioprine", "azathioprine"),
        ("imuran", "azathioprine"),
        ("inflixmab", "infliximab"),
        ("ivgi", "ivig"),
    ],
)
def test_finds_what_was_meant(written: str, meant: str) -> None:
    assert NearNames(_NAMES).did_you_mean(written) == f"Did you mean “{meant}”?"


@pytest.mark.parametrize("written", ["", "prednisone", "x", "®"])
def test_asks_nothing_where_nothing_is_near(written: str) -> None:
    assert NearNames(_NAMES).did_you_mean(written) == ""


def test_compares_few_names_of_many() -> None:
    many = NearNames((f"entry-about-{number}", f"entry-about-{number}") for number in range(5000))
    assert many.closest("entry-abuot-4711") == "entry-about-4711"


def test_finds_nothing_among_no_names() -> None:
    assert NearNames([]).closest("azathioprine") is None
