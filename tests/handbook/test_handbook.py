"""The editors' handbook: current, whole, and true: every example passes the model, every command and link is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import pytest
from click.testing import CliRunner
from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.cli import main
from generator.handbook import HandbookError, with_generated_parts
from generator.model.edition import SECTION_FIELDS
from generator.model.entries.summary import Summary
from generator.model.field import Part
from generator.model.json_schema import SCHEMAS, json_schema
from generator.model.library import KINDS
from generator.sources.strict_yaml import read_yaml

_PAGE = Path(__file__).parents[2] / "docs" / "editing.md"
_TEXT = _PAGE.read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```yaml\n(.*?)\n```$", re.MULTILINE | re.DOTALL)


def test_the_page_is_current() -> None:
    assert with_generated_parts(_TEXT) == _TEXT, "run: make schema"


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_of_every_kind_has_its_row(name: str) -> None:
    schema = json_schema(name)
    sections = sections_of(_TEXT)
    parts = {key: part for key, part in schema["$defs"].items() if "properties" in part and key[0].isupper()}
    headings = {f"Part: {key}": part for key, part in parts.items()}
    headings |= {heading: schema for heading in sections if re.match(rf"The file of an? {name}:", heading)}
    assert len(headings) == len(parts) + 1
    for heading, part in headings.items():
        rows = re.findall(r"^\| `(\w+)` \|", sections[heading], re.MULTILINE)
        assert rows == list(part["properties"]), heading


def sections_of(text: str) -> dict[str, str]:
    """Each heading with what stands below it. A ``#`` within an example is a comment."""
    found: dict[str, str] = {}
    heading, fenced = "", False
    for line in text.splitlines():
        fenced ^= line.startswith("```")
        if not fenced and (match := re.match(r"#{1,6} (.*)", line)):
            heading = match[1]
            found[heading] = ""
        else:
            found[heading] += f"{line}\n"
    return found


def examples() -> Iterator[Any]:
    """Each YAML block with the kind of part whose fields it holds."""
    for heading, body in sections_of(_TEXT).items():
        for number, block in enumerate(_BLOCK.findall(body), start=1):
            yield pytest.param(part_of(heading), block, id=f"{heading} {number}")


def part_of(heading: str) -> type[BaseModel]:
    """The kind of part that a section is about; hand-written sections show fields of a summary."""
    if match := re.match(r"The file of an? ([a-z-]+):", heading):
        return SCHEMAS[match[1]]
    return all_parts()[heading.removeprefix("Part: ")] if heading.startswith("Part: ") else Summary


@cache
def all_parts() -> dict[str, type[Part]]:
    """Every kind of part of the model, by name."""
    found: dict[str, type[Part]] = {}
    waiting: list[type[Part]] = [Part]
    while waiting:
        below = [one for one in waiting.pop().__subclasses__() if one.__module__.startswith("generator.")]
        found |= {one.__name__: one for one in below}
        waiting += below
    return found


@pytest.mark.parametrize(("part", "block"), list(examples()))
def test_every_example_can_be_read_and_passes_the_model(part: type[BaseModel], block: str) -> None:
    document = read_yaml(block.encode(), "example.yml")
    assert not document.findings
    assert document.root is not None
    try:
        if part is Summary and block.startswith("kind:"):
            KINDS[str(document.root["kind"])].model_validate(document.root)
        else:
            check_fields(part, document.root)
    except ValidationError as refused:
        pytest.fail(f"{part.__name__}: {refused}")


def check_fields(part: type[BaseModel], written: dict[str, Any]) -> None:
    """Each field by itself, as the examples of a part exclude each other."""
    forms = {info.alias or name: info for name, info in part.model_fields.items()}
    assert set(written) <= set(forms), part.__name__
    for key, value in written.items():
        info = forms[key]
        form: Any = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
        TypeAdapter(form).validate_python(value)


def test_every_command_that_is_named_exists() -> None:
    named = set(re.findall(r"clinsum ([a-z-]+)", _TEXT))
    assert {"new", "check", "where", "add-reference", "migrate"} <= named
    assert named <= set(main.commands)
    made = set(re.findall(r"clinsum new ([a-z]+)", _TEXT))
    assert made <= set(main.commands["new"].commands)  # type: ignore[attr-defined]


def test_every_link_within_the_page_leads_somewhere() -> None:
    anchors = {
        re.sub(r"[^a-z0-9 _-]", "", heading.lower()).replace(" ", "-") for heading in sections_of(_TEXT)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", _TEXT)) <= anchors


def test_every_section_that_an_audience_can_list_is_named() -> None:
    listed = re.findall(r"^\| `([a-z-]+)` \|", sections_of(_TEXT)["Words for each reader"], re.MULTILINE)
    assert listed == list(SECTION_FIELDS)


def test_a_limit_is_never_offered_as_a_text() -> None:
    assert "| a limit |" in _TEXT
    assert "a limit, or a text" not in _TEXT


def test_what_is_written_by_hand_stays() -> None:
    current = with_generated_parts(_TEXT)
    stale = re.sub(r"\| `purpose` .*\n", "", current).replace("## Begin\n", "## Begin here\n")
    assert with_generated_parts(stale) == current.replace("## Begin\n", "## Begin here\n")


def test_a_page_without_marks_is_refused_and_stays(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# My page\n", encoding="utf-8")
    with pytest.raises(HandbookError, match="generated: units"):
        with_generated_parts("# My page\n")
    ran = CliRunner().invoke(main, ["schema", "--out", str(tmp_path / "schema"), "--handbook", str(page)])
    assert ran.exit_code == 2
    assert "<!-- generated: units -->" in ran.output
    assert page.read_text(encoding="utf-8") == "# My page\n"


def test_a_page_that_is_no_text_is_refused_in_words_and_nothing_is_written(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_bytes(b"\xff\xfe")
    ran = CliRunner().invoke(main, ["schema", "--out", str(tmp_path / "schema"), "--handbook", str(page)])
    assert ran.exit_code == 2
    assert "is not UTF-8 text" in ran.output
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]
