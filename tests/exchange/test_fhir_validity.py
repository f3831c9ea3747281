"""What goes out is FHIR R5: read by another implementation, with the value sets and rules that it does not check."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, get_args

import pytest
from fhir.resources.dosage import Dosage
from hypothesis import given

from generator.exchange.codes import EVENTS, ROUTES, WEEKDAYS
from generator.exchange.fhir_dosage import dosage_of
from generator.exchange.json_text import from_json, to_json
from generator.model.dose import Dose, Route, Weekday, When
from tests.model.dose_strategy import doses

UNITS_OF_TIME = {"s", "min", "h", "d", "wk", "mo", "a"}
DAYS = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}
EVENT_TIMING = {
    "MORN", "MORN.early", "MORN.late", "NOON", "AFT", "AFT.early", "AFT.late", "EVE", "EVE.early", "EVE.late",
    "NIGHT", "PHS", "IMD", "HS", "WAKE", "C", "CM", "CD", "CV", "AC", "ACM", "ACD", "ACV", "PC", "PCM", "PCD", "PCV",
}  # fmt: skip
COMPARATORS = {"<", "<=", ">=", ">", "ad"}
SPANS = (("duration", "durationUnit"), ("period", "periodUnit"))


def _objects(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        yield path, value
        for name, inner in value.items():
            yield from _objects(inner, f"{path}.{name}")
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner, path)


def _timing_faults(repeat: dict[str, Any]) -> Iterator[str]:
    """The rules tim-1 to tim-10, and the required value sets of a Timing."""
    for name, unit in SPANS:
        if (name in repeat) != (repeat.get(unit) in UNITS_OF_TIME):
            yield f"{name} and {unit}"
    for name in ("frequency", "period", "duration", "count"):
        if f"{name}Max" in repeat and name not in repeat:
            yield f"{name}Max alone"
    if not set(repeat.get("dayOfWeek", [])) <= DAYS or not set(repeat.get("when", [])) <= EVENT_TIMING:
        yield "a code that is not in the value set"
    if "timeOfDay" in repeat and "when" in repeat:
        yield "tim-10"
    if "offset" in repeat and not set(repeat.get("when", ["C"])).isdisjoint({"C", "CM", "CD", "CV"}):
        yield "tim-9"


def _faults(dosage: dict[str, Any]) -> Iterator[str]:
    if "asNeededFor" in dosage and dosage.get("asNeeded", True) is not True:
        yield "dos-1"
    for path, one in _objects(dosage):
        if not one or any(value in ([], {}, "", None) for value in one.values()):
            yield f"{path} is empty or holds nothing under a name"
        if "code" in one and "value" in one and "system" not in one:
            yield f"qty-3 at {path}"
        if one.get("comparator", "<") not in COMPARATORS or (
            path.endswith((".low", ".high")) and "comparator" in one
        ):
            yield f"comparator at {path}"
        if "url" in one and ("extension" in one) == any(name.startswith("value") for name in one):
            yield f"ext-1 at {path}"
        if path.endswith(".timing.repeat"):
            yield from _timing_faults(one)


def _checked(dosages: list[dict[str, Any]]) -> list[Dosage]:
    assert [fault for one in dosages for fault in _faults(one)] == []
    return [Dosage.model_validate_json(to_json(one)) for one in dosages]


@given(doses())
def test_every_dose_is_a_valid_dosage(dose: Dose) -> None:
    dosages = dosage_of(dose, text="As written.")
    again = [one.model_dump(by_alias=True, exclude_none=True) for one in _checked(dosages)]
    assert len(again) == len(dosages)
    for one, ours in zip(again, dosages, strict=True):
        assert set(one) - {"resourceType"} == set(ours)


@pytest.mark.parametrize("fault", [
    {"timing": {"repeat": {"period": 1, "periodUnit": "days"}}},
    {"timing": {"repeat": {"when": ["C"], "offset": 30}}},
    {"timing": {"repeat": {"when": ["MORN"], "timeOfDay": ["08:00:00"]}}},
    {"timing": {"repeat": {"dayOfWeek": ["monday"]}}},
    {"doseAndRate": [{"doseQuantity": {"value": 1, "code": "mg"}}]},
    {"asNeeded": False, "asNeededFor": [{"text": "x"}]},
    {"extension": [{"url": "x"}]},
])  # fmt: skip
def test_the_checks_of_this_test_find_faults(fault: dict[str, Any]) -> None:
    assert list(_faults(fault)) != []


def test_every_word_of_our_lists_has_its_code() -> None:
    assert set(WEEKDAYS) == set(get_args(Weekday)) and set(WEEKDAYS.values()) == DAYS
    assert set(EVENTS) == set(get_args(When)) and set(EVENTS.values()) <= EVENT_TIMING
    assert set(get_args(Route)) - set(ROUTES) == {"inhaled"}, (
        "in words alone: say so in generator/exchange/codes.py"
    )
    codes = [code for code, _ in ROUTES.values()]
    assert set(ROUTES) <= set(get_args(Route)) and len(set(codes)) == len(codes)


def test_route_codes_are_whole_snomed_identifiers() -> None:
    """The last digit of a SNOMED CT identifier is a check digit (Verhoeff): a digit typed wrongly is found."""
    assert [code for code, _ in ROUTES.values() if _verhoeff(code) != 0] == []
    assert _verhoeff("26643007") != 0


@pytest.mark.parametrize("number", ["0.05", "0.0000001", "2.5", "1000000", "12345678.125", "0.1", "3"])
def test_numbers_stand_as_they_were_written(number: str) -> None:
    dose = Dose.model_validate({"drug": "examplin", "purpose": "recommended", "amount": f"{number} mg"})
    text = to_json(dosage_of(dose))
    assert f'"value": {number},' in text
    assert from_json(text)[0]["doseAndRate"][0]["doseQuantity"]["value"] == Decimal(number)
    (read,) = _checked(dosage_of(dose))
    amounts: Any = read.doseAndRate
    assert amounts[0].doseQuantity.value == Decimal(number)


def _verhoeff(number: str) -> int:
    """The multiplication of the dihedral group of ten elements, and the powers of one permutation."""
    permutation, check = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4), 0
    for place, digit in enumerate(map(int, reversed(number))):
        turned = digit
        for _ in range(place % 8):
            turned = permutation[turned]
        check = _times(check, turned)
    return check


def _times(one: int, other: int) -> int:
    if one < 5:
        return (one + other) % 5 + (0 if other < 5 else 5)
    turned = (one - other) % 5
    return turned + (5 if other < 5 else 0)
