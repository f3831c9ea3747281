"""Lists of words and facts that a project adds to those of the package: ``content/vocabulary/<list>.yml``."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.field import Part, editorial
from generator.model.text import Day, Plain, Stated

Cell = Plain | tuple[Plain, ...]
"""One value of a row, or several."""


class Vocabulary(Part):
    """Rows for one list, with where they come from. Which columns a row has is the list's affair."""

    source: Plain = editorial("Where the rows come from.", example="House style of the department")
    version: Plain = editorial("The version or edition of the source.", example="second edition")
    licence: Plain = editorial("Under which licence they may be kept here.", example="our own work")
    retrieved: Stated[Day] = editorial("The day on which they were looked up.", example="2026-11-21")
    rows: Annotated[tuple[dict[Plain, Cell], ...], Field(min_length=1)] = editorial(
        "The rows, each with the columns of the list.",
        example=[{"written": "EXP", "write": "examplin"}],
    )
