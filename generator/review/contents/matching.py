"""Which item of a list is which item of the same list later: never told by its position alone."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import partial
from typing import Any

from generator.review.contents.described import NAMING, texts_of

Item = Mapping[str, Any]


@dataclass
class Matched:
    """``pairs`` are places in the earlier and the later list; ``gone`` and ``come`` those of items left alone."""

    pairs: list[tuple[int, int]] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    come: list[int] = field(default_factory=list)

    @property
    def is_reordered(self) -> bool:
        """Whether items that stand in both lists follow each other differently."""
        later = [new for _, new in self.pairs]
        return later != sorted(later)


def match_items(before: Sequence[Item], after: Sequence[Item]) -> Matched:
    """Match by id, else by equal content, else by a field that names one item alone, else by the most similar text.

    Items that have ids, and others, are two things, unless all else that they say is equal. Of items that nothing names
    (the steps of a taper) each is the one in its place, if there are as many as before and most are others by now.
    """
    matched = Matched(gone=list(range(len(before))), come=list(range(len(after))))
    _match_by(matched, before, after, _id)
    _match_by(matched, before, after, _content)
    if _are_others(matched, before, after):
        return Matched(pairs=[(place, place) for place in range(len(before))])
    for key in NAMING[1:]:
        if matched.gone and matched.come:
            _match_by(matched, before, after, partial(_name, key=key), is_name=True)
    _match_similar(matched, before, after)
    matched.pairs.sort()
    return matched


def _match_by(
    matched: Matched,
    before: Sequence[Item],
    after: Sequence[Item],
    key_of: Callable[[Item], str],
    *,
    is_name: bool = False,
) -> None:
    """Pair items with the same key; an empty key is none, and a name that several have is none, either."""
    old_places, new_places = (
        _by_key(places, items, key_of) for places, items in ((matched.gone, before), (matched.come, after))
    )
    for key, olds in old_places.items():
        news = new_places.get(key, [])
        if is_name and (len(olds), len(news)) != (1, 1):
            continue
        for old, new in zip(olds, news, strict=False):
            if not (is_name and _have_ids(before[old], after[new])):
                _pair(matched, old, new)


def _by_key(places: list[int], items: Sequence[Item], key_of: Callable[[Item], str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place in places:
        if key := key_of(items[place]):
            found.setdefault(key, []).append(place)
    return found


def _match_similar(matched: Matched, before: Sequence[Item], after: Sequence[Item]) -> None:
    """Pair what has most words in common, the most similar first."""
    texts = [[_words(items[at]) for at in at_all] for items, at_all in _sides(matched, before, after)]
    candidates = sorted(
        (-likeness, old, new)
        for old, one in zip(matched.gone, texts[0], strict=True)
        for new, other in zip(matched.come, texts[1], strict=True)
        if not _have_ids(before[old], after[new]) and (likeness := _likeness(one, other)) >= _LEAST
    )
    for _, old, new in candidates:
        is_left = old in matched.gone and new in matched.come
        if is_left and (_is_named(before[old]) or not _passes(matched, old, new)):
            _pair(matched, old, new)


def _are_others(matched: Matched, before: Sequence[Item], after: Sequence[Item]) -> bool:
    """Whether most items of two lists of one length changed, and none has a name to be known by."""
    is_most = len(before) == len(after) and matched.gone and 2 * len(matched.pairs) <= len(before)
    return bool(is_most) and not any(map(_is_named, (*before, *after)))


def _passes(matched: Matched, old: int, new: int) -> bool:
    """Whether a pair would stand before another pair on one side, and behind it on the other."""
    return any((old - one) * (new - other) < 0 for one, other in matched.pairs)


_LEAST = 0.5
"""How much of two texts is alike at least where one is a later form of the other."""


def _sides(
    matched: Matched, before: Sequence[Item], after: Sequence[Item]
) -> tuple[tuple[Sequence[Item], list[int]], ...]:
    return (before, matched.gone), (after, matched.come)


def _likeness(one: list[str], other: list[str]) -> float:
    """From 0 to 1. Words in common, whatever their order, are the most that there can be, and are quickly counted."""
    in_common = sum((Counter(one) & Counter(other)).values())
    if not in_common or 2 * in_common / (len(one) + len(other)) < _LEAST:
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _is_named(item: Item) -> bool:
    return any(item.get(key) for key in NAMING)


_WORD = re.compile(r"[^\W_]+(?:\.\d+)?|[<>≤≥]")
"""Marks, such as those of emphasis, make no other words."""


def _words(item: Item) -> list[str]:
    return _WORD.findall(" ".join(texts_of(item)).lower())


def _have_ids(old: Item, new: Item) -> bool:
    return bool(_id(old)) and bool(_id(new))


def _id(item: Item) -> str:
    return _name(item, "id")


def _name(item: Item, key: str) -> str:
    return "\n".join(texts_of(item.get(key)))


def _content(item: Item) -> str:
    return json.dumps({key: value for key, value in item.items() if key != "id"}, sort_keys=True, default=str)


def _pair(matched: Matched, old: int, new: int) -> None:
    matched.pairs.append((old, new))
    matched.gone.remove(old)
    matched.come.remove(new)
