"""The YAML that an editor pastes is read by our own strict reader as the same dose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exchange.dose_yaml import dose_yaml
from generator.model.dose import Dose
from generator.sources.strict_yaml import read_yaml
from tests.model.dose_strategy import doses


def _read(text: str) -> Dose:
    document = read_yaml(f"doses:\n{text}".encode(), "file.yml")
    assert [finding.message for finding in document.findings] == []
    assert document.root is not None
    (data,) = document.root["doses"].values()  # type: ignore[union-attr]
    return Dose.model_validate(data)


@given(doses())
def test_a_dose_pasted_into_a_file_is_the_same_dose(dose: Dose) -> None:
    again = _read(dose_yaml(dose, "examplin", ("As it was.",)))
    assert again == dose
    assert again.model_dump(exclude_unset=True) == dose.model_dump(exclude_unset=True)


@pytest.mark.parametrize(
    "text",
    ["null", "~", "yes", "a: b", "a #b", "#a", "- a", "[a", "{a}", "'a'", '"a"', " a", "a ", "&a", "*a", "!a", "a:",
     "%a", "@a", "1.0", "0x1",
     "a\nb", "a\n\n  b", "é µ ≥", "<<", "|", ">", "a, b", "a]", "\\", "x\\n", "? a", "=", "…"],
)  # fmt: skip
def test_words_stay_words_whatever_they_look_like(text: str) -> None:
    dose = Dose.model_validate(
        {"drug": "examplin", "purpose": "usual", "amount": "1 mg", "label": text, "differs_from": {"x": text}}
    )
    assert _read(dose_yaml(dose, "examplin")) == dose


@given(st.text("ab:#- '\"[]{},&*!|>%@\\\n", min_size=1, max_size=12).filter(str.strip))
def test_any_mix_of_signs_stays_as_it_is(text: str) -> None:
    dose = Dose.model_validate({"drug": "examplin", "purpose": "usual", "amount": "1 mg", "remark": text})
    assert _read(dose_yaml(dose, "examplin")) == dose


def test_keys_stand_in_the_order_of_the_handbook() -> None:
    data = {"every": "1 d", "amount": "5 mg", "purpose": "recommended", "route": "oral", "drug": "examplin"}
    lines = dose_yaml(Dose.model_validate(data), "examplin").splitlines()
    assert lines == [
        "  examplin:",
        "    drug: examplin",
        "    purpose: recommended",
        "    route: oral",
        "    amount: 5 mg",
        "    every: 1 d",
    ]
