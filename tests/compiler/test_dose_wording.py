"""Doses in words, in the profile us-ismp. A wrong word here is a wrong dose."""

from __future__ import annotations

from typing import Any

import pytest

from generator.compiler.dosing.changes import titration
from generator.compiler.dosing.profiles import PROFILES
from generator.compiler.dosing.quantities import quantity
from generator.compiler.dosing.written_dose import WrittenDose
from generator.model.quantity import Quantity
from generator.pages.inline import Amount, Missing, Run, plain_text
from tests.compiler.written import written


def _dose(**fields: Any) -> WrittenDose:
    return written({"drug": "examplin", "purpose": "recommended", "route": "oral", **fields})


def _bites(text: str) -> str:
    return text.partition(" (")[2].removesuffix(")")


def _amounts(run: Run) -> list[str]:
    return [node.text for node in run if isinstance(node, Amount)]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"amount": "1 to 2 mg/kg", "every": "1 d"}, "1 to 2 mg/kg daily"),
        ({"amount": "0.4 g/kg", "every": "1 d", "duration": "5 d"}, "0.4 g/kg daily for 5 days"),
        ({"amount": "1 g/kg", "every": "1 d", "duration": "1 to 2 d"}, "1 g/kg daily for 1 to 2 days"),
        (
            {"amount": "1000 mg", "times": "2", "every": "1 d", "minimum_duration": "3 to 4 wk"},
            "1,000 mg twice daily for at least 3 to 4 weeks",
        ),
        ({"amount": "500 ug", "times": "3", "every": "1 d"}, "500 mcg 3 times daily"),
        ({"amount": "15 mg", "times": "1", "every": "1 wk"}, "15 mg once weekly"),
        ({"amount": "15 mg", "every": "1 wk"}, "15 mg weekly"),
        ({"amount": "0.3 to 1 g/m2", "every": "2 to 4 wk"}, "0.3 to 1 g/m² every 2 to 4 weeks"),
        ({"amount": "30 to 150 mg", "per": "1 d"}, "30 to 150 mg per day"),
        ({"amount": "600 mg", "per": "2 wk"}, "600 mg per 2 weeks"),
        ({"amount": "40 mg", "every": "12 h"}, "40 mg every 12 hours"),
        ({"amount": "25 to 50 mg/d"}, "25 to 50 mg per day"),
        ({"amount": "1 mg/kg/h", "duration": "1 d"}, "1 mg/kg per hour for 1 day"),
        ({"amount": "1 {tablet}", "every": "1 d"}, "1 tablet daily"),
        ({"amount": "2 {patch}", "every": "3 d"}, "2 patches every 3 days"),
        ({"amount": "12000 [iU]", "every": "1 mo"}, "12,000 international units monthly"),
        (
            {"amount": "500 mg", "duration": "2 d", "repeat": {"every": "2 wk"}},
            "500 mg for 2 days, repeated every 2 weeks",
        ),
        ({"course_total": "2 g/kg", "divided_over": "2 to 5 d"}, "2 g/kg in total, divided over 2 to 5 days"),
        (
            {
                "steps": [
                    {"label": "day 1", "amount": "300 mg"},
                    {"label": "day 2", "amount": "300 mg", "times": "2", "every": "1 d"},
                    {"label": "then", "amount": "2.5 to 3 mg/kg", "per": "1 d", "duration": "4 wk", "after": "2 wk"},
                ]
            },
            "day 1: 300 mg; day 2: 300 mg twice daily; "
            "then, 2 weeks after the previous step: 2.5 to 3 mg/kg per day for 4 weeks",
        ),
    ],
)  # fmt: skip
def test_a_dose_in_short(fields: dict[str, Any], expected: str) -> None:
    assert plain_text(_dose(**fields).short) == expected


@pytest.mark.parametrize(
    ("maximum", "expected"),
    [
        ({"per_day": "150 mg"}, "150 mg per day"),
        ({"per_dose": "1000 mg", "per_day": "4 g"}, "1,000 mg per dose, 4 g per day"),
        ({"per_course": "2 g/kg", "lifetime": "550 mg/m2"}, "2 g/kg per course, 550 mg/m² in a lifetime"),
        ({"rate": "5 mL/kg/h"}, "5 mL/kg per hour"),
        ("no-customary-maximum", "no customary maximum"),
        ("not-stated", "none stated"),
        (None, "none stated"),
    ],
)
def test_what_stands_under_at_most(maximum: Any, expected: str) -> None:
    fields = {"amount": "1 mg", "every": "1 d"} | ({"maximum": maximum} if maximum else {})
    assert plain_text(_dose(**fields).maximum) == expected


