"""Which parts of a closure stand on a work, and which of them on no other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model.marks import CITATION_MARK
from generator.review.contents.described import item_name
from generator.review.words.closure_names import Closure

_MARK = re.compile(CITATION_MARK)
_KEY = re.compile(r"@([A-Za-z0-9][A-Za-z0-9_:.-]*)")


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A part that cites works, in its ``cites`` or in its own texts; found again by ``within`` and ``path``."""

    within: str
    path: tuple[str, ...]
    collection: str
    works: frozenset[str]


def cited_places(closure: Closure | None) -> Mapping[tuple[str, tuple[str, ...]], CitedPlace]:
    """Every part of a closure that cites anything. A dose of the entry itself is found once."""
    if closure is None:
        return {}
    content = closure.get("content")
    own = content.get("doses", {}) if isinstance(content, Mapping) else {}
    found = list(_places(content, "", (), ""))
    quotes = closure.get("quotes")
    for name, part in quotes.items() if isinstance(quotes, Mapping) else ():
        owner, _, part_id = str(name).partition("#")
        if not (owner == f"dose:{closure.get('entry')}" and part_id in own):
            kind = owner.partition(":")[0]
            found += _places(part, name, (), {"dose": "doses", "stat": "evidence"}.get(kind, ""))
    return {(place.within, place.path): place for place in found}


def _places(value: Any, within: str, path: tuple[str, ...], collection: str) -> Iterator[CitedPlace]:
    if isinstance(value, list):
        for item in value:
            yield from _places(item, within, (*path, item_name(item)), path[-1] if path else "")
    elif isinstance(value, Mapping):
        works = frozenset(_works(value))
        if works:
            yield CitedPlace(within, path, collection, works)
        for key, inner in value.items():
            yield from _places(inner, within, (*path, key), path[-1] if path else "")


def _works(part: Mapping[str, Any]) -> Iterator[str]:
    cites = part.get("cites")
    yield from (str(key) for key in cites) if isinstance(cites, list) else ()
    for value in part.values():
        texts = value.values() if isinstance(value, Mapping) else ()
        for text in texts:
            for mark in _MARK.findall(text) if isinstance(text, str) else ():
                yield from (key.rstrip(".:;") for key in _KEY.findall(mark))
