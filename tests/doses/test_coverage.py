"""Every field of a dose, and every word that a field may hold, is shown by at least one dose of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from generator.model.dose import Dose
from generator.model.field import Part
from tests.doses.test_doses import CASES


def _reachable(part: type[Part]) -> Iterator[type[Part]]:
    yield part
    for hint in get_type_hints(part).values():
        for inner in _classes_of(hint):
            yield from _reachable(inner)


def _classes_of(hint: Any) -> Iterator[type[Part]]:
    if isinstance(hint, type) and issubclass(hint, Part):
        yield hint
    for inner in get_args(hint):
        yield from _classes_of(inner)


PARTS = sorted(set(_reachable(Dose)), key=lambda part: part.__name__)
"""The parts that an editor writes. An administration is written as a dose, a step or a variant."""


def _parts_of(value: Any) -> Iterator[Part]:
    if isinstance(value, Part):
        yield value
        for name in value.model_fields_set:
            yield from _parts_of(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _parts_of(one)


WRITTEN = [part for case in CASES for part in _parts_of(Dose.model_validate(case.data))]


def _words_of(hint: Any) -> Iterator[str]:
    """The words that a field may hold: those of its `Literal`, also within a list or beside another type."""
    if get_origin(hint) is Literal:
        yield from (str(word) for word in get_args(hint))
    else:
        for inner in get_args(hint):
            yield from _words_of(inner)


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple):
        for one in value:
            yield from _leaves(one)
    else:
        yield value


def _words() -> Iterator[tuple[str, str]]:
    """Each field by name with each word that it may hold."""
    for part in PARTS:
        for name, hint in get_type_hints(part, include_extras=True).items():
            if name in part.model_fields:
                yield from ((name, word) for word in _words_of(hint))


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_field_is_written_somewhere(part: type[Part]) -> None:
    written = {name for one in WRITTEN if type(one) is part for name in one.model_fields_set}
    assert set(part.model_fields) - written == set()


def test_every_word_is_written_somewhere() -> None:
    held = {
        (name, leaf)
        for one in WRITTEN
        for name in type(one).model_fields
        for leaf in _leaves(getattr(one, name))
        if isinstance(leaf, str)
    }
    assert sorted(set(_words()) - held) == []
