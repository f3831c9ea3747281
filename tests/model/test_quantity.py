"""Amounts: exact, kept as written, and refused in words that say how to mend them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model.quantity import Amount, Duration, Quantity
from generator.model.units import parse_unit


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("5", "no unit: write “5”, a space and the unit"),
        ("5mg", "write “5 mg”"),
        (".5 mg", "write “0.5 mg”"),
        ("1.0 mg", "write 1"),
        ("10-15 mg", "write “10 to 15 mg”"),
        ("1-2 g", "write “1 to 2 g”"),
        ("7-14 d", "write “7 to 14 d”"),
        ("5 mg - 10 mg", "write “5 to 10 mg”"),
        ("0,5 mg", "is it 0.5 or 5? Write the point: 0.5 mg"),
        ("1.000 mg", "write 1, or 1000 if a thousand is meant"),
        ("forty milligrams", "write the number in digits"),
        ("5 G/L", "is it 10*9/L (cells) or g/L (grams)?"),
        ("1,000 mg", "Write 1000 mg or 1 mg, without a comma"),
        ("5 mcg", "write ug"),
        ("2 to 1 mg", "smaller number first"),
        ("5 MG", "write mg"),
        ("5 U", "write {unit}, or [iU] where the source says international units"),
        ("5 units/h", "write {unit}/h"),
        ("30 mL/min/1.73 m2", "30 mL/min/{1.73_m2}"),
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


@pytest.mark.parametrize(
    ("text", "kind", "advice"),
    [
        ("6 m", Duration, "write mo for months"),
        ("6 mg", Duration, "use s, min, h, d, wk, mo or a"),
        ("6 d", Amount, "span of time"),
        ("0 d", Duration, "more than nothing"),
        ("0 to 5 d", Duration, "more than nothing"),
        ("0 mg", Amount, "more than nothing"),
        ("6 U/L", Amount, "a dose is in {unit} or [iU]"),
    ],
)
def test_a_field_wants_its_own_kind_of_unit(text: str, kind: Any, advice: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(text)
    assert advice in str(refused.value)