def test_a_maximum_that_the_source_omits_is_marked_and_one_that_there_is_not_is_said() -> None:
    omitted = _dose(amount="1 mg", maximum="not-stated").maximum
    assert omitted == (Missing("none stated"),)
    absent = _dose(amount="1 mg", maximum="no-customary-maximum").maximum
    assert not any(isinstance(node, Missing) for node in absent)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"amount": "1 to 2 mg/kg", "every": "1 d", "maximum": {"per_day": "150 mg"}},
            "reached at 75 kg on 2 mg/kg and at 150 kg on 1 mg/kg",
        ),
        # The same amount twice a day reaches the daily maximum at half the weight.
        (
            {"amount": "2 mg/kg", "times": "2", "every": "1 d", "maximum": {"per_day": "150 mg"}},
            "reached at 37.5 kg on 2 mg/kg",
        ),
        (
            {"amount": "2 mg/kg", "every": "12 h", "maximum": {"per_day": "150 mg"}},
            "reached at 37.5 kg on 2 mg/kg",
        ),
        ({"amount": "3 mg/kg", "every": "1 d", "maximum": {"per_day": "1 g"}}, "reached at about 333.3 kg on 3 mg/kg"),
        ({"amount": "500 ug/kg", "per": "1 d", "maximum": {"per_day": "40 mg"}}, "reached at 80 kg on 500 mcg/kg"),
        # A dose that is given once a week is given on one day: the daily maximum meets the whole of it.
        ({"amount": "0.5 g/kg", "every": "1 wk", "maximum": {"per_day": "7 g"}}, "reached at 14 kg on 0.5 g/kg"),
        # Nothing follows where units do not compare, or where it is not stated how often.
        ({"amount": "0.5 g/kg", "per": "1 wk", "maximum": {"per_day": "7 g"}}, ""),
        ({"amount": "0.5 g/kg", "times": "3", "every": "1 wk", "maximum": {"per_day": "7 g"}}, ""),
        ({"amount": "2 mg/kg", "every": "16 h", "maximum": {"per_day": "150 mg"}}, ""),
        ({"amount": "1 g/m2", "every": "1 d", "maximum": {"per_day": "20 {unit}"}}, ""),
        # A limit that no body reaches bites on nobody.
        ({"amount": "1 mg/kg", "every": "1 d", "maximum": {"per_day": "4 g"}}, ""),
        ({"amount": "1.4 mg/m2", "maximum": {"per_dose": "2 mg"}}, "reached at about 1.43 m² on 1.4 mg/m²"),
        ({"amount": "2 mg/kg/d", "maximum": {"per_day": "150 mg"}}, "reached at 75 kg on 2 mg/kg"),
        ({"rate": "20 {unit}/kg/h", "maximum": {"rate": "2000 {unit}/h"}}, "reached at 100 kg on 20 units/kg per hour"),
        ({"amount": "1 g/kg", "count": "2", "maximum": {"per_course": "160 g"}}, "reached at 80 kg on 1 g/kg"),
        # The maximum of the whole dose meets each step, and each band with the interval of the dose.
        (
            {"steps": [{"amount": "15 mg/kg"}, {"amount": "10 mg/kg"}], "maximum": {"per_dose": "1.2 g"}},
            "reached at 80 kg on 15 mg/kg and at 120 kg on 10 mg/kg",
        ),
        (
            {
                "bands": [{"for": {"age": "less than 12 a"}, "amount": "50 mg/kg"}],
                "times": "2",
                "every": "1 d",
                "maximum": {"per_day": "4 g"},
            },
            "reached at 40 kg on 50 mg/kg",
        ),
        ({"amount": "50 mg", "every": "1 d", "maximum": {"per_day": "150 mg"}}, ""),
        ({"amount": "1 mg/kg", "maximum": {"per_day": "150 mg"}}, ""),
        ({"amount": "1 mg/kg", "every": "1 d", "maximum": "not-stated"}, ""),
    ],
)  # fmt: skip
def test_the_body_weight_at_which_a_maximum_bites(fields: dict[str, Any], expected: str) -> None:
    assert _bites(plain_text(_dose(**fields).maximum)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"amount": "0.4 g/kg", "every": "1 d", "duration": "5 d"}, "2 g/kg"),
        ({"amount": "1 g/kg", "every": "1 d", "duration": "1 to 2 d"}, "1 to 2 g/kg"),
        ({"amount": "1 g", "every": "1 d", "duration": "3 to 5 d"}, "3 to 5 g"),
        ({"amount": "0.1 mg", "times": "3", "every": "1 d", "duration": "10 d"}, "3 mg"),
        ({"amount": "500 mg", "every": "12 h", "duration": "3 d"}, "3,000 mg"),
        ({"amount": "100 mg", "every": "1 wk", "duration": "28 d"}, "400 mg"),
        # Nothing is computed where it does not follow exactly.
        ({"amount": "500 mg", "duration": "2 d"}, None),
        ({"amount": "500 mg", "every": "2 to 4 wk", "duration": "8 wk"}, None),
        ({"amount": "500 mg", "every": "1 wk", "duration": "10 d"}, None),
        ({"amount": "500 mg", "every": "1 wk", "duration": "3 mo"}, None),
        (
            {
                "amount": "1 mg/kg",
                "every": "1 d",
                "duration": "30 d",
                "titration": {"start": "25 mg/d", "step": "25 mg/d", "each": "7 d", "target": "1 mg/kg/d"},
            },
            None,
        ),
    ],
)  # fmt: skip
def test_the_total_of_a_course(fields: dict[str, Any], expected: str | None) -> None:
    total = plain_text(_dose(**fields).total)
    assert total == ("" if expected is None else f"{expected} (computed)")


