"""Every list of facts says where it comes from, has rows that fit, and is read by a rule."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

import pytest

from generator.checks.facts import fact_list_names, packaged_facts
from generator.cli.rule_catalogue import rule_catalogue
from generator.package_files import packaged_data

_TEXTS = {"title", "source", "version", "licence"}
_KEYS = _TEXTS | {"retrieved", "partial", "required", "columns", "rows"}


@pytest.fixture(params=fact_list_names())
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((packaged_data() / "lists" / f"{name}.toml").read_text(encoding="utf-8"))


def test_says_where_it_comes_from(name: str) -> None:
    data = _data(name)
    assert data.keys() - {"url"} == _KEYS
    assert [key for key in sorted(_TEXTS) if not data[key].strip()] == []
    assert type(data["retrieved"]) is date
    assert type(data["partial"]) is bool
    assert data.get("url", "https://").startswith("https://")


def test_its_columns_are_told_and_its_rows_fit(name: str) -> None:
    facts = packaged_facts(name)
    assert facts.rows
    assert all(what.strip() for what in facts.columns.values())
    assert facts.required
    assert facts.required <= facts.columns.keys()
    assert [row for row in facts.rows if not facts.fits(row)] == []
    assert {column for row in facts.rows for column in row} == facts.columns.keys()


def test_no_cell_is_empty_and_no_row_stands_twice(name: str) -> None:
    rows = packaged_facts(name).rows
    cells = [(row, cell) for row in rows for value in row.values() for cell in _cells(value)]
    assert [row for row, cell in cells if not cell or cell != cell.strip()] == []
    assert len({tuple(sorted(row.items())) for row in rows}) == len(rows)


def test_a_rule_reads_it_and_says_so(name: str) -> None:
    assert [code for code, one in rule_catalogue().items() if name in one.lists]


def _cells(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value
