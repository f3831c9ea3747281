"""An article as blocks that can be paired: each with what it says as words, and what it is known by."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.formats.html_tree import HtmlElement, HtmlNode, HtmlText

_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "br",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "svg",
        "time",
        "u",
        "var",
        "wbr",
    }
)
_UNSAID = frozenset({"cs-references__number", "cs-references__back"})
"""What counts the references and leads back from them: it follows from what stands elsewhere on the page."""
_AMOUNT = "cs-amount"
"""A number with its unit is one word: of 20 mg that became 40 mg, all is marked."""
VERSION = "data-version"
"""The attribute of a picture that tells it from another of the same name."""
_REFERENCE = re.compile(r"#?ref-(\d+)")
_WORD = re.compile(r"&#?\w+;|\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]|[\d_]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is compared, and where it stands: in a text from one sign to another, or an element by itself."""

    said: str
    node: HtmlNode
    start: int = 0
    end: int = 0


@dataclass(slots=True, eq=False)
class PageBlock:
    """An element that stands by itself, or (``element`` is None) a run of words beside such elements.

    ``key`` is its anchor, which pairs it wherever it stands; ``label`` is what it begins with, a weaker hold.
    """

    nodes: Sequence[HtmlNode]
    element: HtmlElement | None
    blocks: tuple[PageBlock, ...]
    own: tuple[Token, ...]
    key: str = ""
    label: str = ""
    said: tuple[str, ...] = ()
    counted: Counter[str] = field(default_factory=Counter)

    @property
    def kind(self) -> str:
        """What it may be paired with: a block of the same kind."""
        return self.element.tag if self.element is not None else ""

    def tokens(self) -> Iterator[Token]:
        """All its words in the order of reading."""
        yield from self.own
        for block in self.blocks:
            yield from block.tokens()


def page_blocks(nodes: Sequence[HtmlNode], references: Mapping[int, str]) -> tuple[PageBlock, ...]:
    """The blocks that nodes are made of. ``references`` has the key of the work under each number of the page."""
    found: list[PageBlock] = []
    run: list[HtmlNode] = []
    for node in nodes:
        if _is_inline(node):
            run.append(node)
            continue
        _close(run, references, found)
        run = []
        if isinstance(node, HtmlElement):
            found.append(_element_block(node, references))
    _close(run, references, found)
    return tuple(found)


def _is_inline(node: HtmlNode) -> bool:
    if isinstance(node, HtmlText):
        return True
    return node.tag == "svg" or (node.tag in _INLINE and all(map(_is_inline, node.children)))


def _close(run: list[HtmlNode], references: Mapping[int, str], found: list[PageBlock]) -> None:
    """A run that says something is a block; what is but space between elements is none."""
    tokens = tuple(_tokens(run, references, ""))
    if tokens:
        said = tuple(token.said for token in tokens)
        found.append(PageBlock(run, None, (), tokens, said=said, counted=Counter(said)))


def _element_block(element: HtmlElement, references: Mapping[int, str]) -> PageBlock:
    blocks = () if element.classes & _UNSAID else page_blocks(element.children, references)
    own = tuple(_drawn(element)) if element.tag == "img" else ()
    said = (*(token.said for token in own), *(word for block in blocks for word in block.said))
    key = element.attributes.get("id", "")
    if number := _REFERENCE.fullmatch(key):
        key = f"work {references.get(int(number[1]), key)}"
    return PageBlock([element], element, blocks, own, key, _label(element, blocks), said, Counter(said))


def _label(element: HtmlElement, blocks: Sequence[PageBlock]) -> str:
    """What a fact, a cell or a row begins with."""
    if label := element.attributes.get("data-label"):
        return label
    first = next((block for block in blocks if block.kind in ("dt", "tr", "th")), None)
    if first is None:
        return ""
    return first.label if first.kind == "tr" else " ".join(first.said)


def _tokens(nodes: Sequence[HtmlNode], references: Mapping[int, str], address: str) -> Iterator[Token]:
    for node in nodes:
        if isinstance(node, HtmlText):
            yield from _words(node, references, address)
        elif node.tag in ("img", "svg"):
            yield from _drawn(node)
        elif _AMOUNT in node.classes and len(node.children) == 1 and isinstance(node.children[0], HtmlText):
            only = node.children[0]
            yield Token(html.unescape(only.source), only, 0, len(only.source))
        elif not node.classes & _UNSAID:
            yield from _tokens(node.children, references, node.attributes.get("href", address))


def _words(node: HtmlText, references: Mapping[int, str], address: str) -> Iterator[Token]:
    """Words, one by one; a mark of a citation is the work that it leads to, whatever its number."""
    if node.is_comment:
        return
    cited = _REFERENCE.fullmatch(address)
    if cited and node.source.strip():
        yield Token(f"[@{references.get(int(cited[1]), cited[1])}]", node, 0, len(node.source))
        return
    behind = f" -> {address}" if "://" in address or address.startswith("mailto:") else ""
    for match in _WORD.finditer(node.source):
        said = html.unescape(match[0])
        if not said.isspace():
            yield Token(said + behind, node, match.start(), match.end())


def _drawn(element: HtmlElement) -> Iterator[Token]:
    """A picture by its file and its words; a drawing by its lines, unless it but goes with words."""
    if element.tag == "img":
        source = element.attributes.get("src", "").rpartition("images/")[2]
        version = element.attributes.get(VERSION, "")
        yield Token(f"picture {source} {version}: {element.attributes.get('alt', '')}", element)
    elif element.attributes.get("aria-hidden") != "true":
        yield Token(f"drawing {_source(element)}", element)


def _source(element: HtmlElement) -> str:
    below = (_source(child) if isinstance(child, HtmlElement) else child.source for child in element.children)
    return element.opening + "".join(below)
