"""A page of prose as its readers get it: line by line, without the signs of its form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.formats.html_links import SiteAddresses
from generator.formats.html_tree import HtmlElement, HtmlNode, elements_below, parse_html, text_of
from generator.formats.prose_markdown import render_prose
from generator.model.library import Prose

_OWN_LINK = re.compile(r"entry:[a-z0-9-]+|[a-z0-9-]+\.md")
_LINES = frozenset({"p", "li", "tr", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "ul", "ol"})
_TABLE = frozenset({"table", "thead", "tbody"})
_CELLS = frozenset({"th", "td"})
_VERSION = 8


def prose_lines(prose: Prose, images: Mapping[str, str]) -> list[str]:
    """The title, then each heading, paragraph, item and row of a table. What is not printed is not there.

    A link stands with its address, a picture with its file and, from ``images`` (sha256 by name), the beginning of
    what tells its bytes from others.
    """
    links = {written: written for written in _OWN_LINK.findall(prose.markdown)}
    page = parse_html(render_prose(prose.markdown, links, SiteAddresses("")).html)
    for element in elements_below(page):
        _tell(element, images)
    found = (" ".join(line.split()) for line in (prose.title, *_lines(page)))
    return [line for line in found if line]


def _tell(element: HtmlElement, images: Mapping[str, str]) -> None:
    """Set in words before an element what of it is no text."""
    address = element.attributes.get("href", "")
    if element.tag == "a" and not address.startswith("#"):
        element.ahead = f"({address}) "
    elif element.tag == "img":
        name = element.attributes.get("src", "").removeprefix("images/")
        version = images.get(name, "")[:_VERSION]
        element.ahead = f"(picture {name} {version}: {element.attributes.get('alt', '')}) "


def _lines(nodes: Sequence[HtmlNode]) -> Iterator[str]:
    run: list[str] = []
    for node in nodes:
        if isinstance(node, HtmlElement) and node.tag in _LINES | _TABLE:
            yield "".join(run)
            run = []
            yield from _below(node)
        else:
            run.append(_said(node))
    yield "".join(run)


def _below(element: HtmlElement) -> Iterator[str]:
    """A row of a table is one line: what a cell means depends on those beside it."""
    if element.tag == "tr":
        cells = [one for one in element.children if isinstance(one, HtmlElement) and one.tag in _CELLS]
        yield " | ".join(" ".join(map(_said, cell.children)) for cell in cells)
    else:
        yield from _lines(element.children)


def _said(node: HtmlNode) -> str:
    if not isinstance(node, HtmlElement):
        return text_of([node])
    if node.tag == "br":
        return " "
    return node.ahead + "".join(map(_said, node.children))
