"""The committed JSON Schema: current, accepted by an independent validator, and fitting the model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.model.json_schema import SCHEMAS, json_schema
from generator.model.library import FOLDERS
from generator.sources.strict_yaml import read_yaml
from tests.model.entries import SUMMARY


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_committed_schema_is_current(name: str, repository: Path) -> None:
    committed = json.loads((repository / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    assert committed == json_schema(name), "run: make schema"


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_is_described(name: str) -> None:
    schema = json_schema(name)
    parts = [schema, *schema.get("$defs", {}).values()]
    silent = [
        key
        for part in parts
        for key, field in part.get("properties", {}).items()
        if "description" not in field
    ]
    assert not silent


def test_all_content_fits_the_schema(repository: Path) -> None:
    files = [file for folder in FOLDERS for file in sorted((repository / "content" / folder).glob("*.yml"))]
    assert len(files) > 20
    for file in files:
        root: Any = read_yaml(file.read_bytes(), file.name).root
        name = "person" if root["kind"] == "organisation" else root["kind"]
        problems = [
            f"{list(e.path)}: {e.message}" for e in Draft202012Validator(json_schema(name)).iter_errors(root)
        ]
        assert not problems, file


@pytest.mark.parametrize(
    "broken",
    [
        {"question": None},
        {"maximun": "3"},
        {"doses": {"x": {"drug": "examplin", "purpose": "recommended", "amount": "5"}}},
        {
            "recommendations": [
                {"id": "r", "direction": "up", "strength": "strong", "certainty": "low", "wording": "x"}
            ]
        },
        {"condition": "Not An Id"},
    ],
    ids=["null", "unknown key", "missing unit", "unknown direction", "bad id"],
)
def test_the_schema_refuses_what_the_model_refuses(broken: dict[str, Any]) -> None:
    validator = Draft202012Validator(json_schema("summary"))
    assert validator.is_valid(SUMMARY)
    assert not validator.is_valid(SUMMARY | broken)
