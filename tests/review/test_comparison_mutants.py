"""Whatever changes the digest of an edition is told, with the class that its field names."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.change import ChangeClass, ClinicalChange, Operation, worst
from generator.model.digest import closure_text
from generator.model.field import Part
from generator.model.library import KINDS
from generator.model.statement import Statement
from generator.review.contents.comparison import compare_closures
from generator.review.contents.schema_walk import Shape, fields_of
from tests.review.sample_closure import (
    GONE,
    Data,
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


def _told(before: Data, after: Data) -> tuple[ClinicalChange, ...]:
    changes = compare_closures(before, after)
    if closure_text(before) == closure_text(after):
        assert changes == ()
    else:
        assert changes
        assert worst([change.level for change in changes]) is not ChangeClass.NONE
    return changes


def test_the_sample_has_every_field_of_every_part_that_an_edition_can_have() -> None:
    known = {
        f"{part.__name__}.{key}" for kind in PAGES for part in _parts(KINDS[kind]) for key in fields_of(part)
    }
    assert known <= FIELDS.keys()
    assert len(FIELDS) > 500


def _parts(part: type[Part], seen: set[type[Part]] | None = None) -> set[type[Part]]:
    seen = set() if seen is None else seen
    if part not in seen:
        seen.add(part)
        for field in fields_of(part).values():
            for shape in _shapes(field.shape):
                for one in shape.parts[:1]:
                    _parts(one, seen)
    return seen


def _shapes(shape: Shape) -> Iterator[Shape]:
    yield shape
    for inner in filter(None, (shape.items, shape.values)):
        yield from _shapes(inner)


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_that_is_taken_away_or_added_is_told_once_with_its_class(name: str) -> None:
    kind, field = FIELDS[name]
    before = sample_closure(kind)
    after = with_value(before, field.path, GONE)
    (gone,), (come,) = _told(before, after), _told(after, before)
    if field.path != ("content", "kind"):
        is_default = field.default == value_at(before, field.path)
        levels = (ChangeClass.EDITORIAL,) * 2 if is_default else (field.rule.unset, field.rule.set)
        if field.part is not Statement:
            assert (gone.level, come.level) == levels
        assert (gone.operation, come.operation) == (Operation.UNSET, Operation.SET)
        depth = len(gone.path) - 1 - (field.shape.values is not None or _holds_parts(field.shape))
        assert gone.path[depth] == come.path[depth] == field.key
        assert gone.is_compared and come.is_compared


def _holds_parts(shape: Shape) -> bool:
    return shape.items is not None and bool(shape.items.parts)


def test_another_value_of_a_field_is_told_and_compared() -> None:
    for kind, field in FIELDS.values():
        before = sample_closure(kind)
        value = _another(field.shape, value_at(before, field.path))
        if value is None or field.path == ("content", "kind"):
            continue
        after = with_value(before, field.path, value)
        for changes in (_told(before, after), _told(after, before)):
            assert all(change.is_compared for change in changes), str(field)


def _another(shape: Shape, value: Any) -> Any:
    if isinstance(value, str):
        return other_value(shape, value)
    if shape.is_wording:
        return {"clinician": "Quite another thing is said"}
    if isinstance(value, list) and len(value) == 2:
        return value[::-1]
    return None


@pytest.mark.parametrize("garbage", [7, None, [], {}, [[]], {"x": {"y": []}}, "\ud800", True], ids=repr)
def test_what_nobody_understands_is_never_clean(garbage: Any) -> None:
    for kind, field in FIELDS.values():
        before = sample_closure(kind)
        after = with_value(before, field.path, garbage)
        for one, other in itertools.permutations((before, after)):
            changes = compare_closures(one, other)
            assert changes or before == after, str(field)
            assert worst([change.level for change in changes]) is not ChangeClass.NONE or not changes


def test_a_key_of_another_version_of_the_schema_is_not_compared() -> None:
    for kind, field in FIELDS.values():
        before = sample_closure(kind)
        after = with_value(before, (*field.path[:-1], "later-key"), "Something")
        for changes in (_told(before, after), _told(after, before)):
            (change,) = changes
            assert (change.is_compared, change.level) == (False, ChangeClass.CRITICAL), str(field)
            assert "no such field" in change.before + change.after


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)


@given(data=st.data())
def test_no_closure_raises(data: st.DataObject) -> None:
    before = sample_closure(data.draw(st.sampled_from(PAGES)))
    after: Any = data.draw(_JSON)
    for one, other in itertools.permutations((before, after)):
        assert isinstance(compare_closures(one, other), tuple)


@settings(max_examples=200)
@given(data=st.data())
def test_no_value_anywhere_raises_or_is_silent(data: st.DataObject) -> None:
    kind, field = FIELDS[data.draw(st.sampled_from(sorted(FIELDS)))]
    before = sample_closure(kind)
    after = with_value(before, field.path, data.draw(_JSON))
    for one, other in itertools.permutations((before, after)):
        if closure_text(one) != closure_text(other):
            assert compare_closures(one, other)


def test_a_closure_that_nests_without_end_is_not_compared() -> None:
    before = sample_closure("summary")
    at: list[Any] = [{}]
    after = with_value(before, ("content", "algorithm"), at)
    for _ in range(100_000):
        at[0] = {"id": "step", "steps": [{}]}
        at = at[0]["steps"]
    (change,) = compare_closures(before, after)
    assert not change.is_compared
