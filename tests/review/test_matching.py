"""Which item of a list is which later."""

from __future__ import annotations

from typing import Any

import pytest

from generator.review.contents.described import item_name
from generator.review.contents.matching import match_items


def _pairs(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> set[tuple[int, int]]:
    return set(match_items(before, after).pairs)


def test_by_id_even_where_all_else_is_another() -> None:
    before = [{"id": "a", "wording": "One."}, {"id": "b", "wording": "Two."}]
    after = [{"id": "b", "wording": "One."}, {"id": "a", "wording": "Two."}]
    assert _pairs(before, after) == {(0, 1), (1, 0)}


def test_items_with_other_ids_are_other_things_unless_all_else_is_equal() -> None:
    before = [{"id": "a", "wording": "Yawning can occur in a few."}]
    assert _pairs(before, [{"id": "b", "wording": "Yawning can occur in some."}]) == set()
    assert _pairs(before, [{"id": "b", "wording": "Yawning can occur in a few."}]) == {(0, 0)}


def test_by_content_and_then_by_the_field_that_names_one_alone() -> None:
    before = [{"drug": "x", "role": "with"}, {"drug": "y"}, {"drug": "z"}]
    after = [{"drug": "z"}, {"drug": "x", "role": "before"}]
    assert _pairs(before, after) == {(0, 1), (2, 0)}


def test_where_several_have_the_name_the_most_similar_is_meant() -> None:
    before = [
        {"body": "FDA", "indications": ["examplitis of the hip"]},
        {"body": "FDA", "indications": ["yawning in adults"]},
    ]
    after = [
        {"body": "FDA", "indications": ["yawning in all adults"]},
        {"body": "FDA", "indications": ["examplitis of the hip and knee"]},
    ]
    assert _pairs(before, after) == {(0, 1), (1, 0)}


def test_what_has_hardly_a_word_in_common_is_another_thing() -> None:
    before, after = [{"wording": {"c": "Children were studied."}}], [{"wording": {"c": "It costs much."}}]
    matched = match_items(before, after)
    assert (matched.pairs, matched.gone, matched.come) == ([], [0], [0])


def test_marks_make_no_other_words() -> None:
    assert _pairs([{"wording": "It kills."}], [{"wording": "**It kills**"}]) == {(0, 0)}


_STEPS = [{"amount": f"{amount} mg", "duration": "1 wk"} for amount in (80, 60, 40, 30, 20, 10, 5)]


def test_steps_that_nothing_names_are_told_by_their_place_where_most_are_others() -> None:
    doubled = [_STEPS[at] for at in (0, 1, 2, 4)]
    assert _pairs([_STEPS[at] for at in (2, 3, 4, 5)], doubled) == {(0, 0), (1, 1), (2, 2), (3, 3)}


def test_steps_of_which_one_goes_at_the_start_and_one_comes_at_the_end() -> None:
    matched = match_items(_STEPS[2:6], _STEPS[3:7])
    assert (matched.pairs, matched.gone, matched.come) == ([(1, 0), (2, 1), (3, 2)], [0], [3])


def test_a_step_between_others_leaves_them_as_they_are() -> None:
    matched = match_items([_STEPS[2], _STEPS[4]], [_STEPS[2], _STEPS[3], _STEPS[4]])
    assert (matched.pairs, matched.gone, matched.come) == ([(0, 0), (1, 2)], [], [1])


def test_equal_items_are_paired_in_their_order() -> None:
    one = {"every": "1 wk"}
    matched = match_items([one, one], [one, one, one])
    assert (matched.pairs, matched.come, matched.is_reordered) == ([(0, 0), (1, 1)], [2], False)


def test_an_item_that_is_new_or_gone_is_no_new_order() -> None:
    a, b, c = ({"id": name} for name in "abc")
    assert not match_items([a, b], [c, a, b]).is_reordered
    assert not match_items([a, b, c], [a, c]).is_reordered
    assert match_items([a, b, c], [c, a]).is_reordered


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ({"wording": "Words.", "id": "a"}, "a"),
        ({"amount": "5 mg", "drug": "examplin"}, "examplin"),
        ({"test": {"clinician": "Full blood count"}}, "Full blood count"),
        ({"one_of": ["x", "y"]}, "x / y"),
        ({"amount": "10 mg", "rate": "5 mL/h"}, "10 mg, 5 mL/h"),
        ({"wording": {"clinician": "A long sentence " * 9}}, ("A long sentence " * 4)[:60].rstrip() + "…"),
        ("a name", "a name"),
        (7, "7"),
    ],
)
def test_an_item_is_called_by_what_names_it(item: Any, name: str) -> None:
    assert item_name(item) == name
