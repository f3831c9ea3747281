"""What goes out as FHIR comes back equal: every field that was set, every number digit for digit."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from generator.exchange.fhir_dosage import dosage_of, dose_of
from generator.exchange.json_text import from_json, to_json
from generator.model.digest import canonical
from generator.model.dose import Dose
from generator.sources.load import load_library
from tests.doses.test_doses import CASES, Case
from tests.model.dose_strategy import doses


@given(doses())
def test_a_dose_goes_out_and_comes_back_equal(dose: Dose) -> None:
    text = to_json(dosage_of(dose, text="As written."))
    back = dose_of(from_json(text))
    assert back == dose
    assert canonical(back) == canonical(dose)
    assert back.model_dump(exclude_unset=True) == dose.model_dump(exclude_unset=True)


def _agrees(dose: Dose) -> None:
    back = dose_of(from_json(to_json(dosage_of(dose))))
    assert back == dose
    assert canonical(back) == canonical(dose)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_the_written_doses_come_back_equal(case: Case) -> None:
    _agrees(Dose.model_validate(case.data))


def test_every_dose_of_this_site_comes_back_equal(repository: Path) -> None:
    library, _ = load_library(repository)
    doses = [dose for entry in library.editioned() for dose in entry.doses.values()]
    assert len(doses) > 5
    for dose in doses:
        _agrees(dose)


def test_an_empty_list_that_was_written_comes_back() -> None:
    """It is no way to write a dose; but whoever did so gets no other dose back."""
    data = {
        "drug": "examplin",
        "purpose": "usual",
        "amount": "5 mg",
        "bands": [],
        "days": [],
        "differs_from": {},
    }
    _agrees(Dose.model_validate(data))
