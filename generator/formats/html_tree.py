"""The HTML of an article as a tree of its own pieces: what is written again is byte for byte what was read."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TypeAlias

VOID = frozenset(
    {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)


@dataclass(slots=True)
class HtmlText:
    """Characters between tags, or a comment, as they are written. ``ahead`` is HTML to be set before them."""

    source: str
    is_comment: bool = False
    ahead: str = ""


@dataclass(slots=True)
class HtmlElement:
    """An element. ``opening`` and ``closing`` are its tags as they are written; attributes hold plain text.

    ``ahead`` is HTML to be set before it.
    """

    tag: str
    opening: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[HtmlNode] = field(default_factory=list)
    closing: str = ""
    ahead: str = ""

    @property
    def classes(self) -> frozenset[str]:
        """The names in its ``class``."""
        return frozenset(self.attributes.get("class", "").split())

    def again(self) -> str:
        """Its opening tag for a second time in the same document, where its ids would be double."""
        left_out = ("id", "aria-labelledby")
        kept = {name: value for name, value in self.attributes.items() if name not in left_out}
        copy = HtmlElement(self.tag, self.opening, kept)
        copy.set_attribute("id", None)
        return copy.opening

    def set_attribute(self, name: str, value: str | None) -> None:
        """Give an attribute another value, or take it away with None. The tag is written anew."""
        if value is None:
            self.attributes.pop(name, None)
        else:
            self.attributes[name] = value
        written = "".join(f' {name}="{html.escape(value)}"' for name, value in self.attributes.items())
        end = "/>" if self.opening.endswith("/>") else ">"
        self.opening = f"<{self.tag}{written}{end}"


HtmlNode: TypeAlias = HtmlText | HtmlElement


def parse_html(source: str) -> list[HtmlNode]:
    """The nodes of a fragment. Never raises: what is not closed ends where its surroundings end."""
    parser = _Parser()
    parser.feed(str(source))  # not markupsafe's text, which would escape what is put to it
    parser.close()
    return parser.root.children


def write_html(nodes: Sequence[HtmlNode]) -> str:
    """The nodes as they are written."""
    return "".join(_pieces(nodes))


def text_of(nodes: Sequence[HtmlNode]) -> str:
    """What the nodes say, without what is set before any."""
    return "".join(_texts(nodes))


def elements_below(nodes: Sequence[HtmlNode]) -> Iterator[HtmlElement]:
    """All elements in the order of reading, each before what it holds."""
    for node in nodes:
        if isinstance(node, HtmlElement):
            yield node
            yield from elements_below(node.children)


def _texts(nodes: Sequence[HtmlNode]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, HtmlElement):
            yield from _texts(node.children)
        elif not node.is_comment:
            yield html.unescape(node.source)


def _pieces(nodes: Sequence[HtmlNode]) -> Iterator[str]:
    for node in nodes:
        yield node.ahead
        if isinstance(node, HtmlText):
            yield node.source
        else:
            yield node.opening
            yield from _pieces(node.children)
            yield node.closing


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.root = HtmlElement("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = HtmlElement(tag, self.get_starttag_text() or "", {n: v or "" for n, v in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # `<path/>` of a drawing. In HTML proper the stroke means nothing, and our templates do not write it.
        element = HtmlElement(tag, self.get_starttag_text() or "", {n: v or "" for n, v in attrs})
        self._open[-1].children.append(element)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                self._open[depth].closing = f"</{tag}>"
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self._add(data)

    def handle_entityref(self, name: str) -> None:
        self._add(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._add(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self._open[-1].children.append(HtmlText(f"<!--{data}-->", is_comment=True))

    def _add(self, source: str) -> None:
        children = self._open[-1].children
        last = children[-1] if children else None
        if isinstance(last, HtmlText) and not last.is_comment:
            last.source += source
        else:
            children.append(HtmlText(source))
