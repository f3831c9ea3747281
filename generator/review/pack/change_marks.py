"""Marking what changed in the two pages themselves: words taken out and put in, and a label on each block with some."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.formats.html_tree import HtmlElement, HtmlNode, HtmlText
from generator.review.pack.block_pairs import BlockPair, likeness, pair_blocks
from generator.review.pack.page_blocks import PageBlock, Token

_ALIKE = 0.3
"""Runs that have less in common are marked whole: half of a sentence set into another cannot be read."""
_TAGS = {"removed": "del", "added": "ins"}
MARK = "data-pack"
"""The attribute of an element that changed: ``changed``, ``moved``, ``removed`` or ``added``."""


def mark_pair(pair: BlockPair) -> bool:
    """Mark all that differs between two blocks, in both; whether anything does."""
    before, after = pair.before, pair.after
    if before is None or after is None:
        for block, what in ((before, "removed"), (after, "added")):
            if block is not None:
                _mark_whole(block, what)
        return True
    differs = before.said != after.said
    if differs:
        _mark_inside(before, after)
    if pair.is_moved:
        for block in (before, after):
            _label(block, "moved")
    return differs or pair.is_moved


def _mark_inside(before: PageBlock, after: PageBlock) -> None:
    if before.blocks or after.blocks:
        for inner in pair_blocks(before.blocks, after.blocks):
            _mark_inner(inner, before, after)
        return
    ones, others = list(before.own), list(after.own)
    if likeness(before, after) < _ALIKE:
        gone, new = ones, others
    else:
        gone, new = _changed_words(ones, others)
    for block, tokens, what in ((before, gone, "removed"), (after, new, "added")):
        _wrap(tokens, what)
        _label(block, "changed")


def _mark_inner(inner: BlockPair, before: PageBlock, after: PageBlock) -> None:
    """A run has no element of its own: that it changed is noted on the one around it."""
    any_side = inner.after or inner.before
    if not mark_pair(inner) or any_side is None or any_side.element is not None:
        return
    for block, part in ((before, inner.before), (after, inner.after)):
        if part is not None and block.element is not None:
            block.element.set_attribute(MARK, "changed")


def _changed_words(before: Sequence[Token], after: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """The words that only one of two runs has; a stroke or comma between such words goes with them."""
    matcher = SequenceMatcher(
        None, [token.said for token in before], [token.said for token in after], autojunk=False
    )
    gone: list[Token] = []
    new: list[Token] = []
    steps = matcher.get_opcodes()
    for number, (what, start, end, other, other_end) in enumerate(steps):
        is_between = 0 < number < len(steps) - 1 and end - start == 1 and not before[start].said.isalnum()
        if what != "equal" or is_between:
            gone += before[start:end]
            new += after[other:other_end]
    return gone, new


def _mark_whole(block: PageBlock, what: str) -> None:
    _wrap(list(block.tokens()), what)
    _label(block, what)


def _wrap(tokens: Sequence[Token], what: str) -> None:
    """Put words into ``del`` or ``ins``, those side by side into one."""
    ranges: defaultdict[int, list[Token]] = defaultdict(list)
    nodes = {id(token.node): token.node for token in tokens}
    for token in tokens:
        ranges[id(token.node)].append(token)
    for name, node in nodes.items():
        if isinstance(node, HtmlElement):
            node.set_attribute(MARK, what)
        else:
            node.source = "".join(_wrapped(node, ranges[name], _TAGS[what]))


def _wrapped(node: HtmlText, tokens: Sequence[Token], tag: str) -> Iterator[str]:
    at, last = 0, 0
    opened = False
    for token in tokens:
        if opened and not node.source[last : token.start].strip():
            last = token.end
            continue
        if opened:
            yield f"<{tag}>{node.source[at:last]}</{tag}>"
            at = last
        yield node.source[at : token.start]
        at, last, opened = token.start, token.end, True
    yield f"<{tag}>{node.source[at:last]}</{tag}>{node.source[last:]}"


def _label(block: PageBlock, what: str) -> None:
    """Say it in words before the first words of the block, and note it on the element around them."""
    if block.element is not None:
        block.element.set_attribute(MARK, what)
    place = next((place for run in _runs(block) for place in _places(run.nodes)), None)
    if place is not None:
        place.ahead = f'<span class="pack-label pack-label--{what}">{what}</span> {place.ahead}'


def _places(nodes: Sequence[HtmlNode]) -> Iterator[HtmlNode]:
    """Before what a label can stand: inside of plain spans, because what is around them may be set in columns."""
    for node in nodes:
        if isinstance(node, HtmlText):
            if node.source.strip() and not node.is_comment:
                yield node
        elif node.tag == "span" and not node.classes:
            yield from _places(node.children)
        elif node.tag != "svg" or node.attributes.get("aria-hidden") != "true":
            yield node


def _runs(block: PageBlock) -> Iterator[PageBlock]:
    if block.element is None:
        yield block
    for inner in block.blocks:
        yield from _runs(inner)
