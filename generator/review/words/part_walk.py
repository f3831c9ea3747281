"""The parts of a closure that a path of ids leads through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.review.contents.described import item_name
from generator.review.contents.matching import match_items

KEYED = frozenset({"doses", "studies", "evidence", "differs_from"})
"""Fields that hold their items by id and not in a list."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One step of a path and what stands there before and after; None where nothing does.

    ``collection`` is the field whose item it is, empty for a field of a part.
    """

    name: str
    collection: str
    before: Any
    after: Any

    @property
    def part(self) -> Any:
        """What stands there now, or stood there if it is gone."""
        return self.before if self.after is None else self.after


def walk(before: Any, after: Any, path: Sequence[str]) -> tuple[Stop, ...]:
    """Follow the path of a change through the same thing in two closures."""
    stops: list[Stop] = []
    field = ""
    for name in path:
        is_item = _is_collection(before, after, field)
        before, after = _below(before, after, name)
        stops.append(Stop(name, field if is_item else "", before, after))
        field = "" if is_item else name
    return tuple(stops)


def _is_collection(before: Any, after: Any, field: str) -> bool:
    value = before if after is None else after
    return isinstance(value, list) or (field in KEYED and isinstance(value, Mapping))


def _below(before: Any, after: Any, name: str) -> tuple[Any, Any]:
    if not isinstance(before, list) and not isinstance(after, list):
        return _field(before, name), _field(after, name)
    old, new = (list(side) if isinstance(side, list) else [] for side in (before, after))
    at = _place(old, name)
    if at is None or not all(isinstance(item, Mapping) for item in (*old, *new)):
        return (None if at is None else old[at]), _item(new, name)
    # A changed item is called as before, and may be called otherwise now.
    partner = dict(match_items(old, new).pairs).get(at)
    return old[at], None if partner is None else new[partner]


def _field(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, Mapping) else None


def _item(items: Sequence[Any], name: str) -> Any:
    at = _place(items, name)
    return None if at is None else items[at]


def _place(items: Sequence[Any], name: str) -> int | None:
    return next((at for at, item in enumerate(items) if item_name(item) == name), None)
