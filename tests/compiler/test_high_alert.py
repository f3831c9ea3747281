"""A weekly dose of a high-alert drug is never shown or quoted without the words that keep it from being taken daily."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from generator.model.dose import Dose
from generator.model.entries.drug import Drug
from generator.model.high_alert import alerts_of
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
    amount = {} if "steps" in timing or "amounts" in timing else {"amount": "10 mg"}
    return Dose.model_validate({"drug": "examplin", "purpose": "recommended"} | amount | timing)


@pytest.mark.parametrize(
    ("timing", "count"),
    [
        ({"every": "1 wk"}, 1),
        ({"every": "7 d"}, 1),
        ({"per": "1 wk"}, 1),
        ({"every": "2 to 4 wk"}, 1),
        ({"every": "1 mo"}, 1),
        ({"steps": [{"label": "then", "amount": "10 mg", "every": "1 wk"}]}, 1),
        ({"days": ["monday"]}, 1),
        ({"every": "1 d", "days": ["monday", "friday"]}, 1),
        ({"amounts": [{"amount": "10 mg", "days": ["sunday"]}]}, 1),
        ({"bands": [{"for": {"age": "at least 65 a"}, "every": "1 wk"}], "every": "1 d"}, 1),
        # A week is a week in each of these forms too.
        ({"cycle": {"length": "7 d", "days": ["1"]}}, 1),
        ({"every": "1 d", "cycle": {"length": "7 d", "on": "1 d", "off": "6 d"}}, 1),
        ({"count": "1", "repeat": {"every": "1 wk"}}, 1),
        ({"minimum_interval": "7 d"}, 1),
        ({"every": "5 to 7 d"}, 1),
        ({"maximum": {"per_week": "25 mg"}}, 1),
        ({"titration": {"start": "7.5 mg/wk", "target": "25 mg/wk"}}, 1),
        ({"steps": [{"amount": "10 mg"}, {"amount": "10 mg", "after": "1 wk"}]}, 1),
        ({"steps": [{"amount": "10 mg"}, {"amount": "10 mg", "every": "1 d", "after": "1 wk"}]}, 0),
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
    assert f"10 mg once weekly by mouth; maximum 150 mg per day ({WORDS})" in steps.steps[0].doses[0].text
    limitations = next(section for section in made.sections if section.id == "limitations")
    assert f"10 mg once weekly by mouth (maximum 150 mg per day) ({WORDS})" in text_of(limitations)
