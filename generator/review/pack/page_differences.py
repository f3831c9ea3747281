"""Two renderings of a page set against each other, part by part, with what changed marked in both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from generator.formats.html_tree import elements_below, text_of
from generator.review.pack.block_pairs import BlockPair, pair_blocks
from generator.review.pack.change_marks import mark_pair
from generator.review.pack.page_rows import PairInPlace, rows_of
from generator.review.pack.page_side import DrawnPage, PageSide

_FOLDED = 40
"""Words from which on what is the same is folded away inside a part that changed."""
_HEADINGS = frozenset({"h2", "h3", "h4", "h5"})


class PartChange(StrEnum):
    """What became of a part of a page."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class PartRow:
    """What stands side by side, as HTML in which changes are marked; empty on the side that has none.

    What is the same and long is ``folded`` under a line of words.
    """

    change: PartChange
    before: str
    after: str
    folded: str = ""


@dataclass(frozen=True, slots=True)
class PagePart:
    """A part of a page (its head, a section). ``anchors`` are the ids that stand in it."""

    title: str
    change: PartChange
    rows: tuple[PartRow, ...]
    anchors: tuple[str, ...] = ()


def page_differences(before: DrawnPage | None, after: DrawnPage | None) -> tuple[PagePart, ...]:
    """The parts of a page, those of the later side in its order. Where one side has no page, nothing is marked."""
    old, new = PageSide.of(before), PageSide.of(after)
    pairs = pair_blocks(old.parts, new.parts)
    if before is not None and after is not None:
        for pair in pairs:
            mark_pair(pair)
    planned = [(pair, list(_plan(pair))) for pair in pairs]
    new.fit_for_one_file()
    old.fit_for_one_file(_shown_on_the_other(planned), new)
    pages = [drawn for drawn in (after, before) if drawn is not None]
    return tuple(
        PagePart(
            _title(pair, pages), _change(pair), tuple(row.written(old, new) for row in rows), _anchors(pair)
        )
        for pair, rows in planned
    )


def _change(pair: BlockPair) -> PartChange:
    if pair.before is None or pair.after is None:
        return PartChange.ADDED if pair.before is None else PartChange.REMOVED
    if pair.before.said != pair.after.said:
        return PartChange.CHANGED
    return PartChange.MOVED if pair.is_moved else PartChange.SAME


@dataclass(frozen=True, slots=True)
class _Row:
    """What will stand side by side; under ``folded`` only the later side is shown."""

    change: PartChange
    pairs: tuple[PairInPlace, ...]
    folded: str = ""

    def written(self, old: PageSide, new: PageSide) -> PartRow:
        before = old.written([(one.pair.before, one.around_before) for one in self.pairs if not self.folded])
        after = new.written([(one.pair.after, one.around_after) for one in self.pairs])
        return PartRow(self.change, before, after, self.folded)


def _plan(pair: BlockPair) -> Iterator[_Row]:
    """Rows side by side; those that are the same and stand together fold if they are long."""
    if _change(pair) is PartChange.SAME:
        yield _Row(PartChange.SAME, (PairInPlace(pair),), _folded([pair]))
        return
    for (change, is_heading), group in groupby(rows_of(pair), key=_together):
        rows = tuple(group)
        said = sum(len(placed.pair.after.said) for placed in rows if placed.pair.after is not None)
        if change is PartChange.SAME and said >= _FOLDED and not is_heading:
            yield _Row(change, rows, _folded([placed.pair for placed in rows]))
        else:
            yield from (_Row(change, (placed,)) for placed in rows)


def _shown_on_the_other(planned: Iterable[tuple[BlockPair, list[_Row]]]) -> frozenset[str]:
    """The ids of the earlier side that are not written, because what is the same is shown as it is now."""
    pairs = (one.pair for _, rows in planned for row in rows if row.folded for one in row.pairs)
    nodes = [node for pair in pairs if pair.before is not None for node in pair.before.nodes]
    return frozenset(element.attributes.get("id", "") for element in elements_below(nodes))


def _together(placed: PairInPlace) -> tuple[PartChange, bool]:
    """By what rows are grouped: headings of what is taken apart are never folded."""
    block = placed.pair.after
    return _change(placed.pair), block is not None and block.kind in _HEADINGS


def _folded(pairs: Iterable[BlockPair]) -> str:
    """What is folded away, by its headings."""
    nodes = [node for pair in pairs if pair.after is not None for node in pair.after.nodes]
    headings = [element for element in elements_below(nodes) if element.tag in _HEADINGS]
    named = ", ".join(" ".join(text_of([heading]).split()) for heading in headings[:_MOST_NAMED])
    more = f" and {len(headings) - _MOST_NAMED} more" if len(headings) > _MOST_NAMED else ""
    return f"{named}{more}" or "More of this part"


_MOST_NAMED = 4


def _title(pair: BlockPair, pages: Iterable[DrawnPage]) -> str:
    """The heading of a section; of a part above the sections, what stands there."""
    block = pair.after or pair.before
    if block is None:
        return ""
    titles = {section.id: section.title for drawn in pages for section in drawn.page.sections}
    return titles.get(block.key) or ("Title" if block.kind == "header" else "At the top")


def _anchors(pair: BlockPair) -> tuple[str, ...]:
    nodes = [node for block in (pair.before, pair.after) if block is not None for node in block.nodes]
    ids = (element.attributes.get("id", "") for element in elements_below(nodes))
    return tuple(anchor for anchor in ids if anchor)
