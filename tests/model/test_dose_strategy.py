"""The random doses reach the whole model: a field that they never draw is one that nothing is tested with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from inspect import get_annotations
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import Phase, given, seed, settings

from generator.model.dose import Dose
from generator.model.field import Part
from tests.model.dose_strategy import doses

_MOST_ROUNDS = 15


def _parts_in(hint: Any) -> Iterator[type[Part]]:
    if isinstance(hint, type) and issubclass(hint, Part):
        yield hint
    for inner in get_args(hint):
        yield from _parts_in(inner)


def _kinds(part: type[Part], known: set[type[Part]]) -> set[type[Part]]:
    if part not in known:
        known.add(part)
        for hint in get_type_hints(part, include_extras=True).values():
            for inner in _parts_in(hint):
                _kinds(inner, known)
    return known


def _home(part: type[Part], field: str) -> str:
    """The part that declares a field: a dose, a step and a variant share what they have in common."""
    homes = [base for base in part.__mro__ if field in get_annotations(base)]
    return f"{homes[-1].__name__}.{field}"


def _note(value: Any, seen: set[str]) -> None:
    if isinstance(value, Part):
        for name in value.model_fields_set:
            seen.add(_home(type(value), name))
            _note(getattr(value, name), seen)
    elif isinstance(value, (tuple, Mapping)):
        for item in value.values() if isinstance(value, Mapping) else value:
            _note(item, seen)


def _wanted() -> set[str]:
    wanted: set[str] = set()
    for part in _kinds(Dose, set()):
        wanted |= {_home(part, name) for name in part.model_fields}
    return wanted


def _drawn(number: int) -> set[str]:
    seen: set[str] = set()

    @seed(number)
    @settings(max_examples=400, database=None, deadline=None, phases=[Phase.generate])
    @given(doses())
    def draw(dose: Dose) -> None:
        _note(dose, seen)

    draw()
    return seen


@pytest.mark.slow
def test_every_field_of_the_model_is_drawn() -> None:
    missing = _wanted()
    for number in range(_MOST_ROUNDS):
        missing -= _drawn(number)
        if not missing:
            break
    assert sorted(missing) == []
