"""The list of units against an independent reader of UCUM, and the dimensions that UCUM does not have."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ucumvert import InvalidUcumError, PintUcumRegistry, parse_ucum  # type: ignore[import-untyped]

from generator.model.unit_table import AMOUNTS, ITEMS, LABORATORY, MEANT, TIMES
from generator.model.units import UnitError, known_units, parse_unit

ATOMS = AMOUNTS | ITEMS | TIMES | LABORATORY
ALONE = [atom for atom in ATOMS if atom not in {"U", "mU", "kat", "ukat"}]
# UCUM has no factor for these: a logarithm, a temperature with an offset.
NO_RATIO = {"[pH]", "Cel"}
# The oracle takes mercury from another table than UCUM does (133.3220 Pa): six digits agree.
CLOSE_ENOUGH = 1e-5


@pytest.fixture(scope="module")
def ucum() -> Any:
    """An independent reader of UCUM, built from UCUM's own table."""
    return PintUcumRegistry()


def read(ucum: Any, code: str) -> Any:
    """A code as the oracle reads it; a lone annotation is the number one."""
    return ucum.from_ucum(code if not code.startswith("{") else f"1{code}")


@pytest.mark.parametrize("code", ATOMS)
def test_every_unit_of_the_list_is_ucum(code: str) -> None:
    assert parse_ucum(code) is not None


def test_the_oracle_is_strict() -> None:
    for wrong in ("mcg", "IU", "k[USP'U]", "mgs", "tablet"):
        with pytest.raises(InvalidUcumError):
            parse_ucum(wrong)


def test_convertible_units_have_the_factors_of_ucum(ucum: Any) -> None:
    pairs = [
        (one, other)
        for one, other in combinations(ATOMS, 2)
        if ATOMS[one][0] == ATOMS[other][0] and not {one, other} & NO_RATIO
    ]
    assert len(pairs) > 60
    for one, other in pairs:
        theirs = (read(ucum, one) / read(ucum, other)).to("").magnitude
        assert float(theirs) == pytest.approx(float(ATOMS[one][1] / ATOMS[other][1]), rel=CLOSE_ENOUGH), (
            one,
            other,
        )


_ABOVE = ["mg", "ug", "g", "mL", "uL", "mmol", "umol", "[iU]", "k[iU]", "kcal", "kJ", "MBq", "mCi"]
_CONVERTIBLE = [
    (one, other) for one in _ABOVE for other in _ABOVE if one != other and ATOMS[one][0] == ATOMS[other][0]
]
_BELOW = ["kg", "m2", "h", "min", "d", "L", "mL", "mmol", "{tablet}"]


@given(pair=st.sampled_from(_CONVERTIBLE), below=st.lists(st.sampled_from(_BELOW), max_size=3))
def test_composed_units_agree_once_body_weight_is_read_as_a_mass(
    ucum: Any, pair: tuple[str, str], below: list[str]
) -> None:
    one, other = (parse_unit("/".join([above, *below])) for above in pair)
    assert one.dimension == other.dimension
    theirs = (ucum.from_ucum(one.code) / ucum.from_ucum(other.code)).to("").magnitude
    assert float(theirs) == pytest.approx(float(one.factor / other.factor))


@pytest.mark.parametrize(("weight", "surface"), [("kg", "m2")])
@given(below=st.lists(st.sampled_from(["h", "min", "d", "L", "mL"]), max_size=2))
def test_body_weight_and_surface_keep_the_size_of_kilogram_and_square_metre(
    ucum: Any, weight: str, surface: str, below: list[str]
) -> None:
    for body in (weight, surface):
        unit = parse_unit("/".join(["mg", body, *below]))
        theirs = (
            ucum.from_ucum(unit.code)
            .to(" / ".join(["g", {"kg": "kg", "m2": "m**2"}[body], *below]))
            .magnitude
        )
        assert float(theirs) == pytest.approx(1e-3)
        assert unit.factor == parse_unit("/".join(["mg", *below])).factor


