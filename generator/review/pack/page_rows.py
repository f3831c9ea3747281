"""A long part of a page in rows: what belongs together on both sides stands side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.formats.html_tree import HtmlElement
from generator.review.pack.block_pairs import BlockPair, pair_blocks

_LONG = 100
"""Words from which on a part is taken apart."""
_TAKEN_APART = frozenset({"section", "div"})


@dataclass(frozen=True, slots=True)
class PairInPlace:
    """A pair of blocks with the elements around each, the outermost first."""

    pair: BlockPair
    around_before: tuple[HtmlElement, ...] = ()
    around_after: tuple[HtmlElement, ...] = ()


def rows_of(pair: BlockPair) -> Iterator[PairInPlace]:
    """The pair itself, or what it is made of where that is long and something of it changed."""
    yield from _rows(PairInPlace(pair))


def _rows(placed: PairInPlace) -> Iterator[PairInPlace]:
    before, after = placed.pair.before, placed.pair.after
    if before is None or after is None or before.element is None or after.element is None:
        yield placed
        return
    is_long = max(len(before.said), len(after.said)) > _LONG and after.kind in _TAKEN_APART
    if not is_long or placed.pair.is_moved or before.said == after.said:
        yield placed
        return
    around = (*placed.around_before, before.element), (*placed.around_after, after.element)
    for inner in pair_blocks(before.blocks, after.blocks):
        yield from _rows(PairInPlace(inner, *around))