@pytest.mark.parametrize(
    ("step", "each", "expected", "missing"),
    [
        ("25 mg/d", "7 to 14 d", "raise by 25 mg per day every 7 to 14 days", ""),
        ("25 mg/d", "not-stated", "raise by 25 mg per day (interval not stated in the source)", "interval"),
        ("not-stated", "7 d", "raise every 7 days (by how much is not stated in the source)", "by how much"),
        (
            "not-stated",
            "not-stated",
            "raise (by how much and how fast is not stated in the source)",
            "how fast",
        ),
    ],
)
def test_how_a_dose_is_raised_and_what_of_it_is_not_stated(
    step: str, each: str, expected: str, missing: str
) -> None:
    dose = _dose(
        amount="1 to 2 mg/kg",
        titration={"start": "25 to 50 mg/d", "step": step, "each": each, "target": "1 to 2 mg/kg/d"},
    )
    assert dose.dose.titration is not None
    run = titration(dose.writer, dose.dose.titration)
    assert plain_text(run) == f"start at 25 to 50 mg per day, {expected}, to a target of 1 to 2 mg/kg per day"
    marked = "".join(node.text for node in run if isinstance(node, Missing))
    assert missing in marked
    assert bool(marked) == bool(missing)


def test_numbers_and_their_units_are_never_parted() -> None:
    dose = _dose(amount="1 to 2 mg/kg", every="2 to 4 wk", maximum={"per_day": "1500 mg"}, duration="3 mo")
    assert _amounts(dose.short) == ["1 to 2 mg/kg", "2 to 4 weeks", "3 months"]
    assert _amounts(dose.maximum) == ["1,500 mg"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0.5 mg", "0.5 mg"),
        ("1000 mg", "1,000 mg"),
        ("999 mg", "999 mg"),
        ("100000 [iU]", "100,000 international units"),
        ("1 [iU]", "1 international unit"),
        ("0.05 ug/kg/min", "0.05 mcg/kg per minute"),
        ("38.5 Cel", "38.5 °C"),
        ("4 10*9/L", "4 × 10⁹/L"),
        ("1 mo", "1 month"),
        ("3 to 6 mo", "3 to 6 months"),
        ("100 mL", "100 mL"),
        ("10 mg", "10 mg"),
    ],
)
def test_a_quantity_has_a_space_before_its_unit_and_no_trailing_zero(text: str, expected: str) -> None:
    assert quantity(PROFILES["us-ismp"], Quantity.parse(text)) == expected
