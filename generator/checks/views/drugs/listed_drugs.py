"""Drugs as lists of facts name them: which of a list's names stand for a drug of the library."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.checks.context import CheckContext
from generator.checks.once import once
from generator.model.entries.drug import Drug

_WORD = re.compile(r"[^\W_]+")


def cells(row: Mapping[str, Any], column: str) -> tuple[str, ...]:
    """The texts of a cell, which may hold one, several or none."""
    cell = row.get(column, ())
    return (cell,) if isinstance(cell, str) else tuple(cell)


def is_one_of(context: CheckContext, drug: str, names: Iterable[str]) -> bool:
    """Whether any of the names stands for the drug; a salt, a source or "human" before a name makes no difference."""
    known = once(context, _names).get(drug, ())
    listed = [_words(name) for name in names]
    return any(one <= other or other <= one for one in known for other in listed if one and other)


def _names(context: CheckContext) -> Mapping[str, tuple[frozenset[str], ...]]:
    return {drug.id: tuple(map(_words, _spellings(drug))) for drug in context.library.drugs.values()}


def _spellings(drug: Drug) -> tuple[str, ...]:
    return (drug.name, drug.id, *drug.synonyms)


def _words(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(name))
