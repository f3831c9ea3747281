"""Changes that hurt and look harmless: whole sentences, names and works that are another's, ranges turned round."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from generator.model.change import ChangeClass, ClinicalChange, Operation
from generator.review.contents.comparison import compare_closures
from tests.review.edition_closure import Data, closure, summary
from tests.review.sample_closure import sample_closure, with_value

CRITICAL, MAJOR, MINOR = ChangeClass.CRITICAL, ChangeClass.MAJOR, ChangeClass.MINOR
USUAL = ("doses", "examplin-usual")


def _only(before: Data, after: Data) -> ClinicalChange:
    (change,) = compare_closures(before, after)
    return change


# --- whole sentences


def _limited(*sentences: str) -> Data:
    return closure(summary("limitations", [{"wording": sentence} for sentence in sentences]))


@pytest.mark.parametrize(
    ("sentence", "set_level", "unset_level"),
    [
        ("Give 500 mg of it at once.", CRITICAL, CRITICAL),
        ("Do not give it to children.", MAJOR, CRITICAL),
        ("Stop it if a rash appears.", MAJOR, CRITICAL),
        ("Children were studied, too.", MAJOR, MAJOR),
        ("Of 100 people 5 % yawned for 3 weeks.", MAJOR, MAJOR),
    ],
)
def test_a_sentence_that_is_new_or_gone(
    sentence: str, set_level: ChangeClass, unset_level: ChangeClass
) -> None:
    without, with_it = _limited("All of it is invented."), _limited("All of it is invented.", sentence)
    change = _only(without, with_it)
    assert (change.operation, change.level) == (Operation.SET, set_level)
    change = _only(with_it, without)
    assert (change.operation, change.level) == (Operation.UNSET, unset_level)


def test_a_remark_with_an_amount_is_no_mere_remark() -> None:
    plain = closure()
    for remark, level in (("Take it with food.", MAJOR), ("Give 500 mg more if it fails.", CRITICAL)):
        told = closure(summary(*USUAL, "remark", remark))
        assert _only(plain, told).level is level


# --- ranges, and facts that are not stated


def test_a_range_whose_ends_change_places_is_another() -> None:
    before = sample_closure("summary")
    path = ("content", "evidence", "one", "hazard_ratio", "ci95")
    one, other = (with_value(before, path, ends) for ends in (["0.2", "0.8"], ["0.8", "0.2"]))
    change = _only(one, other)
    assert (change.operation, change.level) == (Operation.REPLACE, CRITICAL)
    change = _only(one, with_value(before, path, ["0.20", "0.80"]))
    assert change.level is ChangeClass.EDITORIAL


def test_that_nothing_is_stated_and_then_not_even_that_is_no_addition() -> None:
    before = closure(summary(*USUAL, "response", "not-stated"))
    after = copy.deepcopy(before)
    del after["content"]["doses"]["examplin-usual"]["response"]
    told = compare_closures(before, after)
    assert {(change.operation, change.level) for change in told} == {(Operation.UNSET, CRITICAL)}


# --- names


def _with_drug(edition: Data, name: str, **fields: Any) -> Data:
    made = copy.deepcopy(edition)
    made["quotes"][f"drug:{name}"] = {"kind": "drug", "name": name} | fields
    return made


def test_a_brand_that_goes_to_another_drug_is_critical_on_both() -> None:
    brand = [{"name": "Exemplar", "country": "US"}]
    before = _with_drug(_with_drug(closure(), "examplin", brands=brand), "otherin", brands="not-stated")
    after = _with_drug(_with_drug(closure(), "examplin", brands="not-stated"), "otherin", brands=brand)
    told = compare_closures(before, after)
    assert {(change.within, change.level) for change in told} == {
        ("drug:examplin", CRITICAL),
        ("drug:otherin", CRITICAL),
    }


def test_a_synonym_that_is_the_name_of_another_drug_is_critical() -> None:
    before = _with_drug(_with_drug(closure(), "examplin"), "otherin")
    after = _with_drug(_with_drug(closure(), "examplin", synonyms=["Otherin"]), "otherin")
    assert _only(before, after).level is CRITICAL
    after = _with_drug(_with_drug(closure(), "examplin", synonyms=["EXA"]), "otherin")
    assert _only(before, after).level is MAJOR


# --- works


def _work(**fields: Any) -> Data:
    made = closure()
    work = {"key": "roe-2020", "title": "A trial of examplin in yawning", "year": "2020", "doi": "10.1000/1"}
    made["quotes"]["work:roe-2020"] = work | fields
    return made


def test_another_work_under_the_key_on_which_a_dose_stands_is_critical() -> None:
    assert _only(_work(), _work(title="Frogs and their ponds")).level is CRITICAL
    told = compare_closures(_work(), _work(year="1999", doi="10.1000/9"))
    assert [change.level for change in told] == [CRITICAL, CRITICAL]


def test_what_is_corrected_of_a_work_is_not() -> None:
    assert _only(_work(), _work(title="A trial of examplin for yawning")).level is MINOR
    assert _only(_work(), _work(doi="10.1000/2")).level is MAJOR
    assert _only(_work(), _work(pages="10-19")).level is MINOR


def test_another_work_on_which_no_dose_stands_is_major() -> None:
    before, after = (_under_nothing(_work(**fields)) for fields in ({}, {"title": "Frogs and their ponds"}))
    assert _only(before, after).level is MAJOR


def _under_nothing(edition: Data) -> Data:
    made = copy.deepcopy(edition)
    made["content"]["doses"]["examplin-usual"]["cites"] = "uncited-in-source"
    quotes = made["quotes"]
    made["quotes"] = {name: part for name, part in quotes.items() if not name.startswith("dose:")}
    return made
