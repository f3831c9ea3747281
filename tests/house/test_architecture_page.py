"""docs/ARCHITECTURE.md tells the truth: each invariant names tests that exist, each room has its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

_TEST_NAME = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


@pytest.fixture(scope="module")
def page(repository: Path) -> str:
    return (repository / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8")


def _invariants(page: str) -> list[str]:
    section = page.split("## Invariants", 1)[1].split("\n## ", 1)[0]
    return [row for row in section.splitlines() if row.startswith("|")][2:]


def test_every_invariant_names_a_test(page: str) -> None:
    rows = _invariants(page)
    assert len(rows) >= 10
    assert [row for row in rows if not _TEST_NAME.search(row)] == []


def test_every_named_test_exists(page: str, repository: Path) -> None:
    missing = []
    for file, name in _TEST_NAME.findall(page):
        path = repository / file
        if not path.is_file() or (name and f"def {name}(" not in path.read_text(encoding="utf-8")):
            missing.append(f"{file}::{name}")
    assert missing == []


def test_every_room_is_described(page: str, repository: Path) -> None:
    entries = (repository / "generator").iterdir()
    rooms = {
        path.stem for path in entries if path.name[0] not in "_." and path.name not in ("data", "py.typed")
    }
    assert sorted(room for room in rooms if f"`{room}" not in page) == []


def test_it_stays_short(page: str) -> None:
    # Two printed pages, at about 600 words each in this form.
    assert len(page.split()) <= 1_300


def test_every_decision_stands_in_its_index(repository: Path) -> None:
    folder = repository / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    pages = {path.name for path in folder.glob("[0-9]*.md")}
    assert pages == set(re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", index))
