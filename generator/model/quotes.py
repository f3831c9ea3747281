"""What an entry quotes: works, drugs, conditions, doses and figures, each with the place where it does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from generator.diagnostics import Pointer
from generator.model.field import Part
from generator.model.text import Wording

QuoteKind = Literal["work", "drug", "condition", "dose", "stat", "entry", "person"]

_FIELDS: dict[str, QuoteKind] = {
    "cites": "work",
    "drug": "drug",
    "drugs": "drug",
    "one_of": "drug",
    "condition": "condition",
    "dose": "dose",
    "doses": "dose",
    "differs_from": "dose",
    "stat": "stat",
    "other_drug": "entry",  # a link only: each drug would else bring all that it interacts with
    "authors": "person",
    "owner": "person",
    "deputy": "person",
}
"""Fields whose strings are ids. Text under the same name is a `Wording`, never a plain string, and is not an id."""

_CITATION = re.compile(r"\[(@[^\[\]]*)\]")
_KEY = re.compile(r"@([A-Za-z0-9][A-Za-z0-9_:.-]*)")
_MARK = re.compile(r"\{(dose|stat):\s*([a-z0-9#-]+)\s*\}")
_LINK = re.compile(r"\]\(entry:([a-z0-9-]+)(?:#[a-z0-9-]*)?\)")


@dataclass(frozen=True, slots=True)
class Quote:
    """One id that an entry names. A dose or figure of another entry is written ``entry#id``."""

    kind: QuoteKind
    target: str
    pointer: Pointer
    inline: bool = False


def quotes_of(part: Part, above: Pointer = ()) -> Iterator[Quote]:
    """Every quote below a part, in the order of its fields."""
    for name, key, kind in _fields_of(type(part)):
        if name in part.model_fields_set:
            yield from _quotes(getattr(part, name), (*above, key), kind)


@cache
def _fields_of(part: type[Part]) -> tuple[tuple[str, str, QuoteKind | None], ...]:
    return tuple((name, info.alias or name, _FIELDS.get(name)) for name, info in part.model_fields.items())


def text_quotes(text: str, pointer: Pointer) -> Iterator[Quote]:
    """The quotes inside a run of inline text."""
    for mark in _CITATION.finditer(text):
        for key in _KEY.finditer(mark[1]):
            yield Quote("work", key[1].rstrip(".:;"), pointer, inline=True)
    for mark in _MARK.finditer(text):
        yield Quote("dose" if mark[1] == "dose" else "stat", mark[2], pointer, inline=True)
    for mark in _LINK.finditer(text):
        yield Quote("entry", mark[1], pointer, inline=True)


def _quotes(value: Any, pointer: Pointer, kind: QuoteKind | None) -> Iterator[Quote]:
    if isinstance(value, Part):
        yield from quotes_of(value, pointer)
    elif isinstance(value, Wording):
        for audience, text in value.by_audience.items():
            yield from text_quotes(text, pointer if value.is_plain else (*pointer, audience))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _quotes(item, (*pointer, index), kind)
    elif isinstance(value, dict):
        for key, item in value.items():
            if kind == "dose" and pointer[-1] == "differs_from":
                yield Quote("dose", key, (*pointer, key))
            yield from _quotes(item, (*pointer, key), None)
    elif isinstance(value, str) and kind is not None and value not in {"not-stated", "uncited-in-source"}:
        yield Quote(kind, value, pointer)
