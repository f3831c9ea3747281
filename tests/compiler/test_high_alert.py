"""A weekly dose of a high-alert drug is never shown or quoted without the words that keep it from being taken daily."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from generator.compiler.dosing.high_alert import alerts_of
from generator.model.dose import Dose
from generator.model.entries.drug import Drug
from generator.pages.blocks import Algorithm, OptionLine
from tests.compiler.compiled import blocks_of, compiled, page, text_of
from tests.model.entries import EXAMPLIN, SUMMARY, entry, library

WORDS = "Once weekly, the prescriber names the day, never daily"
WEEKLY: dict[str, Any] = EXAMPLIN | {
    "high_alert": [
        {
            "id": "weekly",
            "applies_to": "weekly-doses",
            "wording": f"{WORDS}.",
            "basis": "A list",
            "cites": ["roe-2020"],
        }
    ]
}


def _dose(**timing: Any) -> Dose:
    return Dose.model_validate({"drug": "examplin", "purpose": "recommended", "amount": "10 mg"} | timing)


@pytest.mark.parametrize(
    ("timing", "count"),
    [
        ({"every": "1 wk"}, 1),
        ({"every": "7 d"}, 1),
        ({"per": "1 wk"}, 1),
        ({"every": "2 to 4 wk"}, 1),
        ({"every": "1 mo"}, 1),
        ({"steps": [{"label": "then", "amount": "10 mg", "every": "1 wk"}]}, 1),
        ({"every": "1 d"}, 0),
        ({}, 0),
    ],
)
def test_a_week_is_a_week_however_it_is_written(timing: dict[str, Any], count: int) -> None:
    drug = entry("examplin", WEEKLY)
    assert isinstance(drug, Drug)
    assert len(list(alerts_of(_dose(**timing), [drug]))) == count


def test_the_words_stand_in_the_row_in_the_algorithm_and_in_a_quote() -> None:
    summary = copy.deepcopy(SUMMARY)
    summary["doses"]["examplin-usual"] |= {"amount": "10 mg", "times": "1", "every": "1 wk"}
    summary["algorithm"] = [{"id": "give", "wording": "Give it.", "doses": ["examplin-usual"]}]
    summary["limitations"] = [{"wording": "Nothing is known beyond {dose:examplin-usual}."}]
    made = page(compiled(library(summary, examplin=WEEKLY)), "summaries/question/clinician/")
    (line,) = blocks_of(made, OptionLine)
    (steps,) = blocks_of(made, Algorithm)
    row = line.options[0].doses
    assert row is not None
    assert [words.text for words in row.rows[0].alerts] == [f"{WORDS}."]
    assert f"10 mg once weekly ({WORDS})" in steps.steps[0].doses[0].text
    limitations = next(section for section in made.sections if section.id == "limitations")
    assert f"10 mg once weekly ({WORDS})" in text_of(limitations)
