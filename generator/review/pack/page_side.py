"""One rendering of a page, taken apart so that it can be set beside another in one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from generator.formats.html_tree import HtmlElement, HtmlNode, elements_below, parse_html, write_html
from generator.pages.blocks import References
from generator.pages.site import Page
from generator.review.pack.page_blocks import VERSION, PageBlock, page_blocks

_DROPPED_TAGS = frozenset({"button", "form", "input", "nav", "script"})
_DROPPED_CLASSES = frozenset({"cs-onpage"})
_NAMING = ("aria-labelledby", "aria-describedby", "for")
_HEADINGS = {f"h{level}": str(level + 1) for level in range(1, 6)}


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page with the HTML of its article.

    ``prefix`` goes before its ids in the common file; ``pictures`` is where its images stand, as seen from there, and
    ``versions`` has something by which two pictures of the same name can be told apart.
    """

    page: Page
    article: str
    prefix: str
    pictures: str
    versions: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class PageSide:
    """The parts of a page (its head, its lead, each of its sections), and the element around them."""

    parts: tuple[PageBlock, ...]
    nodes: list[HtmlNode]
    around: HtmlElement | None
    drawn: DrawnPage | None
    opened: set[int] = field(default_factory=set)
    """Elements that were written around a part already."""

    @classmethod
    def of(cls, drawn: DrawnPage | None) -> PageSide:
        """Take a page apart; no page has no parts."""
        if drawn is None:
            return cls((), [], None, None)
        nodes = list(_kept(parse_html(drawn.article)))
        for element in elements_below(nodes):
            if version := drawn.versions.get(_picture(element)):
                element.set_attribute(VERSION, version)
        tops = [node for node in nodes if isinstance(node, HtmlElement)]
        around = tops[0] if len(tops) == 1 else None
        inner = around.children if around is not None else nodes
        return cls(page_blocks(inner, _references(drawn.page)), nodes, around, drawn)

    def fit_for_one_file(
        self, elsewhere: frozenset[str] = frozenset(), other: PageSide | None = None
    ) -> None:
        """Give ids, links, pictures and headings the form in which two pages can stand in one file.

        Call it once, after the parts were compared. Links that lead to other pages of the site lead nowhere here;
        those to ids that are shown ``elsewhere`` lead to the same id of the ``other`` side.
        """
        if self.drawn is None:
            return
        ids = {element.attributes.get("id", "") for element in elements_below(self.nodes)}
        addresses = {f"#{anchor}": f"#{self.drawn.prefix}{anchor}" for anchor in ids - elsewhere}
        if other is not None and other.drawn is not None:
            theirs = {element.attributes.get("id", "") for element in elements_below(other.nodes)}
            prefix = other.drawn.prefix
            moved = {anchor for anchor in elsewhere if f"{prefix}{anchor}" in theirs}
            addresses |= {f"#{anchor}": f"#{prefix}{anchor}" for anchor in moved}
        for element in elements_below(self.nodes):
            self._fit(element, self.drawn, addresses)

    def written(self, placed: Iterable[tuple[PageBlock | None, Sequence[HtmlElement]]]) -> str:
        """Blocks as HTML, each inside the elements around it, which come in the order from the outermost inwards."""
        said = [(block, tuple(around)) for block, around in placed if block is not None]
        if not said:
            return ""
        outer = () if self.around is None else (self.around,)
        grouped = groupby(said, key=lambda one: tuple(map(id, one[1])))
        inner = "".join(self._inside([*group]) for _, group in grouped)
        return self._set_in(inner, outer)

    def _inside(self, said: Sequence[tuple[PageBlock, tuple[HtmlElement, ...]]]) -> str:
        return self._set_in("".join(write_html(block.nodes) for block, _ in said), said[0][1])

    def _set_in(self, inner: str, around: Sequence[HtmlElement]) -> str:
        for element in reversed(around):
            opening = element.again() if id(element) in self.opened else element.opening
            self.opened.add(id(element))
            inner = f"{element.ahead}{opening}{inner}{element.closing}"
        return inner

    def _fit(self, element: HtmlElement, drawn: DrawnPage, addresses: Mapping[str, str]) -> None:
        attributes = element.attributes
        if anchor := attributes.get("id"):
            element.set_attribute("id", f"{drawn.prefix}{anchor}")
        for name in _NAMING:
            if names := attributes.get(name):
                element.set_attribute(name, " ".join(f"{drawn.prefix}{one}" for one in names.split()))
        if "href" in attributes:
            element.set_attribute("href", _address(attributes["href"], addresses))
        if "src" in attributes:
            element.set_attribute("src", drawn.pictures + _picture(element))
            element.set_attribute(VERSION, None)
        if element.tag in _HEADINGS:
            element.set_attribute("aria-level", _HEADINGS[element.tag])


def _address(address: str, inside: Mapping[str, str]) -> str | None:
    if address.startswith("#"):
        return inside.get(address)
    return address if address.startswith(("https://", "http://", "mailto:")) else None


def _picture(element: HtmlElement) -> str:
    """The name of its file, below the images of the site."""
    return element.attributes.get("src", "").rpartition("images/")[2]


def _kept(nodes: Sequence[HtmlNode]) -> Iterator[HtmlNode]:
    """All but what only works on the site: navigation, buttons, what scripts show."""
    for node in nodes:
        if isinstance(node, HtmlElement):
            is_shown = "hidden" not in node.attributes and node.tag not in _DROPPED_TAGS
            if not is_shown or node.classes & _DROPPED_CLASSES:
                continue
            node.children = list(_kept(node.children))
        yield node


def _references(page: Page) -> dict[int, str]:
    """The key of the work under each number."""
    blocks: Iterable[object] = (block for section in page.sections for block in section.blocks)
    return {
        item.number: item.key for block in blocks if isinstance(block, References) for item in block.items
    }
