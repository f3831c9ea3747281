"""Fixes inside texts of YAML: they compose, they meet whole words only, and what is not safe is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Finding, Fix, Place, Pointer, Rule, Severity, Waived
from generator.sources.changed_values import change_values
from generator.sources.fix_in_text import fixed_text, occurrences
from generator.sources.fix_places import FixPlaces
from generator.sources.fixes import plan_fixes
from generator.sources.quantity_fix import quantity_fix
from generator.sources.strict_yaml import read_yaml

_RULE = Rule("WRD901", "test-words", Severity.WARNING, "S.", "W.", "C.")
_FORM = Rule("SCH901", "test-form", Severity.ERROR, "S.", "W.", "C.")
_FILE = "content/summaries/a.yml"


def _finding(pointer: Pointer, before: str, after: str, **more: object) -> Finding:
    made = _RULE.finding("m", Place(_FILE, 1, 1), pointer=pointer, fix=Fix(before, after))
    return Finding(**{name: getattr(made, name) for name in made.__slots__} | more)


def _project(folder: Path, text: str) -> Path:
    file = folder / _FILE
    file.parent.mkdir(parents=True)
    file.write_bytes(text.encode())
    return folder


@pytest.mark.parametrize(
    ("text", "before", "after", "fixed"),
    [
        ("50mg and 150mg", "50mg", "50 mg", "50 mg and 150mg"),
        ("µg, µgs, µg.", "µg", "mcg", "mcg, µgs, mcg."),
        (".5 mg, 0.5 mg", ".5", "0.5", "0.5 mg, 0.5 mg"),
        ("a_b", "a", "x", "x_b"),
        ("aa", "", "x", "aa"),
        (r"\1 a", "a", r"\1\g<0>", r"\1 \1\g<0>"),
    ],
)
def test_a_fix_meets_what_adjoins_neither_letter_nor_digit(
    text: str, before: str, after: str, fixed: str
) -> None:
    assert fixed_text(text, Fix(before, after)) == fixed


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("a: 5 µg daily # 5 µg", "a: 5 mcg daily # 5 µg"),
        ("a: '5 µg, it''s' # µg", "a: '5 mcg, it''s' # µg"),
        ('a: "5 \\u00b5g"', 'a: "5 mcg"'),
        ("a: |  # µg\n  one µg\n  two\n\nb: µg", "a: |  # µg\n  one mcg\n  two\n\nb: µg"),
        ("a: >-\r\n  one µg\r\n  two\r\n", "a: >-\r\n  one mcg\r\n  two\r\n"),
        ("a: one µg\n  two µg", "a: one mcg\n  two mcg"),
        ("{a: 5 µg, b: µg}", "{a: 5 mcg, b: µg}"),
    ],
)
def test_layout_comments_quotes_and_line_ends_stay(tmp_path: Path, written: str, mended: str) -> None:
    project = _project(tmp_path, written)
    (file,) = plan_fixes(project, [_finding(("a",), "µg", "mcg")]).files
    assert file.after.decode() == mended
    assert file.before.decode() == written


def test_several_fixes_of_one_text_compose_and_the_same_comes_once(tmp_path: Path) -> None:
    project = _project(tmp_path, "a:\n  - x\n  - 50mg SC daily # why\n")
    found = [
        _finding(("a", 1), "50mg", "50 mg"),
        _finding(("a", 1), "SC", "subcut"),
        _finding(("a", 1), "SC", "subcut", message="for patients too"),
    ]
    plan = plan_fixes(project, found)
    assert plan.files[0].after.decode() == "a:\n  - x\n  - 50 mg subcut daily # why\n"
    assert len(plan.files[0].mended) == 3


def test_a_fix_that_another_left_nothing_to_do_for_is_said(tmp_path: Path) -> None:
    project = _project(tmp_path, "a: 5 µg\n")
    found = [_finding(("a",), "µg", "mcg"), _finding(("a",), "µg", "microgram", message="n")]
    plan = plan_fixes(project, found)
    assert plan.files[0].after.decode() == "a: 5 mcg\n"
    assert [reason for _, reason in plan.refused] == [
        "does not stand in the text in this form; change it by hand"
    ]


def test_a_text_that_is_folded_in_the_middle_is_left_to_a_person(tmp_path: Path) -> None:
    project = _project(tmp_path, "a: >-\n  once\n  daily\nb: once daily\n")
    found = [_finding(("a",), "once daily", "daily"), _finding(("b",), "once daily", "daily")]
    plan = plan_fixes(project, found)
    assert plan.files[0].after.decode() == "a: >-\n  once\n  daily\nb: daily\n"
    assert [reason for _, reason in plan.refused] == [
        "stands in a text that is written in a way that cannot be changed safely; change it by hand"
    ]


@pytest.mark.parametrize(
    "text", ["a: µg\na: µg\n", "a: [µg\n", "\ufeffa: µg\n", "a:\tµg\n", "a: µg\u202e\n", "µg\n", ""]
)
def test_a_file_with_errors_of_form_is_not_changed(tmp_path: Path, text: str) -> None:
    plan = plan_fixes(_project(tmp_path, text), [_finding(("a",), "µg", "mcg")])
    assert plan.files == ()
    assert len(plan.refused) == 1


def test_an_error_of_the_model_in_the_same_file_keeps_it_as_it_is(tmp_path: Path) -> None:
    project = _project(tmp_path, "a: µg\n")
    other = _FORM.finding("m", Place(_FILE, 1, 1), pointer=("a",))
    assert plan_fixes(project, [_finding(("a",), "µg", "mcg"), other]).files == ()


def test_what_is_waived_stays(tmp_path: Path) -> None:
    waived = Waived("Asked.", "jane-roe", "2027-01-31")
    plan = plan_fixes(_project(tmp_path, "a: µg\n"), [_finding(("a",), "µg", "mcg", waived=waived)])
    assert plan == type(plan)()


def test_other_files_and_missing_ones_are_refused(tmp_path: Path) -> None:
    found = [
        _finding((), "µg", "mcg", place=Place("references.bib", 1, 1)),
        _finding(("a",), "µg", "mcg", place=Place("content/gone.yml", 1, 1)),
    ]
    plan = plan_fixes(tmp_path, found)
    assert plan.files == ()
    assert len(plan.refused) == 2


@given(
    st.text(st.sampled_from("aé5 µg.,'\"\\#:-\n"), max_size=30),
    st.text(st.sampled_from("aµg5 ."), min_size=1, max_size=3),
    st.text(st.sampled_from("mcg: #'\"\n\u202e"), max_size=4),
    st.sampled_from(["a: {}\nb: x\n", "a: '{}'\nb: x\n", 'a: "{}"\nb: x\n', "a: |\n  {}\nb: x\n"]),
)
def test_nothing_but_the_text_in_question_ever_changes(
    text: str, before: str, after: str, layout: str
) -> None:
    written = layout.replace("{}", text)
    document = read_yaml(written.encode(), "a.yml")
    fix = Fix(before, after)
    if document.root is None or document.findings or not isinstance(document.root.get("a"), str):
        return
    value = str(document.root["a"])
    changed, left = change_values(written, document.root, {("a",): [fix]} if occurrences(value, fix) else {})
    again = read_yaml(changed.encode(), "a.yml")
    expected = value if left else fixed_text(value, fix)
    assert again.root == {**document.root, "a": expected}
    assert changed.endswith("\nb: x\n")


# --- places, for programs that offer a fix where it belongs


def test_the_places_of_a_fix_are_those_of_the_file(tmp_path: Path) -> None:
    project = _project(tmp_path, "a: x\nb:\n  - >-\n    one µg,\n    two µg\n")
    changes = FixPlaces(project)(_finding(("b", 0), "µg", "mcg"))
    assert [(one.start_line, one.start_column, one.end_line, one.end_column, one.new) for one in changes] == [
        (4, 9, 4, 11, "mcg"),
        (5, 9, 5, 11, "mcg"),
    ]


@pytest.mark.parametrize("text", ['a: "\\u00b5g"\n', "b: µg\n", "a: [", ""])
def test_no_place_is_given_that_is_not_certain(tmp_path: Path, text: str) -> None:
    assert FixPlaces(_project(tmp_path, text))(_finding(("a",), "µg", "mcg")) == ()


# --- quantities


@pytest.mark.parametrize(
    ("value", "message", "after"),
    [
        ("50mg", "“50mg” runs together: write “50 mg”", "50 mg"),
        ("50mg", "“50mg” runs together: write “60 mg”", None),
        ("50mg", "“50mg” runs together: write “50 g”", None),
        ("50mg", "“50mg” runs together: write “50 m g”", None),
        ("50mg", "something else", None),
        (["50mg"], "“50mg” runs together: write “50 mg”", None),
    ],
)
def test_only_the_same_numbers_with_the_same_unit_are_certain(
    value: object, message: str, after: str | None
) -> None:
    fix = quantity_fix(value, message)
    assert (fix.after if fix else None) == after
