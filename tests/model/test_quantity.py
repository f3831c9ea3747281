"""Amounts: exact, kept as written, and refused in words that say how to mend them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.quantity import Quantity
from generator.model.units import MEANT, UnitError, known_units, parse_unit


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("5", "no unit: write the unit after a space, such as 5 mg"),
        ("5mg", "write 5 mg"),
        (".5 mg", "write 0.5 mg"),
        ("1.0 mg", "write 1"),
        ("10-15 mg", "write “1 to 2 mg”"),
        ("1,000 mg", "comma"),
        ("5 mcg", "write ug"),
        ("2 to 1 mg", "smaller number first"),
        ("5 MG", "write mg"),
        ("5 U", "write [iU]"),
        ("some mg", "not a number with a unit"),
    ],
)
def test_a_refusal_says_how_to_mend_it(text: str, advice: str) -> None:
    with pytest.raises(ValueError, match=r"\S") as refused:
        Quantity.parse(text)
    assert advice in str(refused.value)


def test_mass_per_body_weight_is_no_plain_ratio() -> None:
    per_weight, mass = Quantity.parse("2 g/kg"), Quantity.parse("2 g")
    assert per_weight.unit.dimension == (("body weight", -1), ("mass", 1))
    assert per_weight.unit.dimension != mass.unit.dimension
    assert parse_unit("g/m2").dimension == (("body surface", -1), ("mass", 1))


@given(low=st.decimals(0, 10**6, places=3), factor=st.sampled_from(["mg", "g", "ug", "mg/kg", "mL/h"]))
def test_reading_is_exact_for_every_decimal(low: Decimal, factor: str) -> None:
    text = f"{low:f}".rstrip("0").rstrip(".") if low else "0"
    quantity = Quantity.parse(f"{text} {factor}")
    assert quantity.written == f"{text} {factor}"
    assert quantity.exact[0] == Fraction(text) * parse_unit(factor).factor


@given(text=st.text(max_size=30))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        assert Quantity.parse(text).written == text
    except ValueError as refused:
        assert str(refused)


def test_hints_lead_to_units_of_the_list() -> None:
    assert set(MEANT.values()) <= set(known_units())
    for wrong in MEANT:
        if wrong not in known_units():
            with pytest.raises(UnitError):
                parse_unit(wrong)
