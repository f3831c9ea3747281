"""Each fault of the source pages is found: on the page, and in an unrelated entry; and not where it was mended."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.sources.load import load_library
from tests.checks.checked import checked
from tests.checks.rule_fixture import SHARED

_BLOCK = re.compile(r"^```\w+ file=(?P<file>\S+)\n(?P<text>.*?)^```$", re.M | re.S)
_MARK = re.compile(r"(?P<before>.*?)(?:#|%|<!--) <- (?P<names>[a-z-]+(?:, [a-z-]+)*)")
_DRUGS = (
    "ciclosporin", "cyclophosphamide", "examplin", "immunoglobulin", "infliximab", "methotrexate",
    "mycophenolate-mofetil", "prednisone", "samplin",
)  # fmt: skip
_ROWS = sorted(Path(__file__).parent.glob("*.md"))


class _Project(NamedTuple):
    title: str
    files: dict[str, str]
    marks: set[tuple[str, int, str]]


def _shared() -> dict[str, str]:
    drug = "kind: drug\nname: {}\nbrands: not-stated\ndrug_class: A class\nmechanism: not-stated\n"
    named = {f"content/drugs/{name}.yml": drug.format(name.replace("-", " ")) for name in _DRUGS}
    condition = SHARED["content/conditions/plexopathy.yml"].replace("Plexopathy", "Examplitis")
    return {**SHARED, **named, "content/conditions/examplitis.yml": condition}


def _projects(path: Path) -> list[_Project]:
    _, *parts = re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.M)
    return [_project(part) for part in parts]


def _project(part: str) -> _Project:
    blocks = {block["file"]: block["text"] for block in _BLOCK.finditer(part)}
    marks = {
        (file, number if mark["before"] else number + 1, name)
        for file, text in blocks.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if (mark := _MARK.match(line)) is not None
        for name in mark["names"].split(", ")
    }
    return _Project(part.partition("\n")[0], blocks, marks)


def _found(project: _Project, folder: Path, names: set[str]) -> set[tuple[str, int, str]]:
    for name, text in {**_shared(), **project.files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    library, findings = load_library(folder)
    assert not [f"{one.place}: {one.message}" for one in findings]
    return {
        (one.place.file, one.place.line, one.rule.name) for one in checked(library) if one.rule.name in names
    }


def test_no_row_was_lost() -> None:
    assert len(_ROWS) >= 28


@pytest.mark.parametrize("row", _ROWS, ids=lambda path: path.stem)
def test_the_fault_is_found_there_and_elsewhere_and_not_where_it_was_mended(
    row: Path, tmp_path: Path
) -> None:
    projects = _projects(row)
    assert [one.title for one in projects] == [
        "The page",
        "Elsewhere",
        "The page, mended",
        "Elsewhere, mended",
    ]
    names = {name for one in projects for _, _, name in one.marks}
    for number, project in enumerate(projects):
        assert bool(project.marks) is (number < 2), project.title
        assert _found(project, tmp_path / str(number), names) == project.marks, project.title
