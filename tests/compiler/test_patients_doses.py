"""Doses for patients: in sentences, in plain words, and never without a condition that limits them."""

from __future__ import annotations

import copy
from typing import Any

from generator.pages.blocks import DoseTable
from tests.compiler.compiled import blocks_of, citations_of, compiled, page, text_of
from tests.model.entries import EXAMPLIN, PATIENT, SUMMARY, library

_DOSE: dict[str, Any] = {
    "drug": "examplin",
    "purpose": "recommended",
    "route": "subcutaneous",
    "amount": "250 ug",
    "times": "2",
    "every": "1 d",
    "as_needed": {
        "reason": {"clinician": "dyspnoea", "patient": "breathlessness"},
        "minimum_interval": "4 h",
    },
    "maximum": {"per_day": "1000 ug"},
    "cites": ["roe-2020"],
}


def _row(dose: dict[str, Any]) -> Any:
    entry = SUMMARY | {"regimens_for": ["patient"], "doses": {"examplin-usual": dose}}
    site = compiled(library(entry, patient=PATIENT | {"profile": "nhs-patient", "doses_as": "sentences"}))
    (table,) = blocks_of(page(site, "summaries/question/patient/").sections, DoseTable)
    return table.rows[0]


def test_a_dose_stands_in_a_sentence_in_the_words_of_the_profile() -> None:
    sentence = _row(_DOSE).sentence.text
    for words in ("250 micrograms twice a day under the skin", "for breathlessness", "at least 4 hours"):
        assert words in sentence
    assert "1,000 micrograms in 24 hours" in sentence
    assert "dyspnoea" not in sentence


def test_a_condition_without_words_for_patients_leaves_a_mark_and_never_an_unconditional_dose() -> None:
    sentence = _row(_DOSE | {"as_needed": {"reason": "dyspnoea"}}).sentence.text
    assert "for (a condition that is not yet put into plain words: ask your team)" in sentence
    assert "dyspnoea" not in sentence


def test_a_step_that_is_conditional_stays_so() -> None:
    steps = [{"amount": "250 ug"}, {"amount": "500 ug", "if": "the attack goes on"}]
    dose = {key: _DOSE[key] for key in ("drug", "purpose", "route", "cites")} | {"steps": steps}
    assert "if (a condition that is not yet put into plain words: ask your team)" in _row(dose).sentence.text


def test_a_group_that_is_described_in_words_stays_a_group() -> None:
    dose = _DOSE | {"bands": [{"for": {"other": "Slow metabolisers"}, "fraction": "50 %"}]}
    (band,) = _row(dose).facts
    assert "not yet put into plain words" in band.words.text
    assert "50%" in band.words.text


def test_a_remark_for_clinicians_is_left_out() -> None:
    assert "Note" not in _row(_DOSE | {"remark": "For the ward only."}).sentence.text


def test_a_high_alert_warning_without_words_for_patients_is_said_to_be_missing() -> None:
    alert = {
        "id": "weekly",
        "applies_to": "all-doses",
        "wording": "Once weekly, never daily.",
        "basis": "A list",
        "cites": ["roe-2020"],
    }
    entry = SUMMARY | {"regimens_for": ["patient"], "doses": {"examplin-usual": _DOSE}}
    audience = PATIENT | {"profile": "nhs-patient", "doses_as": "sentences"}
    made = compiled(library(entry, patient=audience, examplin=EXAMPLIN | {"high_alert": [alert]}))
    (table,) = blocks_of(page(made, "summaries/question/patient/").sections, DoseTable)
    assert [words.text for words in table.rows[0].alerts] == [
        "a safety warning that is not yet put into plain words: ask your team"
    ]


def test_a_quoted_dose_says_for_whom_it_is_and_that_more_rules_apply() -> None:
    dose = _DOSE | {
        "population": {"clinician": "Adults.", "patient": "Adults."},
        "renal": [{"for": {"egfr": "less than 30 mL/min/{1.73_m2}"}, "change": "do-not-use"}],
    }
    entry = copy.deepcopy(SUMMARY) | {"doses": {"examplin-usual": dose}}
    entry["recommendations"][0]["wording"] = {
        "clinician": "Give {dose:examplin-usual} [@roe-2020].",
        "patient": "Take {dose:examplin-usual} [@roe-2020].",
    }
    made = compiled(library(entry, patient=PATIENT | {"profile": "nhs-patient"}))
    said = text_of((page(made, "summaries/question/patient/").lead,))
    assert "under the skin" in said
    assert "(Adults; more rules apply: ask your team)" in said


def test_a_dose_that_quotes_itself_ends() -> None:
    dose = _DOSE | {"until": {"clinician": "the end of {dose:examplin-usual}", "patient": "the end"}}
    made = compiled(library(SUMMARY | {"doses": {"examplin-usual": dose}}))
    assert "250 mcg" in text_of(page(made, "summaries/question/clinician/").sections)


def test_bands_and_titrations_that_are_the_dose_keep_their_works() -> None:
    dose = {key: _DOSE[key] for key in ("drug", "purpose", "route")} | {
        "bands": [{"for": {"age": "less than 6 a"}, "amount": "1 mg", "cites": ["roe-2020"]}],
        "cites": "uncited-in-source",
    }
    made = compiled(library(SUMMARY | {"doses": {"examplin-usual": dose}}))
    (table,) = blocks_of(page(made, "summaries/question/clinician/").sections, DoseTable)
    (line,) = table.rows[0].dose
    assert [mark.key for citation in citations_of(line) for mark in citation.marks] == ["roe-2020"]
