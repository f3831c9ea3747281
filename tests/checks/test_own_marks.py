"""Hidden marks keep their length, so that a place in the plain text is the same place in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.views.text.own_marks import AMOUNT, CITED, FIGURE, masked

_PIECES = st.sampled_from(
    [
        "{quantity:5 mg}",
        "{quantity:",
        "{dose:x}",
        "[@a; @b]",
        "](entry:x)",
        "https://a.org/1mg",
        "*",
        "_",
        "\n",
        " a ",
    ]
)


@given(st.lists(st.one_of(_PIECES, st.text(max_size=5))).map("".join))
def test_length_stays(written: str) -> None:
    assert len(masked(written)) == len(written)


@pytest.mark.parametrize(
    ("mark", "sign"),
    [
        ("{quantity:5 mg}", AMOUNT),
        ("{quantity:2 mg/kg}", AMOUNT),
        ("{dose:examplin}", AMOUNT),
        ("{quantity:3 wk}", FIGURE),
        ("{quantity:40 U/L}", FIGURE),
        ("{quantity:30 mL/min}", FIGURE),
        ("{quantity:75 kg}", FIGURE),
        ("{stat:relapse}", FIGURE),
        ("[@roe-2020; @doe-2021]", CITED),
    ],
)
def test_marks_are_told_apart(mark: str, sign: str) -> None:
    assert masked(f"a {mark} b") == f"a {sign * len(mark)} b"


def test_addresses_are_hidden() -> None:
    hidden = masked("See [10mg](https://a.org/10mg), jane@a.org or 10.1000/10mg,x.")
    assert "a.org" not in hidden
    assert "1000" not in hidden
    assert "10mg" in hidden


def test_signs_of_an_author_are_no_marks() -> None:
    assert AMOUNT not in masked(f"a {AMOUNT} b")
