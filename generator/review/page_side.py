"""One rendering of a page, taken apart so that it can be set beside another in one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.formats.html_tree import HtmlElement, HtmlNode, elements_below, parse_html, write_html
from generator.pages.blocks import References
from generator.pages.site import Page
from generator.review.page_blocks import PageBlock, page_blocks

_DROPPED_TAGS = frozenset({"button", "form", "input", "nav", "script"})
_DROPPED_CLASSES = frozenset({"cs-onpage"})
_NAMING = ("aria-labelledby", "aria-describedby", "for")
_HEADINGS = {f"h{level}": str(level + 1) for level in range(1, 6)}


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page with the HTML of its article.

    ``prefix`` goes before its ids in the common file; ``pictures`` is where its images stand, as seen from there.
    """

    page: Page
    article: str
    prefix: str
    pictures: str


@dataclass(slots=True)
class PageSide:
    """The parts of a page (its head, its lead, each of its sections), and the element around them."""

    parts: tuple[PageBlock, ...]
    nodes: list[HtmlNode]
    around: HtmlElement | None
    drawn: DrawnPage | None

    @classmethod
    def of(cls, drawn: DrawnPage | None) -> PageSide:
        """Take a page apart; no page has no parts."""
        if drawn is None:
            return cls((), [], None, None)
        nodes = list(_kept(parse_html(drawn.article)))
        tops = [node for node in nodes if isinstance(node, HtmlElement)]
        around = tops[0] if len(tops) == 1 else None
        inner = around.children if around is not None else nodes
        return cls(page_blocks(inner, _references(drawn.page)), nodes, around, drawn)

    def fit_for_one_file(self) -> None:
        """Give ids, links, pictures and headings the form in which two pages can stand in one file.

        Call it once, after the parts were compared. Links that lead to other pages of the site lead nowhere here.
        """
        if self.drawn is None:
            return
        for element in elements_below(self.nodes):
            self._fit(element, self.drawn)

    def written(self, part: PageBlock | None) -> str:
        """A part as HTML, inside the element that is around all of them."""
        if part is None:
            return ""
        inner = write_html(part.nodes)
        return inner if self.around is None else f"{self.around.opening}{inner}{self.around.closing}"

    def _fit(self, element: HtmlElement, drawn: DrawnPage) -> None:
        attributes = element.attributes
        if anchor := attributes.get("id"):
            element.set_attribute("id", f"{drawn.prefix}{anchor}")
        for name in _NAMING:
            if names := attributes.get(name):
                element.set_attribute(name, " ".join(f"{drawn.prefix}{one}" for one in names.split()))
        if "href" in attributes:
            element.set_attribute("href", _address(attributes["href"], drawn.prefix))
        if "src" in attributes:
            element.set_attribute("src", drawn.pictures + attributes["src"].rpartition("images/")[2])
        if element.tag in _HEADINGS:
            element.set_attribute("aria-level", _HEADINGS[element.tag])


def _address(address: str, prefix: str) -> str | None:
    if address.startswith("#"):
        return f"#{prefix}{address[1:]}"
    return address if address.startswith(("https://", "http://", "mailto:")) else None


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
