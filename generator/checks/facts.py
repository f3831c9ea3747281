"""Lists of facts that rules stand on: data of the package, to which a project may add rows without code."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from generator.model.vocabulary import Vocabulary
from generator.package_files import packaged_data


@dataclass(frozen=True)
class FactList:
    """Rows of facts with where they come from.

    ``columns`` maps the name of each column to what it holds; those in ``required`` every row has. A cell is a text
    or, where the list has several values, a tuple of texts. ``is_partial``: the source has more than is given here.
    """

    name: str
    title: str
    source: str
    version: str
    licence: str
    retrieved: str
    is_partial: bool
    columns: Mapping[str, str]
    required: frozenset[str]
    rows: tuple[Mapping[str, Any], ...]

    def with_rows_of(self, added: Vocabulary | None) -> FactList:
        """This list with the rows that a project adds; rows that lack a required column are left out."""
        if added is None:
            return self
        fitting = tuple(row for row in added.rows if self.required <= row.keys() <= self.columns.keys())
        return replace(self, rows=(*self.rows, *fitting))


def fact_list_names() -> tuple[str, ...]:
    """The names of all lists, in order."""
    return tuple(sorted(path.stem for path in (packaged_data() / "lists").glob("*.toml")))


@cache
def packaged_facts(name: str) -> FactList:
    """The list of this name as the package has it. Raises `FileNotFoundError` for a name that there is not."""
    data = tomllib.loads((packaged_data() / "lists" / f"{name}.toml").read_text(encoding="utf-8"))
    rows = tuple({key: _cell(value) for key, value in row.items()} for row in data["rows"])
    return FactList(
        name=name,
        title=data["title"],
        source=data["source"],
        version=data["version"],
        licence=data["licence"],
        retrieved=str(data["retrieved"]),
        is_partial=data["partial"],
        columns=data["columns"],
        required=frozenset(data["required"]),
        rows=rows,
    )


def _cell(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
