"""Lists of facts that rules stand on: data of the package, to which a project may add rows without code."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
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
        """This list with the rows that a project adds; rows that do not fit are left out."""
        if added is None:
            return self
        return replace(self, rows=(*self.rows, *filter(self.fits, added.rows)))

    def fits(self, row: Mapping[str, Any]) -> bool:
        """Whether a row has the columns of the list, and in each a text or several as the list's own rows have."""
        has_columns = self.required <= row.keys() <= self.columns.keys()
        return has_columns and all(self.takes(column, cell) for column, cell in row.items())

    def takes(self, column: str, cell: Any) -> bool:
        """Whether a column holds cells of this kind: a text, or several. One that no row fills holds texts."""
        return isinstance(cell, self._kinds.get(column, str))

    @cached_property
    def _kinds(self) -> Mapping[str, tuple[type, ...]]:
        found: dict[str, set[type]] = {}
        for row in self.rows:
            for column, cell in row.items():
                found.setdefault(column, set()).add(type(cell))
        return {column: tuple(kinds) for column, kinds in found.items()}


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