@settings(max_examples=20)  # the oracle takes a tenth of a second for each
@given(above=st.sampled_from(ALONE), below=st.lists(st.sampled_from(ALONE), max_size=3))
def test_every_composed_unit_is_ucum_and_exact(above: str, below: list[str]) -> None:
    unit = parse_unit("/".join([above, *below]))
    assert parse_ucum(unit.code) is not None
    assert isinstance(unit.factor, Fraction)
    assert unit.factor > 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("g/kg", "g"),
        ("g/kg", "mg/g"),
        ("mg/m2", "mg/kg"),
        ("kg/m2", "mg/m2"),
        ("mosm/kg", "mosm/L"),
        ("d", "mo"),
        ("{unit}", "[iU]"),
        ("{unit}", "[USP'U]"),
        ("meq", "mmol"),
        ("{tablet}", "{capsule}"),
        ("mL/min", "mL/min/{1.73_m2}"),
        ("U/L", "[iU]/L"),
        ("mGy", "mSv"),
    ],
)
def test_what_must_never_be_added_has_another_dimension(one: str, other: str) -> None:
    assert parse_unit(one).dimension != parse_unit(other).dimension


@pytest.mark.parametrize(
    ("one", "other", "factor"),
    [
        ("10*3/uL", "10*9/L", 1),
        ("{cells}/uL", "10*6/L", 1),
        ("mg/kg/min", "mg/kg/h", 60),
        ("g/kg", "mg/kg", 1000),
        ("a", "mo", 12),
        ("mmol/L", "umol/dL", 100),
        ("mg.h/L", "mg.min/L", 60),
        ("kPa", "mm[Hg]", Fraction(1000_000, 133_322)),
        ("ukat/L", "U/L", 60),
    ],
)
def test_what_is_the_same_kind_converts_exactly(one: str, other: str, factor: int | Fraction) -> None:
    assert parse_unit(one).dimension == parse_unit(other).dimension
    assert parse_unit(one).factor / parse_unit(other).factor == factor


@pytest.mark.parametrize("code", ["U/L", "U/dL", "mU/L", "ukat/L"])
def test_enzymes_of_the_laboratory_are_written_per_litre(code: str) -> None:
    assert parse_unit(code).is_laboratory_only


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("U", "write {unit}, or [iU] where the source says international units"),
        ("units", "write {unit}, or [iU] where"),
        ("units/kg", "write {unit}/kg, or [iU] where"),
        ("U/mL", "write {unit}/mL"),
        ("U/kg/h", "write {unit}/kg/h"),
        ("mg/U", "a dose is in {unit} or [iU]"),
        ("ukat", "write U/L or ukat/L"),
        ("IU", "write [iU]"),
        ("mIU/L", "write m[iU]/L"),
        ("mcg/kg/min", "write ug/kg/min"),
        ("mL/min/1.73m2", "write mL/min/{1.73_m2}"),
        ("10^9/L", "write 10*9/L"),
        ("tablets", "write {tablet}"),
        ("sprays", "write {spray}"),
        ("{tablets}", "{tablet}"),
        ("quux", "such as mg, g, ug"),
    ],
)
def test_the_hint_says_what_to_write(code: str, hint: str) -> None:
    with pytest.raises(UnitError) as refused:
        parse_unit(code)
    assert hint in str(refused.value)


def test_hints_lead_to_units_of_the_list() -> None:
    for wrong, meant in MEANT.items():
        assert parse_unit(meant).code == meant
        with pytest.raises(UnitError, match=r"write|use"):
            parse_unit(wrong)


def test_the_groups_hold_every_atom_once() -> None:
    grouped = [atom for atoms in known_units().values() for atom in atoms]
    assert sorted(grouped) == sorted(ATOMS)
    assert {"mg", "[iU]"} <= set(known_units()["amounts"])
    assert set(known_units()["times"]) == {"s", "min", "h", "d", "wk", "mo", "a"}
