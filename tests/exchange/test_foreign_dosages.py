"""Dosages of other systems become doses as far as ours can say it; what cannot is named with its path."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fhir.resources.dosage import Dosage
from hypothesis import given
from hypothesis import strategies as st

from generator.exchange.dosage_error import DosageError
from generator.exchange.fhir_dosage import dosage_of, dose_of
from generator.exchange.json_text import from_json
from generator.model.dose import Dose
from tests.exchange.foreign_dosages import REFUSED, SAMPLES, quantity
from tests.model.dose_strategy import doses

_KNOWN = {"drug": "examplin", "purpose": "recommended"}


def _exact(value: Any) -> Any:
    return from_json(json.dumps(value))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_foreign_dosage_becomes_the_dose_that_it_says(name: str) -> None:
    dosages, wanted = SAMPLES[name]
    assert dose_of(_exact(dosages), **_KNOWN) == Dose.model_validate(_KNOWN | wanted)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_are_fhir(name: str) -> None:
    for dosage in SAMPLES[name][0]:
        Dosage.model_validate_json(json.dumps(dosage))


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_taken_over_is_named(name: str) -> None:
    dosage, path, words = REFUSED[name]
    with pytest.raises(DosageError) as caught:
        dose_of(_exact([dosage]), **_KNOWN)
    problems = [problem for problem in caught.value.problems if problem.path == path]
    assert problems and words in problems[0].message, str(caught.value)


def test_everything_that_stands_in_the_way_is_said_at_once() -> None:
    dosage = {
        "doseAndRate": [{"doseQuantity": quantity(5, "mgg")}],
        "timing": {"repeat": {"when": ["XX"]}},
        "route": {"text": "somehow"},
    }
    with pytest.raises(DosageError) as caught:
        dose_of(_exact([dosage]), **_KNOWN)
    assert [problem.path for problem in caught.value.problems] == [
        "Dosage[0].timing.repeat.when[0]",
        "Dosage[0].route",
        "Dosage[0].doseAndRate[0].doseQuantity.code",
    ]


def test_neither_drug_nor_purpose_is_guessed_or_overruled() -> None:
    dosages = SAMPLES["three times a day"][0]
    with pytest.raises(DosageError, match="--drug"):
        dose_of(_exact(dosages), purpose="recommended")
    with pytest.raises(DosageError, match="--purpose"):
        dose_of(_exact(dosages), drug="examplin")
    ours = dosage_of(Dose.model_validate(_KNOWN | {"amount": "5 mg"}))
    assert dose_of(ours) == dose_of(ours, drug="examplin", purpose="recommended")
    with pytest.raises(DosageError, match="not of other"):
        dose_of(ours, drug="other")
    with pytest.raises(DosageError, match="not studied"):
        dose_of(ours, purpose="studied")


@pytest.mark.parametrize(
    ("dosages", "path", "words"),
    [
        ([{}, {}], "Dosage[0].sequence", "side by side"),
        ([{"sequence": 1}, {"sequence": 1, "route": {"text": "oral"}}], "Dosage[1]", "route"),
        ([{"sequence": 1, "site": {"text": "arm"}}, {"sequence": 2}], "Dosage[0]", "one site"),
        (
            [{"sequence": 1, "patientInstruction": "a"}, {"sequence": 2, "patientInstruction": "b"}],
            "Dosage[1]",
            "remark differs",
        ),
    ],
)
def test_dosages_that_do_not_make_one_dose(dosages: list[dict[str, Any]], path: str, words: str) -> None:
    amount = {"doseAndRate": [{"doseQuantity": quantity(5, "mg")}], "timing": {"repeat": {"when": ["HS"]}}}
    with pytest.raises(DosageError) as caught:
        dose_of(_exact([amount | one for one in dosages]), **_KNOWN)
    assert any(one.path == path and words in one.message for one in caught.value.problems), str(caught.value)


def test_a_dosage_of_ours_that_was_changed_in_one_place_only_is_refused() -> None:
    dose = Dose.model_validate(
        _KNOWN | {"route": "oral", "steps": [{"amount": "5 mg"}, {"amount": "10 mg", "after": "2 wk"}]}
    )
    changed = dosage_of(dose)
    changed[1]["route"] = {"text": "intravenous"}
    with pytest.raises(DosageError, match=r"Dosage\[1\]\.route"):
        dose_of(changed)
    unmarked = dosage_of(dose)
    del unmarked[1]["modifierExtension"]
    with pytest.raises(DosageError, match="modifierExtension"):
        dose_of(unmarked)


@pytest.mark.parametrize(
    ("written", "marked"),
    [
        ({"stop": [{"if": "a rash appears", "action": "stop"}]}, ["stop"]),
        ({"companions": [{"drug": "otherin", "amount": "5 mg"}]}, ["companions"]),
        ({"form": "modified-release tablets", "strength": "5 mg/{tablet}"}, ["form", "strength"]),
        ({"indication": "gout", "purpose": "recommended"}, ["indication"]),
        ({"course_total": "50 mg", "divided_over": "5 d"}, ["course_total", "divided_over"]),
        ({"site": {"clinician": "the left eye", "patient": "your left eye"}}, ["site"]),
        ({"site": "the left eye"}, []),
        (
            {"remark": "Give it with food.", "licence": "not-stated", "stop": [], "indication": "not-stated"},
            [],
        ),
    ],
)
def test_what_a_receiver_must_not_pass_over_is_marked(written: dict[str, Any], marked: list[str]) -> None:
    dose = Dose.model_validate(
        _KNOWN | {"purpose": "recommended", "route": "oral", "amount": "5 mg"} | written
    )
    for data in (dose, dose_of(dosage_of(dose))):
        (dosage,) = dosage_of(data)
        named = [one["valueCode"] for one in dosage.get("modifierExtension", [])]
        assert sorted(named) == sorted(marked)


def test_a_float_is_refused_because_it_is_not_what_was_written() -> None:
    with pytest.raises(DosageError, match="exactly"):
        dose_of([{"doseAndRate": [{"doseQuantity": quantity(0.1, "mg")}]}], **_KNOWN)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.decimals(allow_nan=True),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(dose=doses(), data=st.data())
def test_whatever_is_put_into_a_dosage_it_is_read_or_refused(dose: Dose, data: st.DataObject) -> None:
    """No traceback: any other value at any place gives a dose or names what is wrong."""
    dosages = dosage_of(dose)
    places = list(_places(dosages))
    holder, key = data.draw(st.sampled_from(places))
    holder[key] = data.draw(_JSON)
    try:
        assert isinstance(dose_of(dosages), Dose)
    except DosageError as error:
        assert error.problems and all(problem.path and problem.message for problem in error.problems)


def _places(value: Any) -> Any:
    items = enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else ()
    for key, inner in items:
        yield value, key
        yield from _places(inner)


@given(_JSON)
def test_any_json_is_read_or_refused(value: Any) -> None:
    try:
        dose_of(value, drug="examplin", purpose="usual")
    except DosageError as error:
        assert error.problems


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[1e999999999]",
        '[{"a": 1, "a": 2}]',
        "[NaN]",
        "[" * 100_000,
        "9" * 10_000,
        '"\\ud800"',
        "[{}]",
        "[[]]",
    ],
)
def test_json_that_is_none_or_hides_something_is_refused(text: str) -> None:
    with pytest.raises(DosageError):
        dose_of(from_json(text), **_KNOWN)
