"""Which block of a page is which of another: by anchors, else by labels, else by words; never by place alone."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from generator.review.pack.page_blocks import PageBlock

_ALIKE = 0.35
"""The share of words that two blocks without anchor and label have in common, at least, if one became the other."""
_MOST_COMPARED = 40_000


@dataclass(frozen=True, slots=True)
class BlockPair:
    """Two blocks that are one; None on the side that has no such block. ``is_moved``: it stands elsewhere now."""

    before: PageBlock | None
    after: PageBlock | None
    is_moved: bool = False


def pair_blocks(before: Sequence[PageBlock], after: Sequence[PageBlock]) -> list[BlockPair]:
    """Every block once: those of the later page in its order, between them those that only the earlier has."""
    pairing = _Pairing(before, after)
    pairing.by_name(lambda block: block.key)
    pairing.by_name(lambda block: "" if block.key else block.label)
    pairing.by_words()
    moved = _moved(pairing.found)
    rows: list[tuple[int, BlockPair]] = []
    left_of = {right: left for left, right in pairing.found.items()}
    for right, block in enumerate(after):
        left = left_of.get(right)
        rows.append(
            (-1, BlockPair(None, block))
            if left is None
            else (left, BlockPair(before[left], block, left in moved))
        )
    for left, block in enumerate(before):
        if left not in pairing.found:
            at = next((place + 1 for place, (one, _) in enumerate(rows) if one == left - 1 >= 0), 0)
            rows.insert(at, (left, BlockPair(block, None)))
    return [pair for _, pair in rows]


def likeness(one: PageBlock, other: PageBlock) -> float:
    """How many of their words two blocks have in common: 0 none, 1 all."""
    total = len(one.said) + len(other.said)
    return 2 * (one.counted & other.counted).total() / total if total else 1.0


@dataclass
class _Pairing:
    before: Sequence[PageBlock]
    after: Sequence[PageBlock]
    found: dict[int, int] = field(default_factory=dict)
    """The place on the later page, by that on the earlier."""

    def by_name(self, name: Callable[[PageBlock], str]) -> None:
        """Blocks of the same kind whose name no other open block of their page has."""
        left, right = self._open()
        names = [name(self.before[place]) for place in left], [name(self.after[place]) for place in right]
        often = Counter(names[0]), Counter(names[1])
        places = dict(zip(names[1], right, strict=True))
        for place, known in zip(left, names[0], strict=True):
            if not known or often[0][known] != 1 or often[1][known] != 1:
                continue
            if self.before[place].kind == self.after[places[known]].kind:
                self.found[place] = places[known]

    def by_words(self) -> None:
        """Blocks without an anchor, in their order: those that say the same first, then those most alike between."""
        left, right = self._open()
        known = [Counter(block.key for block in blocks) for blocks in (self.before, self.after)]
        left = [place for place in left if not _is_anchor(self.before[place].key, known[0])]
        right = [place for place in right if not _is_anchor(self.after[place].key, known[1])]
        said = (
            [(self.before[place].kind, self.before[place].said) for place in left],
            [(self.after[place].kind, self.after[place].said) for place in right],
        )
        matcher = SequenceMatcher(None, *said, autojunk=False)
        for what, start, end, other, other_end in matcher.get_opcodes():
            if what == "equal":
                self.found |= dict(zip(left[start:end], right[other:other_end], strict=True))
            elif what == "replace":
                self._closest(left[start:end], right[other:other_end])

    def _open(self) -> tuple[list[int], list[int]]:
        taken = set(self.found.values())
        return (
            [place for place in range(len(self.before)) if place not in self.found],
            [place for place in range(len(self.after)) if place not in taken],
        )

    def _closest(self, left: Sequence[int], right: Sequence[int]) -> None:
        """The pairs in order that have most in common together."""
        if len(left) * len(right) > _MOST_COMPARED:
            return
        best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
        alike = self._likeness(left, right)
        for row in range(len(left) - 1, -1, -1):
            for column in range(len(right) - 1, -1, -1):
                paired = alike[row, column] + best[row + 1][column + 1]
                best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
        row = column = 0
        while row < len(left) and column < len(right):
            if alike[row, column] and best[row][column] == alike[row, column] + best[row + 1][column + 1]:
                self.found[left[row]] = right[column]
                row, column = row + 1, column + 1
            elif best[row][column] == best[row + 1][column]:
                row += 1
            else:
                column += 1

    def _likeness(self, left: Sequence[int], right: Sequence[int]) -> Mapping[tuple[int, int], float]:
        """How much each two have in common; nothing for those that have too little, or are not of one kind."""
        alike = {}
        for row, place in enumerate(left):
            for column, other in enumerate(right):
                one, two = self.before[place], self.after[other]
                share = likeness(one, two) if one.kind == two.kind else 0.0
                alone = len(left) == len(right) == 1 and one.kind == two.kind
                alike[row, column] = max(share, _ALIKE) if alone else share * (share >= _ALIKE)
        return alike


def _is_anchor(key: str, known: Mapping[str, int]) -> bool:
    """Whether a block is known by its key: no other block beside it has it too."""
    return key != "" and known[key] == 1


def _moved(found: Mapping[int, int]) -> set[int]:
    """The fewest blocks that stand elsewhere: all but the longest row of pairs whose order is the same."""
    places = sorted(found)
    ends: list[int] = []
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        at = bisect_left(ends, found[place])
        before[place] = tails[at - 1] if at else None
        ends[at : at + 1], tails[at : at + 1] = [found[place]], [place]
    kept: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return set(places) - kept
