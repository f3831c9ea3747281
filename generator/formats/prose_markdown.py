"""Prose pages: untrusted Markdown to HTML that holds no raw HTML, no script and nothing from another host."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from generator.formats.html_links import EXTERNAL_REL, SiteAddresses, safe_address

if TYPE_CHECKING:
    import markdown

_EXTENSIONS = ("tables", "sane_lists")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TEXT_TAGS = {"p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a", "img"}
_TABLE_TAGS = {"table", "thead", "tbody", "tr", "th", "td"}
_ATTRIBUTES = {
    "a": {"href", "rel", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    **{heading: {"id"} for heading in _HEADINGS[1:]},
}
_FRAGMENT = re.compile(r"#[^\s\"<>]*")
_OWN_IMAGE = re.compile(r"images/[A-Za-z0-9._/-]+")


@dataclass(frozen=True, slots=True)
class Prose:
    """A prose page as HTML, safe to set in, and its headings as (level, anchor, text)."""

    html: str
    headings: tuple[tuple[int, str, str], ...]


def render_prose(
    text: str,
    links: Mapping[str, str],
    addresses: SiteAddresses,
    *,
    level: int = 2,
    claim: Callable[[str], bool] | None = None,
) -> Prose:
    """Render Markdown. A leading ``# Title`` is left out, for the page prints its own.

    ``links`` maps addresses as written (``entry:id``) to paths of the site. ``level`` is the level of ``##``.
    ``claim`` takes an anchor and says whether it was still free on the page.
    """
    import nh3

    finish = _Finish(links, addresses, level, claim or _claims())
    safe = nh3.clean(
        _converter(finish).convert(text),
        tags=_TEXT_TAGS | _TABLE_TAGS | set(_HEADINGS[1:]),
        attributes=_ATTRIBUTES,
        link_rel=None,
        url_schemes={"http", "https", "mailto"},
    )
    return Prose(safe, tuple(finish.headings))


def _converter(finish: _Finish) -> markdown.Markdown:
    import markdown
    from markdown.treeprocessors import Treeprocessor

    class Finishing(Treeprocessor):
        def run(self, root: Element) -> None:
            finish.run(root)

    converter = markdown.Markdown(extensions=list(_EXTENSIONS), output_format="html")
    converter.preprocessors.deregister("html_block")  # raw HTML is text, and prints as written
    for pattern in (
        "html",
        "entity",
        "automail",
    ):  # the last writes addresses as numbers, which helps no reader
        converter.inlinePatterns.deregister(pattern)
    converter.treeprocessors.register(Finishing(converter), "clinsum", -10)
    return converter


class _Finish:
    """What is done to the parsed page: its title goes, headings get anchors, links and images are resolved."""

    def __init__(
        self, links: Mapping[str, str], addresses: SiteAddresses, level: int, claim: Callable[[str], bool]
    ) -> None:
        self._links = links
        self._addresses = addresses
        self._level = level
        self._claim = claim
        self.headings: list[tuple[int, str, str]] = []

    def run(self, root: Element) -> None:
        if len(root) and root[0].tag == "h1":
            root.remove(root[0])
        for element in root.iter():
            if element.tag in _HEADINGS:
                self._heading(element)
            elif element.tag == "a":
                self._link(element)
            elif element.tag == "img":
                self._image(element)

    def _heading(self, element: Element) -> None:
        written = max(_HEADINGS.index(str(element.tag)) + 1, 2)
        level = min(written + self._level - 2, len(_HEADINGS))
        words = html.unescape("".join(element.itertext())).strip()
        anchor = self._free_anchor(_slug(words) or "part")
        element.tag = f"h{level}"
        element.set("id", anchor)
        self.headings.append((level, anchor, words))

    def _free_anchor(self, slug: str) -> str:
        anchor, number = slug, 1
        while not self._claim(anchor):
            number += 1
            anchor = f"{slug}-{number}"
        return anchor

    def _link(self, element: Element) -> None:
        written = element.attrib.pop("href", "")
        element.attrib.pop("rel", None)
        if written in self._links:
            element.set("href", self._addresses.to(self._links[written]))
        elif _FRAGMENT.fullmatch(written):
            element.set("href", written)
        elif (outside := safe_address(written)) is not None:
            element.set("href", outside)
            element.set("rel", EXTERNAL_REL)
        else:
            element.tag = "span"  # which the sanitiser takes away and leaves the words

    def _image(self, element: Element) -> None:
        written = element.attrib.pop("src", "")
        if _OWN_IMAGE.fullmatch(written) and ".." not in written:
            element.set("src", self._addresses.to(written))
        else:
            element.tag = "span"
            element.text = element.get("alt", "")


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _claims() -> Callable[[str], bool]:
    taken: set[str] = set()

    def claim(anchor: str) -> bool:
        is_free = anchor not in taken
        taken.add(anchor)
        return is_free

    return claim
