"""Each rule of the model against its broken case: who refuses it, in which words, while typing or on checking."""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from generator.model.json_schema import SCHEMAS, json_schema
from generator.sources.strict_yaml import read_yaml

_FILE = Path(__file__).with_name("broken_content.yml")
_ROOT: Any = read_yaml(_FILE.read_bytes(), _FILE.name).root
CASES: list[dict[str, Any]] = _ROOT["cases"]
SOUND: dict[str, dict[str, Any]] = _ROOT["sound"]


@cache
def validators(kind: str) -> tuple[Any, Any]:
    """Two independent validators of the schema."""
    schema = json_schema(kind)
    return Draft202012Validator(schema), jsonschema_rs.Draft202012Validator(schema)


def broken(case: dict[str, Any]) -> Any:
    """The sound entry with its one fault."""
    entry = copy.deepcopy(SOUND[case["in"]])
    place: Any = {"": entry}
    step: Any = ""
    for name in filter(None, case.get("at", "").split(".")):
        place, step = place[step], int(name) if name.isdigit() else name
    if "instead" in case:
        place[step] = case["instead"]
        return entry
    part = place[step]
    part.update(case.get("write", {}))
    if "remove" in case:
        del part[case["remove"]]
    if "empty" in case:
        part[case["empty"]] = None
    return entry


@pytest.mark.parametrize("kind", SOUND)
def test_the_sound_entries_are_accepted(kind: str) -> None:
    SCHEMAS[kind].model_validate(SOUND[kind])
    assert [validator.is_valid(SOUND[kind]) for validator in validators(kind)] == [True, True]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_the_model_refuses_it_in_words(case: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as refused:
        SCHEMAS[case["in"]].model_validate(broken(case))
    said = " | ".join(error["msg"] for error in refused.value.errors())
    assert case["says"] in said


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_the_schema_refuses_it_unless_only_the_model_can(case: dict[str, Any]) -> None:
    accepted = [validator.is_valid(broken(case)) for validator in validators(case["in"])]
    only_the_model = "model_only" in case
    assert accepted == [only_the_model, only_the_model], case.get("model_only", case["rule"])


def test_there_is_a_case_for_every_kind() -> None:
    assert {case["in"] for case in CASES} == set(SCHEMAS) == set(SOUND)
    assert len({case["rule"] for case in CASES}) == len(CASES) >= 60
