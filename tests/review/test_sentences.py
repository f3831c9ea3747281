"""Every change has a sentence that a clinician can read: amounts in house words, names and not ids, nothing of JSON."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest

from generator.compiler.dosing import nhs_patient
from generator.model.change import ChangeClass, ClinicalChange, Operation, Topic
from generator.model.library import KINDS
from generator.review.contents.comparison import compare_closures
from generator.review.words.amount_words import AmountWords
from generator.review.words.closure_names import ClosureNames, shortened
from generator.review.words.field_words import field_words
from generator.review.words.marked_text import marked_text
from generator.review.words.ratio_words import range_words, ratio_words
from generator.review.words.sentences import worded
from tests.review.edition_closure import closure, summary
from tests.review.sample_closure import (
    GONE,
    Data,
    Field,
    fields_in,
    other_value,
    sample_closure,
    value_at,
    with_value,
)

PAGES = ("summary", "medication", "drug", "condition")
FIELDS = {
    name: (kind, field) for kind in reversed(PAGES) for name, field in fields_in(sample_closure(kind)).items()
}


def _sentences(before: Data | None, after: Data | None) -> list[str]:
    return [change.sentence for change in worded(compare_closures(before, after), before, after)]


# --- every field of the model


def _mutants(field: Field, before: Data) -> Iterator[tuple[Data, Data]]:
    value = value_at(before, field.path)
    gone = with_value(before, field.path, GONE)
    yield before, gone
    yield gone, before
    if isinstance(value, str):
        yield before, with_value(before, field.path, other_value(field.shape, value))
    elif isinstance(value, dict) and set(value) == {"clinician"}:
        words = value["clinician"].replace("Words", "Other words")
        yield before, with_value(before, (*field.path, "clinician"), words)
    elif isinstance(value, list) and len(value) > 1:
        yield before, with_value(before, field.path, value[:1])
        yield before, with_value(before, field.path, value[::-1])


_RAW = re.compile(r"[{}_]|\bNone\b|\b(True|False)\b|  |→ ?$|\(was \)|[:,] ?$")


@pytest.mark.parametrize("name", FIELDS)
def test_a_change_of_any_field_has_a_sentence_without_anything_raw(name: str) -> None:
    kind, field = FIELDS[name]
    for before, after in _mutants(field, sample_closure(kind)):
        changes = worded(compare_closures(before, after), before, after)
        assert bool(changes) == (before != after)
        for change in changes:
            if change.is_compared:
                assert not _RAW.search(re.sub(r"[Ww]ords of \w+", "Some text", change.sentence)), (
                    change.sentence
                )
                first = change.sentence[0]
                assert first == first.upper() and len(change.sentence) > len("Dose")


def test_most_fields_are_called_otherwise_than_in_the_file() -> None:
    for path, words in {
        ("titration", "start"): "first dose",
        ("maximum", "per_day"): "maximum",
        ("titration", "goal", "value"): "goal of titration, value",
        ("evidence_to_decision", "balance", "judgement"): "from evidence to decision, balance, judgement",
        ("some_new_field",): "some new field",
        (): "",
    }.items():
        assert field_words(path) == words
    assert field_words(("after",), under="schedule") == "first check after"
    assert field_words(("after",), under="steps") == "time after the step before"


# --- amounts


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (2, 4, "doubled"), (4, 2, "halved"), (1, 10, "tenfold"), (10, 1, "a tenth of it"), (1, 3, "tripled"),
        (1, 1000, "a thousandfold"), (1000, 1, "a thousandth of it"), (150, 200, "+33 %"), (200, 150, "−25 %"),
        (200, 201, "+1 %"), (1000, 1001, "up by less than 1 %"), (1, 60, "60 times as much"), (60, 1, "1/60 of it"),
        (2, 5, "+150 %"), (3, 2, "−33 %"), (5, 5, ""), (0, 5, ""), (5, 0, ""),
    ],
)  # fmt: skip
def test_ratios(before: int, after: int, words: str) -> None:
    assert ratio_words(Fraction(before), Fraction(after)) == words


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ((1, 2), (2, 4), "doubled"),
        ((1, 2), (1, 3), "upper end +50 %"),
        ((2, 4), (1, 4), "lower end halved"),
        ((1, 2), (2, 3), "lower end doubled, upper end +50 %"),
        ((40, 40), (40, 60), "upper end +50 %"),
    ],
)
def test_ranges(before: tuple[int, int], after: tuple[int, int], words: str) -> None:
    ends = [(Fraction(low), Fraction(high)) for low, high in (before, after)]
    assert range_words(*ends) == words


@pytest.mark.parametrize(
    ("before", "after", "field", "words"),
    [
        ("150 mg", "200 mg", "per_day", "150 → 200 mg daily (+33 %)"),
        ("20 mg/d", "40 mg/d", "start", "20 → 40 mg daily (doubled)"),
        ("1 g", "1000 mg", "amount", "same amount, other expression: 1 g → 1,000 mg"),
        ("7 mg/wk", "1 mg/d", "amount", "7 mg weekly → 1 mg daily"),
        ("5 mg", "5 ug", "amount", "5 mg → 5 mcg (a thousandth of it)"),
        ("2 mg/kg", "2 mg", "amount", "2 mg/kg → 2 mg (no longer by body weight)"),
        ("100 mg", "50 mg/m2", "amount", "100 mg → 50 mg/m² (now by body surface)"),
        ("5 mg", "5 mL", "amount", "5 mg → 5 mL (another kind of unit)"),
        ("1 wk", "1 d", "every", "weekly → daily (7 times as often)"),
        ("8 h", "12 h", "every", "every 8 hours → every 12 hours"),
        ("1 d", "2 d", "every", "daily → every 2 days (half as often)"),
        ("1 wk", "1 mo", "duration", "1 week → 1 month"),
        ("less than 30 mL/min", "less than 45 mL/min", "egfr", "less than 30 mL/min → less than 45 mL/min (+50 %)"),
        ("50 %", "75 %", "fraction", "50 → 75%"),
        ("10 mg", "weekly", "amount", None),
    ],
)  # fmt: skip
def test_amounts(before: str, after: str, field: str, words: str | None) -> None:
    assert AmountWords().change(before, after, field) == words


def test_amounts_are_in_the_words_of_the_profile() -> None:
    before, after = closure(), closure(summary("doses", "examplin-usual", "maximum", {"per_day": "250 mg"}))
    (change,) = worded(compare_closures(before, after), before, after, profile=nhs_patient.PROFILE)
    assert change.sentence == "Examplin, maximum: 150 → 250mg daily (+67 %)"


# --- texts


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("Take 20 mg daily.", "Take 40 mg daily.", "Take [20 mg → 40 mg] daily."),
        ("It should be given.", "It may be given.", "It [should → may] be given."),
        ("Do not give it.", "Give it.", "[removed: Do not] give it."),
        ("Avoid it.", "Avoid it always.", "Avoid it [added: always]."),
        ("The dose is 5 Mg.", "The dose is 5 mg.", "The dose is [5 Mg → 5 mg]."),
        ("a b", "a  b", "a b"),
        ("10 tablets", "10 capsules", "[10 tablets → 10 capsules]"),
        ("0.5 mg", "5 mg", "[0.5 mg → 5 mg]"),
        ("up to 3 times", "up to 4 times", "up to [3 times → 4 times]"),
    ],
)  # fmt: skip
def test_changed_words_are_marked(before: str, after: str, marked: str) -> None:
    assert marked_text(before, after) == marked


def test_a_long_text_is_shown_around_its_changes_and_the_rest_is_counted() -> None:
    before = " ".join(f"word{number}" for number in range(400))
    places = [f"word{number}" for number in range(10, 400, 40)]
    after = " ".join("changed" if word in places else word for word in before.split())
    said = marked_text(before, after)
    assert said.count("→") == 6
    assert said.endswith("(and 4 more changed places)")
    assert len(said) < 800


def test_marks_of_the_text_are_words_and_its_square_brackets_are_round() -> None:
    before = closure()
    names = ClosureNames(before, before)
    text = "*Give* it [@roe-2020], {dose:x} or {quantity:5 mg} [now](entry:y) [20 → 40]."
    assert names.plain(text) == "Give it (Examplin 2020), (dose “x”) or 5 mg now (20 → 40)."


def test_short_texts_are_cut_between_words() -> None:
    assert shortened("one two three", 9) == "one two …"
    assert shortened("one two", 9) == "one two"


# --- references


def _cited(count: int, cites: list[str] | None) -> Data:
    doses = {
        f"d{number}": {"drug": "examplin", "purpose": "recommended", "amount": f"{number}0 mg"}
        | ({"cites": cites} if cites else {})
        for number in range(1, count + 1)
    }
    return {
        "kind": "summary",
        "question": "Why?",
        "condition": "examplitis",
        "audiences": ["clinician"],
        "doses": doses,
    }


@pytest.mark.parametrize(
    ("count", "end"), [(1, "1 dose loses its only source (Examplin)"), (4, "4 doses lose their only source")]
)
def test_a_lost_reference_is_told_once_with_what_it_held(count: int, end: str) -> None:
    before, after = closure(_cited(count, ["roe-2020"])), closure(_cited(count, None))
    (change,) = worded(compare_closures(before, after), before, after, numbers={"roe-2020": 2})
    assert change.sentence == f"Reference 2 (Examplin 2020) removed: {end}"
    assert (change.level, change.topic, change.path) == (
        ChangeClass.CRITICAL,
        Topic.CITATION,
        ("references", "roe-2020"),
    )


def test_a_work_that_is_still_cited_elsewhere_is_no_lost_reference() -> None:
    data = _cited(2, ["roe-2020"])
    doses = {**data["doses"], "d2": {**data["doses"]["d2"], "cites": []}}
    before, after = closure(data), closure({**data, "doses": doses})
    assert _sentences(before, after) == ["Examplin (“d2”), source removed: Examplin 2020"]


# --- what cannot be told


def test_what_was_not_compared_says_so_first() -> None:
    before, after = closure(), closure()
    change = ClinicalChange(
        ChangeClass.CRITICAL, Operation.REPLACE, Topic.DOSE, ("doses", "x"), after="odd", is_compared=False
    )
    (told,) = worded([change], before, after)
    assert told.sentence == "NOT COMPARED: doses.x: odd"


def test_new_and_gone_editions_have_a_sentence() -> None:
    assert _sentences(None, closure()) == ["The page is new"]
    assert _sentences(closure(), None) == ["The page is gone"]


@pytest.mark.parametrize("path", [("doses", "nobody", "amount"), ("x",), ("recommendations", "a", "b", "c")])
@pytest.mark.parametrize("operation", list(Operation))
@pytest.mark.parametrize("within", ["", "drug:examplin", "work:nobody", "dose:e#x", "image:p.png", "odd"])
def test_a_path_that_leads_nowhere_has_a_sentence_too(
    path: tuple[str, ...], operation: Operation, within: str
) -> None:
    before, after = closure(), closure()
    for values in (("", "5 mg"), ("5 mg", ""), ("5 mg", "6 mg")):
        change = ClinicalChange(ChangeClass.MAJOR, operation, Topic.DOSE, path, within, *values)
        (told,) = worded([change], before, after)
        assert told.sentence


_ODD: list[Any] = [
    None, 0, True, "", "x", "5 mg", [], {}, [1], ["x"], {"a": 1}, [[]], [{}], [None], {"clinician": 5}, {"id": "x"},
    {"clinician": "Words."}, "not-stated", [{"id": 1}], {"drug": ["x"]},
]  # fmt: skip


@pytest.mark.parametrize("kind", PAGES)
def test_what_no_entry_can_hold_has_a_sentence_too(kind: str) -> None:
    chance, whole = random.Random(1), sample_closure(kind)
    paths = [field.path for field in fields_in(whole).values()]
    for _ in range(400):
        odd = with_value(whole, chance.choice(paths), chance.choice(_ODD))
        for before, after in ((whole, odd), (odd, whole)):
            assert all(_sentences(before, after))


def test_a_sentence_that_is_there_stays() -> None:
    change = ClinicalChange(ChangeClass.MAJOR, Operation.SET, Topic.DOSE, ("x",), sentence="Said.")
    assert worded([change], None, None) == (change,)


def test_every_kind_of_page_was_looked_at() -> None:
    assert set(PAGES) < set(KINDS)
