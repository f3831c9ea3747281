"""Inline Markdown of an entry's text to the small tree that every writer walks.

Only emphasis, links, sub- and superscript and escapes are known. Block Markdown stays text, because it would change
clinical meaning: "> 65 years" is no quotation. Marks (``[@work]``, ``{dose:id}``) are handed to the caller.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from generator.model.marks import CITATION_MARK, DATA_MARK
from generator.pages.inline import Emphasis, Inline, Link, Run, Strong, Subscript, Superscript, Text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MarkReader = Callable[[str], Run]
LinkReader = Callable[[str, Run], Run]

_MARK = re.compile(f"{CITATION_MARK}|{DATA_MARK}")
_OPEN, _CLOSE = "\ue000", "\ue001"
_MARK_OR_OURS = re.compile(f"{_MARK.pattern}|{_OPEN}|{_CLOSE}")
_STORED = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_WRAPS: dict[str, type[Emphasis | Strong | Subscript | Superscript]] = {
    "em": Emphasis,
    "strong": Strong,
    "sub": Subscript,
    "sup": Superscript,
}


def parse_inline(text: str, read_mark: MarkReader, read_link: LinkReader) -> Run:
    """Read a run of text.

    ``read_mark`` turns ``[@key]`` and ``{dose:id}`` into nodes, in the order of the text; ``read_link`` makes the
    nodes of a link from its address and children. Line breaks are spaces.
    """
    marks: list[str] = []

    def store(match: re.Match[str]) -> str:
        if match[0] in {_OPEN, _CLOSE}:
            return ""
        marks.append(match[0])
        return f"{_OPEN}{len(marks) - 1}{_CLOSE}"

    # In one pass: were our own signs taken out first, a quote that no approval binds could come together around one.
    stored = _MARK_OR_OURS.sub(store, " ".join(text.split()))
    (token,) = _parser().parseInline(" ".join(stored.split()))
    return _Builder(marks, read_mark, read_link).run(iter(token.children or []))


def external_link(address: str, children: Run) -> Run:
    """A link to another host, or the words alone where the address may not be linked."""
    return (Link(address, children),) if re.match(r"(https?://|mailto:)", address) else children


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.subscript import sub_plugin
    from mdit_py_plugins.superscript import superscript_plugin

    parser = MarkdownIt("zero", {"html": False, "linkify": False, "typographer": False})
    parser.enable(["emphasis", "link", "escape"])
    return parser.use(sub_plugin).use(superscript_plugin)


class _Builder:
    def __init__(self, marks: list[str], read_mark: MarkReader, read_link: LinkReader) -> None:
        self._marks = marks
        self._read_mark = read_mark
        self._read_link = read_link

    def run(self, tokens: Iterator[Token], closing: str = "") -> Run:
        nodes: list[Inline] = []
        for token in tokens:
            if token.type == closing:
                break
            nodes += self._nodes(token, tokens)
        return merge_text(nodes)

    def _nodes(self, token: Token, tokens: Iterator[Token]) -> list[Inline]:
        name = token.type.removesuffix("_open")
        if name == "link" and token.nesting == 1:
            children = self.run(tokens, "link_close")
            return list(self._read_link(str(token.attrGet("href") or ""), children))
        if token.nesting == 1:
            return [_WRAPS[name](self.run(tokens, f"{name}_close"))]
        return list(self._text(token.content or ("" if token.type != "softbreak" else " ")))

    def _text(self, text: str) -> Iterator[Inline]:
        last = 0
        for stored in _STORED.finditer(text):
            if stored.start() > last:
                yield Text(text[last : stored.start()])
            yield from self._read_mark(self._marks[int(stored[1])])
            last = stored.end()
        if last < len(text):
            yield Text(text[last:])


def merge_text(nodes: list[Inline]) -> Run:
    """Join neighbouring texts, so that equal words are equal trees."""
    merged: list[Inline] = []
    for node in nodes:
        if isinstance(node, Text) and merged and isinstance(merged[-1], Text):
            merged[-1] = Text(merged[-1].text + node.text)
        elif not (isinstance(node, Text) and not node.text):
            merged.append(node)
    return tuple(merged)
