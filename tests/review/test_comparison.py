"""What changed between two states of one edition, in the order of gravity."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.change import ChangeClass, ClinicalChange, Operation, Topic
from generator.model.digest import closure_text
from generator.review.contents.comparison import compare_closures
from tests.model.entries import CLINICIAN, SUMMARY
from tests.review.edition_closure import Data, closure, drug, summary

CRITICAL, MAJOR, MINOR, EDITORIAL = (
    ChangeClass.CRITICAL,
    ChangeClass.MAJOR,
    ChangeClass.MINOR,
    ChangeClass.EDITORIAL,
)
SET, UNSET, REPLACE, REORDER, MOVE = (
    Operation.SET,
    Operation.UNSET,
    Operation.REPLACE,
    Operation.REORDER,
    Operation.MOVE,
)
INCREASE, DECREASE = Operation.INCREASE, Operation.DECREASE

USUAL = ("doses", "examplin-usual")
FULL: Data = SUMMARY | {
    "doses": {
        "examplin-usual": SUMMARY["doses"]["examplin-usual"]
        | {
            "days": ["monday", "friday"],
            "maximum": {"per_day": ["150 mg", "3 mg/kg"], "doses_per_day": "2"},
            "renal": [{"for": {"egfr": "less than 30 mL/min"}, "amount": "1 mg/kg"}],
            "titration": {"start": "25 mg/d", "target": "7 mg/wk", "levels": ["25 mg", "50 mg", "100 mg"]},
            "companions": [{"drug": "folin"}, {"drug": "calcin"}],
            "response": "4 to 6 wk",
            "remark": "Take it with food.",
        }
    },
    "monitoring": [
        {"id": "blood", "test": "Full blood count", "when": "weekly", "schedule": [{"every": "1 wk"}]},
        {"id": "liver", "test": "Liver tests", "when": "monthly", "schedule": [{"every": "1 mo"}]},
    ],
    "harms": [
        {"id": "yawning", "boxed": "yes", "wording": "Yawning can occur [@roe-2020].", "cites": ["roe-2020"]},
        {"id": "itch", "wording": "Itching is rare."},
    ],
    "algorithm": [
        {"id": "confirm", "wording": "Confirm that it failed.", "next": [{"if": "it did", "go": "treat"}]},
        {"id": "treat", "wording": "Treat.", "steps": [{"id": "weigh", "wording": "Weigh the patient."}]},
    ],
    "limitations": [
        {"wording": "Children were not studied in any trial so far."},
        {"wording": "Few old people took part."},
        {"wording": "The trials were short."},
    ],
    "studies": {
        "roe": {
            "title": "Trial of Roe",
            "design": "rct",
            "primary": {"outcome": "Yawning", "significant": "no"},
            "secondary": [{"outcome": "Sleep", "significant": "yes"}],
        }
    },
}
RECOMMENDED = SUMMARY["recommendations"][0] | {
    "consider_when": [{"wording": "The illness comes back after years."}],
    "not_when": [{"wording": "There is no sign of it at all."}],
}
FULL["recommendations"] = [RECOMMENDED]


def _changes(before: Data, after: Data, **quoted: Data) -> tuple[ClinicalChange, ...]:
    return compare_closures(closure(before), closure(after, "clinician", **quoted))


def _only(before: Data, after: Data, **quoted: Data) -> ClinicalChange:
    (change,) = _changes(before, after, **quoted)
    return change


def _full(*path_and_value: Any) -> Data:
    return summary(*path_and_value, base=FULL)


CASES: list[tuple[list[Any], Operation, ChangeClass, tuple[str, ...]]] = [
    # amounts and limits
    ([*USUAL, "amount", "1 to 3 mg/kg"], INCREASE, CRITICAL, (*USUAL, "amount")),
    ([*USUAL, "amount", "1 to 1.5 mg/kg"], DECREASE, CRITICAL, (*USUAL, "amount")),
    ([*USUAL, "amount", "0.5 to 3 mg/kg"], REPLACE, CRITICAL, (*USUAL, "amount")),
    ([*USUAL, "amount", "1 to 2 g/kg"], INCREASE, CRITICAL, (*USUAL, "amount")),
    ([*USUAL, "amount", "1 to 2 mg"], REPLACE, CRITICAL, (*USUAL, "amount")),
    ([*USUAL, "amount", "1000 to 2000 ug/kg"], REPLACE, EDITORIAL, (*USUAL, "amount")),
    ([*USUAL, "every", "24 h"], REPLACE, EDITORIAL, (*USUAL, "every")),
    ([*USUAL, "every", "1 wk"], INCREASE, CRITICAL, (*USUAL, "every")),
    ([*USUAL, "titration", "target", "1 mg/d"], REPLACE, CRITICAL, (*USUAL, "titration", "target")),
    ([*USUAL, "maximum", "per_day", ["200 mg", "3 mg/kg"]], INCREASE, CRITICAL, (*USUAL, "maximum", "per_day")),
    ([*USUAL, "maximum", "per_day", ["100 mg", "3 mg/kg"]], DECREASE, MAJOR, (*USUAL, "maximum", "per_day")),
    ([*USUAL, "maximum", "per_day", ["150 ug", "3 mg/kg"]], DECREASE, CRITICAL, (*USUAL, "maximum", "per_day")),
    ([*USUAL, "maximum", "per_day", "150 mg"], UNSET, CRITICAL, (*USUAL, "maximum", "per_day")),
    ([*USUAL, "maximum", "doses_per_day", "3"], INCREASE, CRITICAL, (*USUAL, "maximum", "doses_per_day")),
    ([*USUAL, "maximum", None], UNSET, CRITICAL, (*USUAL, "maximum")),
    ([*USUAL, "maximum", "not-stated"], UNSET, CRITICAL, (*USUAL, "maximum")),
    ([*USUAL, "maximum", "no-customary-maximum"], REPLACE, CRITICAL, (*USUAL, "maximum")),
    ([*USUAL, "response", {"words": "within weeks"}], REPLACE, CRITICAL, (*USUAL, "response")),
    ([*USUAL, "route", "rectal"], REPLACE, CRITICAL, (*USUAL, "route")),
    ([*USUAL, "route", ["oral", "rectal"]], SET, CRITICAL, (*USUAL, "route")),
    ([*USUAL, "days", ["monday", "sunday"]], REPLACE, CRITICAL, (*USUAL, "days")),
    ([*USUAL, "days", ["friday", "monday"]], REORDER, MINOR, (*USUAL, "days")),
    ([*USUAL, "titration", "levels", 2, "200 mg"], INCREASE, CRITICAL, (*USUAL, "titration", "levels")),
    ([*USUAL, "phase", "any"], SET, EDITORIAL, (*USUAL, "phase")),
    ([*USUAL, "phase", "relapse"], SET, CRITICAL, (*USUAL, "phase")),
    # citations
    ([*USUAL, "cites", "uncited-in-source"], UNSET, CRITICAL, (*USUAL, "cites")),
    ([*USUAL, "cites", ["roe-2020", "doe-2021"]], SET, MAJOR, (*USUAL, "cites", "doe-2021")),
    ([*USUAL, "cites", ["doe-2021"]], REPLACE, CRITICAL, (*USUAL, "cites")),
    (["harms", 0, "wording", "Yawning can occur."], UNSET, CRITICAL,
     ("harms", "yawning", "wording", "cites", "roe-2020")),
    (["harms", 0, "wording", "Yawning [@roe-2020] can occur."], MOVE, CRITICAL,
     ("harms", "yawning", "wording", "cites")),
    # a part as a whole
    (["harms", [FULL["harms"][0]]], UNSET, CRITICAL, ("harms", "itch")),
    (["harms", [*FULL["harms"], {"id": "cough", "wording": "Cough."}]], SET, MAJOR, ("harms", "cough")),
    (["harms", 0, "boxed", None], UNSET, CRITICAL, ("harms", "yawning", "boxed")),
    (["harms", 0, "boxed", "no"], REPLACE, CRITICAL, ("harms", "yawning", "boxed")),
    (["harms", 1, "id", "itching"], REPLACE, CRITICAL, ("harms", "itch", "id")),
    ([*USUAL, "companions", [{"drug": "calcin"}]], UNSET, CRITICAL, (*USUAL, "companions", "folin")),
    (["monitoring", 0, "schedule", [{"every": "2 wk"}]], INCREASE, CRITICAL,
     ("monitoring", "blood", "schedule", "1 wk", "every")),
    # words
    (["harms", 1, "wording", "Itching is never rare."], REPLACE, CRITICAL, ("harms", "itch", "wording")),
    (["limitations", 2, "wording", "The trials were too short."], REPLACE, MAJOR,
     ("limitations", "The trials were short.", "wording")),
    (["limitations", 2, "wording", "Trials were short"], REPLACE, EDITORIAL,
     ("limitations", "The trials were short.", "wording")),
    ([*USUAL, "remark", "Take it with milk."], REPLACE, CRITICAL, (*USUAL, "remark")),
    (["recommendations", 0, "not_when", 0, "wording", "There is no trace of it at all."], REPLACE, CRITICAL,
     ("recommendations", "try-examplin", "not_when", "There is no sign of it at all.", "wording")),
    # order
    (["monitoring", FULL["monitoring"][::-1]], REORDER, MINOR, ("monitoring",)),
    (["algorithm", FULL["algorithm"][::-1]], REORDER, CRITICAL, ("algorithm",)),
]  # fmt: skip


@pytest.mark.parametrize(("changed", "operation", "level", "path"), CASES, ids=lambda value: str(value)[:60])
def test_one_fact_is_one_change(
    changed: list[Any], operation: Operation, level: ChangeClass, path: tuple[str, ...]
) -> None:
    change = _only(FULL, _full(*changed))
    assert (change.operation, change.level, change.path) == (operation, level, path)
    assert change.is_compared
    assert change.sentence == ""
    assert change.within == ""


def test_a_number_tells_both_values_as_written() -> None:
    change = _only(FULL, _full(*USUAL, "amount", "500 to 2000 ug/kg"))
    assert (change.before, change.after, change.topic) == ("1 to 2 mg/kg", "500 to 2000 ug/kg", Topic.DOSE)


def test_a_fact_that_was_not_stated_is_added() -> None:
    change = _only(_full(*USUAL, "maximum", "not-stated"), FULL)
    assert (change.operation, change.level, change.before) == (SET, MAJOR, "not-stated")
    assert change.after == "150 mg, 3 mg/kg, 2"


def test_a_whole_part_tells_its_words() -> None:
    change = _only(FULL, _full("harms", [FULL["harms"][0]]))
    assert (change.before, change.after) == ("Itching is rare.", "")


def test_items_are_matched_by_id_and_never_by_position() -> None:
    swapped = _full("monitoring", [FULL["monitoring"][1], FULL["monitoring"][0] | {"when": "daily"}])
    changes = _changes(FULL, swapped)
    assert {(change.operation, change.path) for change in changes} == {
        (REORDER, ("monitoring",)),
        (REPLACE, ("monitoring", "blood", "when")),
    }


def test_statements_are_matched_by_their_text() -> None:
    told = FULL["limitations"]
    after = _full("limitations", [told[2], {"wording": "Children were not studied in any trial until now."}])
    assert {(change.operation, change.path) for change in _changes(FULL, after)} == {
        (UNSET, ("limitations", "Few old people took part.")),
        (REPLACE, ("limitations", "Children were not studied in any trial so far.", "wording")),
        (REORDER, ("limitations",)),
    }


def test_what_is_put_before_the_others_changes_nothing_else() -> None:
    after = _full("limitations", [{"wording": "Everything is invented."}, *FULL["limitations"]])
    assert _only(FULL, after).path == ("limitations", "Everything is invented.")


def test_a_part_in_another_list_has_moved() -> None:
    blood, liver = FULL["monitoring"]
    after = _full("monitoring", [liver]) | {"baseline_checks": [blood | {"when": "daily"}]}
    reader = CLINICIAN | {"sections": [*CLINICIAN["sections"], "checks"]}
    before, later = (closure(one, clinician=reader) for one in (FULL, after))
    moved, when = sorted(compare_closures(before, later), key=lambda change: change.path)
    assert (moved.operation, moved.level) == (MOVE, MAJOR)
    assert (moved.before, moved.after) == ("monitoring", "baseline_checks")
    assert moved.path == ("baseline_checks", "blood")
    assert when.path == ("baseline_checks", "blood", "when")


def test_a_reason_against_that_becomes_one_for_is_critical() -> None:
    both = [*RECOMMENDED["consider_when"], *RECOMMENDED["not_when"]]
    after = _full("recommendations", [RECOMMENDED | {"consider_when": both, "not_when": []}])
    change = _only(FULL, after)
    assert (change.operation, change.level) == (MOVE, CRITICAL)
    assert change.before == "recommendations/try-examplin/not_when"
    assert change.after == "recommendations/try-examplin/consider_when"


def test_a_step_that_goes_below_another_has_moved() -> None:
    confirm, treat = FULL["algorithm"]
    after = _full("algorithm", [treat | {"steps": [*treat["steps"], confirm]}])
    change = _only(FULL, after)
    assert (change.operation, change.level) == (MOVE, CRITICAL)
    assert change.path == ("algorithm", "treat", "steps", "confirm")


def test_a_check_time_that_another_check_has_as_well_did_not_move() -> None:
    blood, liver = FULL["monitoring"]
    times = [{"every": "1 wk"}, {"every": "1 mo"}]
    after = _full("monitoring", [blood | {"schedule": None}, liver | {"schedule": times}])
    del after["monitoring"][0]["schedule"]
    assert {change.operation for change in _changes(FULL, after)} == {SET, UNSET}


def test_a_primary_outcome_that_became_secondary_has_moved() -> None:
    study = FULL["studies"]["roe"]
    after = study | {"secondary": [*study["secondary"], study["primary"]]}
    del after["primary"]
    change = _only(FULL, _full("studies", "roe", after))
    assert (change.operation, change.before, change.after) == (
        MOVE,
        "studies/roe/primary",
        "studies/roe/secondary",
    )


def test_another_id_of_a_dose_is_one_change_beside_its_quotes() -> None:
    after = _full("doses", {"usual": FULL["doses"]["examplin-usual"]})
    after["options"] = [FULL["options"][0] | {"doses": ["usual"]}]
    assert {(change.path, change.before, change.after) for change in _changes(FULL, after)} == {
        (("doses", "usual", "id"), "examplin-usual", "usual"),
        (("options", "examplin", "doses"), "examplin-usual", "usual"),
    }


def test_criticals_come_first_then_paths() -> None:
    after = _full(*USUAL, "amount", "3 mg/kg")
    after["limitations"] = FULL["limitations"][:2]
    after["harms"] = [*FULL["harms"], {"id": "cough", "wording": "Cough."}]
    told = [(change.level, change.path[0]) for change in _changes(FULL, after)]
    assert told == [(CRITICAL, "doses"), (MAJOR, "harms"), (MAJOR, "limitations")]


# --- what is quoted


def test_a_change_in_a_quoted_drug_is_told_within_it() -> None:
    change = _only(SUMMARY, SUMMARY, examplin=drug(name="examplinum"))
    assert (change.within, change.path, change.level) == ("drug:examplin", ("name",), CRITICAL)
    brands = [{"name": "Exemplum", "country": "not-stated"}]
    change = _only(SUMMARY, SUMMARY, examplin=drug(brands=brands))
    assert (change.path, change.operation) == (("brands", "Exemplar", "name"), REPLACE)


def test_a_citation_says_that_a_work_is_quoted() -> None:
    uncited = summary(*USUAL, "cites", "uncited-in-source")
    uncited["recommendations"] = [
        SUMMARY["recommendations"][0] | {"wording": "Consider examplin.", "cites": "uncited-in-source"}
    ]
    assert "work:roe-2020" not in closure(uncited)["quotes"]
    told = _changes(uncited, SUMMARY)
    assert {change.topic for change in told} == {Topic.CITATION}
    assert {change.within for change in told} == {""}


@pytest.mark.parametrize(
    ("name", "level"),
    [("drug:examplin", CRITICAL), ("work:roe-2020", CRITICAL), ("condition:examplitis", CRITICAL)],
)
def test_what_is_still_quoted_and_is_there_no_more_is_told(name: str, level: ChangeClass) -> None:
    before = closure()
    after = before | {"quotes": {key: part for key, part in before["quotes"].items() if key != name}}
    (change,) = compare_closures(before, after)
    assert (change.within, change.path, change.operation, change.level) == (name, (), UNSET, level)
    (change,) = compare_closures(after, before)
    assert (change.operation, change.level) == (SET, MAJOR)


def test_an_own_dose_that_is_also_quoted_is_told_once() -> None:
    assert "dose:question#examplin-usual" in closure()["quotes"]
    assert _only(SUMMARY, summary(*USUAL, "amount", "1 to 3 mg/kg")).within == ""


def test_a_dose_of_another_entry_is_told_within_it() -> None:
    other = SUMMARY | {"doses": {"slow": SUMMARY["doses"]["examplin-usual"]}}
    quoting = summary("recommendations", 0, "wording", "Consider {dose:other#slow}.")
    faster = summary("doses", "slow", "every", "8 h", base=other)
    before, after = (closure(quoting, other=one) for one in (other, faster))
    (change,) = compare_closures(before, after)
    assert (change.within, change.path, change.operation) == ("dose:other#slow", ("every",), DECREASE)


def test_a_picture_with_other_bytes_is_critical() -> None:
    before = closure()
    one, other = (before | {"quotes": {"image:plexus.png": digit * 64}} for digit in "01")
    (change,) = compare_closures(one, other)
    assert (change.within, change.level, change.operation) == ("image:plexus.png", CRITICAL, REPLACE)


# --- editions that come and go


def test_an_edition_that_is_gone_is_critical_and_a_new_one_weighs_what_it_adds() -> None:
    (gone,) = compare_closures(closure(), None)
    assert (gone.operation, gone.level, gone.path) == (UNSET, CRITICAL, ())
    (new,) = compare_closures(None, closure())
    assert (new.operation, new.level, new.path) == (SET, CRITICAL, ())
    plain = {
        key: value for key, value in SUMMARY.items() if key in ("kind", "question", "condition", "audiences")
    }
    (new,) = compare_closures(None, closure(plain))
    assert new.level is MAJOR
    assert compare_closures(None, None) == ()


def test_the_same_is_silent() -> None:
    assert compare_closures(closure(FULL), closure(FULL)) == ()


# --- what cannot be compared


@pytest.mark.parametrize(
    "broken",
    [
        {"content": {"kind": "poem"}},
        {"content": "gone"},
        {"content": None},
        {"entry": "other"},
        {"edition": "patient"},
        {"later": "something"},
        {"quotes": ["drug:examplin"]},
        {"quotes": {"drug:examplin": "a text"}},
        {"quotes": {"song:examplin": {"title": "La"}}},
    ],
)
def test_what_is_no_state_of_the_edition_is_not_compared(broken: Data) -> None:
    before = closure()
    after = before | broken
    for one, other in ((before, after), (after, before)):
        told = [change for change in compare_closures(one, other) if not change.is_compared]
        assert told
        assert {change.level for change in told} == {CRITICAL}


@pytest.mark.parametrize(
    "amount", ["twenty mg", "20 mgs", "20", "20 mg " + 300 * "x", "1.0 mg", "9" * 400 + " mg"]
)
def test_an_amount_that_cannot_be_read_is_not_compared(amount: str) -> None:
    before = closure()
    after = closure()
    after["content"]["doses"]["examplin-usual"] |= {"amount": amount}
    told = compare_closures(before, after)
    assert [(change.path, change.is_compared) for change in told if not change.within] == [
        ((*USUAL, "amount"), False)
    ]
    assert "cannot be read" in told[0].after


def test_where_nobody_can_tell_what_differs_that_is_said() -> None:
    before, after = closure(), closure()
    after["content"]["later"] = None
    assert closure_text(before) != closure_text(after)
    (change,) = compare_closures(before, after)
    assert (change.is_compared, change.level) == (False, CRITICAL)
    assert "the digests differ" in change.after
