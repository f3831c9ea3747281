"""Brands as the list has them, with the drugs whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.checks.context import CheckContext
from generator.checks.once import once
from generator.checks.views.drugs.listed_drugs import cells, is_one_of
from generator.checks.views.text.names_in_text import FoundName, NamesInText
from generator.checks.views.text.text_words import text_words

_WORD = re.compile(r"[^\W_]+")


class ListedBrands:
    """Finds the row of a brand; "Gammagard S/D" is found as Gammagard."""

    def __init__(self, rows: tuple[Mapping[str, Any], ...]) -> None:
        """Take the rows of the list."""
        self._rows = {_key(row["brand"]): row for row in rows if isinstance(row["brand"], str)}
        self._longest = max(map(len, self._rows), default=0)
        self._first_words = frozenset(key[0] for key in self._rows if key)
        self._in_text = NamesInText((row["brand"], row["brand"]) for row in self._rows.values())

    def found(self, text: str) -> Iterator[FoundName]:
        """Every listed brand that a text names, from left to right."""
        return self._in_text.found(text) if self._first_words & text_words(text) else iter(())

    def row(self, brand: str) -> Mapping[str, Any] | None:
        """The row of the longest listed brand with which this one begins."""
        key = _key(brand)
        starts = (key[:length] for length in range(min(len(key), self._longest), 0, -1))
        return next((self._rows[start] for start in starts if start in self._rows), None)


def listed_brands(context: CheckContext) -> ListedBrands:
    """The brands of the list and of the rows that the project adds."""
    return once(context, _listed)


def is_brand_of(context: CheckContext, row: Mapping[str, Any], drug: str) -> bool:
    """Whether the drug of the library is the one whose brand it is."""
    return is_one_of(context, drug, (*cells(row, "drug"), *cells(row, "names")))


def _listed(context: CheckContext) -> ListedBrands:
    return ListedBrands(context.facts("brands").rows)


def _key(brand: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(brand))
