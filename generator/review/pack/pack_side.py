"""One side of a comparison as a pack draws it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from generator.compiler.context import EditionKey
from generator.formats.html import HtmlWriter
from generator.pages.blocks import Markdown, Picture
from generator.pages.site import Page
from generator.review.pack.page_side import DrawnPage

_LEFT_OUT = frozenset({"review", "disclaimer"})
"""Sections that are the same on every page of a site."""
_IN_PROSE = re.compile(r"\(images/([A-Za-z0-9._/-]+)")


@dataclass(frozen=True)
class PackSide:
    """Every page by its edition or, for prose, by its file; how it is drawn, and the pictures of the site by file name.

    ``which`` is ``before`` or ``after``, ``name`` what the side is called: ``main``, ``the working tree``.
    """

    which: str
    name: str
    site_name: str
    pages: Mapping[EditionKey, Page]
    writer: HtmlWriter
    picture: Callable[[str], bytes | None]

    @property
    def folder(self) -> str:
        """Where the pictures of this side stand in the pack."""
        return f"images/{self.which}"

    def drawn(self, key: EditionKey) -> DrawnPage | None:
        """What readers would read of an edition, without the state and the ways to other pages."""
        page = self.pages.get(key)
        if page is None:
            return None
        sections = tuple(section for section in page.sections if section.id not in _LEFT_OUT)
        bare = replace(page, breadcrumb=(), status=None, editions=(), sections=sections)
        article = self.writer.article(bare).article
        versions = {name: sha256(data).hexdigest() for name, data in self.shown_pictures([key])}
        return DrawnPage(bare, article, f"{self.which}-", f"../{self.folder}/", versions)

    def shown_pictures(self, keys: Iterable[EditionKey]) -> Iterator[tuple[str, bytes]]:
        """The pictures on these pages that could be read, by file name."""
        pages = (self.pages[key] for key in keys if key in self.pages)
        blocks = [block for page in pages for section in page.sections for block in section.blocks]
        names = {block.path.removeprefix("images/") for block in blocks if isinstance(block, Picture)}
        prose = (block.text for block in blocks if isinstance(block, Markdown))
        names |= {name for text in prose for name in _IN_PROSE.findall(text) if ".." not in name}
        for name in sorted(names):
            if (data := self.picture(name)) is not None:
                yield name, data
