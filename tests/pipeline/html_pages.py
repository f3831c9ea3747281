"""What a published folder's pages link to, read as a browser would."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

_ADDRESSES = {"href", "src", "action", "data"}


class PageReader(HTMLParser):
    """The addresses and anchors of one page, and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.anchors: list[str] = []
        self.words: list[str] = []
        self.current_states = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep addresses, anchors, and how many steps of review are the current one."""
        given = dict(attrs)
        self.addresses += [value for name, value in attrs if name in _ADDRESSES and value is not None]
        if given.get("id"):
            self.anchors.append(given["id"] or "")
        self.current_states += given.get("aria-current") == "step"

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.words.append(data)


def pages_of(files: Mapping[str, bytes]) -> dict[str, PageReader]:
    """Every page of a published folder by its path."""
    return {path: PageReader(data.decode()) for path, data in files.items() if path.endswith(".html")}


def dead_links(files: Mapping[str, bytes], site_path: str = "/") -> list[str]:
    """Every link inside the site that leads to no file, or to no anchor of the page that it leads to."""
    pages = pages_of(files)
    dead = []
    for path, page in pages.items():
        for address in page.addresses:
            found = urlsplit(address)
            if found.scheme or found.netloc:
                continue
            target = _target(path, unquote(found.path), site_path)
            if target not in files:
                dead.append(f"{path}: {address}")
            elif found.fragment and target in pages and unquote(found.fragment) not in pages[target].anchors:
                dead.append(f"{path}: {address} (no such anchor)")
    return dead


def _target(path: str, address: str, site_path: str) -> str:
    if not address:
        return path
    here = posixpath.dirname(path)
    joined = address.removeprefix(site_path) if address.startswith("/") else posixpath.join(here, address)
    target = posixpath.normpath(joined)
    is_folder = address.endswith(("/", "..", "."))
    return posixpath.normpath(posixpath.join(target, "index.html")) if is_folder else target
