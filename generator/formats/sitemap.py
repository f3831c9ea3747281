"""``sitemap.xml``: the public pages and the same pages in other languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """One page: its absolute address, the day of its last clinical change (``2026-10-30``) if known, and
    ``(language, absolute address)`` of the same page in each language, itself included.
    """

    url: str
    last_changed: str | None = None
    alternates: tuple[tuple[str, str], ...] = ()


def render_sitemap(pages: Iterable[SitemapPage]) -> bytes:
    """The site map in the order of the addresses, so that the order of the build does not show."""
    entries = (_entry(page) for page in sorted(pages, key=lambda page: page.url))
    return (_HEAD + "".join(entries) + "</urlset>\n").encode()


def _entry(page: SitemapPage) -> str:
    day = f"<lastmod>{escape(page.last_changed)}</lastmod>" if page.last_changed else ""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{escape(language)}" href="{escape(url)}"/>'
        for language, url in page.alternates
    )
    return f"<url><loc>{escape(page.url)}</loc>{day}{links}</url>\n"
