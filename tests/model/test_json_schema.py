"""The committed JSON Schema: current, accepted by independent validators, fitting the model, teaching the format."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from generator.model.field import Part
from generator.model.json_schema import SCHEMAS
from generator.model.json_schema import json_schema as make_json_schema
from generator.model.library import FOLDERS
from generator.model.quantity import Amount, Concentration, Duration, Quantity, Rate
from generator.model.schema.meanings import explained_choices
from generator.model.unit_pattern import written_form
from generator.model.units import known_units
from generator.sources.strict_yaml import read_yaml


@cache
def json_schema(name: str) -> dict[str, Any]:
    """The schema, made once."""
    return make_json_schema(name)


def parts_of(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The top and every part below it that has fields."""
    yield "", schema
    yield from ((name, part) for name, part in schema["$defs"].items() if "properties" in part)


def fields_of(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field that may be written in a file of this kind."""
    for part, described in parts_of(json_schema(name)):
        for key, field in described["properties"].items():
            yield f"{part}.{key}", field


def all_parts() -> list[type[Part]]:
    """Every kind of part of the model."""
    found: list[type[Part]] = []
    waiting: list[type[Part]] = [Part]
    while waiting:
        below = [one for one in waiting.pop().__subclasses__() if one.__module__.startswith("generator.")]
        found += [one for one in below if one not in found]
        waiting += below
    return sorted(found, key=lambda part: (part.__module__, part.__name__))


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_committed_schema_is_current(name: str, repository: Path) -> None:
    committed = json.loads((repository / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    assert committed == json_schema(name), "run: make schema"


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_is_one(name: str) -> None:
    schema = json_schema(name)
    Draft202012Validator.check_schema(schema)
    assert jsonschema_rs.meta.is_valid(schema)
    assert "$id" not in schema, "an address that does not exist must not be claimed"


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_is_described_with_an_example(name: str) -> None:
    silent = [key for key, field in fields_of(name) if not field.get("description")]
    assert not silent
    bare = [key for key, field in fields_of(name) if "```yaml" not in field.get("markdownDescription", "")]
    assert not bare


@pytest.mark.parametrize("part", all_parts(), ids=lambda part: part.__name__)
def test_every_example_is_accepted_where_it_stands(part: type[Part]) -> None:
    for name, info in part.model_fields.items():
        form: Any = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
        for example in info.examples or ():
            try:
                TypeAdapter(form).validate_python(example)
            except ValidationError as refused:
                pytest.fail(f"{part.__name__}.{name}: {refused}")


@pytest.mark.parametrize("name", SCHEMAS)
def test_no_example_is_typed_by_itself(name: str) -> None:
    """The language server types a lone example that stands on the field itself: an invented dose in an entry."""
    assert not [key for key, field in fields_of(name) if "examples" in field]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_snippet_types_keys_that_exist_and_no_fact(name: str) -> None:
    for part, described in parts_of(json_schema(name)):
        for snippet in described.get("defaultSnippets", ()):
            keys = {key.lstrip("- ") for key in snippet["body"]}
            assert keys <= set(described["properties"]), (part, snippet["label"])
            values = re.findall(r'"([^"]*)"', json.dumps(list(leaves(snippet["body"]))))
            assert all(re.fullmatch(r"\$[0-9]+", value) for value in values), snippet["label"]


def leaves(value: Any) -> Iterator[Any]:
    """What stands at the ends of a tree."""
    if isinstance(value, (dict, list)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from leaves(item)
    else:
        yield value


def test_every_word_that_is_explained_may_stand_somewhere() -> None:
    choices = {
        frozenset(part["enum"])
        for name in SCHEMAS
        for part in schemas_in(json_schema(name))
        if "enumDescriptions" in part
    }
    assert choices == set(explained_choices())


@pytest.mark.parametrize("word", ["not-stated", "no-customary-maximum", "uncited-in-source"])
def test_words_for_silence_are_offered_with_their_meaning(word: str) -> None:
    offered = [part for part in schemas_in(json_schema("summary")) if part.get("const") == word]
    assert offered
    assert all(part["description"] for part in offered)


def schemas_in(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping of a schema."""
    if isinstance(value, dict):
        yield value
    if isinstance(value, (dict, list)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from schemas_in(item)


def test_all_content_fits_the_schema(repository: Path) -> None:
    files = [file for folder in FOLDERS for file in sorted((repository / "content" / folder).glob("*.yml"))]
    assert len(files) > 20
    for file in files:
        root: Any = read_yaml(file.read_bytes(), file.name).root
        schema = json_schema("person" if root["kind"] == "organisation" else root["kind"])
        problems = [f"{list(e.path)}: {e.message}" for e in Draft202012Validator(schema).iter_errors(root)]
        assert not problems, file
        assert jsonschema_rs.Draft202012Validator(schema).is_valid(root), file


_ATOMS = [atom for atoms in known_units().values() for atom in atoms]
_WRONG_UNITS = ["mcg", "hr", "IU", "units", "MG", "µg", ""]
_NUMBERS = st.sampled_from(["0", "5", "0.5", "12.25", "1 to 2", "1 to 2.5"])
_WRONG_NUMBERS = ["1.0", "05", ".5", "1,000", "1-2", "1 – 2", "5 to 10.0", "-1"]
_UNITS = st.lists(st.sampled_from(_ATOMS), min_size=1, max_size=3).map("/".join)
_KINDS = pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("quantity", Quantity),
        ("amount", Amount),
        ("duration", Duration),
        ("rate", Rate),
        ("concentration", Concentration),
    ],
)


def accepted_by(kind: Any, text: str) -> tuple[bool, bool]:
    """Whether the pattern and whether the model accept a text."""
    name, form = kind
    matches = re.search(written_form(name)["pattern"], text) is not None
    try:
        TypeAdapter(form).validate_python(text)
    except ValidationError:
        return matches, False
    return matches, True


@_KINDS
@given(number=_NUMBERS, unit=_UNITS)
def test_the_pattern_accepts_every_amount_that_the_model_accepts(
    name: str, kind: Any, number: str, unit: str
) -> None:
    matches, accepted = accepted_by((name, kind), f"{number} {unit}")
    assert matches or not accepted


@_KINDS
@given(
    number=_NUMBERS,
    wrong_number=st.sampled_from(_WRONG_NUMBERS),
    unit=_UNITS,
    wrong_unit=st.sampled_from(_WRONG_UNITS),
)
def test_the_pattern_refuses_wrong_numbers_and_units_as_the_model_does(
    name: str, kind: Any, number: str, wrong_number: str, unit: str, wrong_unit: str
) -> None:
    for text in (
        f"{wrong_number} {unit}",
        f"{number} {wrong_unit}",
        f"{number} {unit}/{wrong_unit}",
        f"{number}{unit}",
    ):
        assert accepted_by((name, kind), text) == (False, False)


def test_a_key_without_a_value_is_refused_while_typing_and_on_reading() -> None:
    dose = {"drug": "examplin", "purpose": "usual", "amount": "1 mg", "route": None}
    schema = json_schema("summary")
    assert not Draft202012Validator({"$ref": "#/$defs/Dose", "$defs": schema["$defs"]}).is_valid(dose)
    assert [finding.rule.name for finding in read_yaml(b"route:\n", "x.yml").findings] == ["no-value"]
