"""The site map and robots.txt."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from generator.formats.robots import render_robots
from generator.formats.sitemap import SitemapPage, render_sitemap

_SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_pages_stand_in_the_order_of_their_addresses_with_the_day_of_their_change() -> None:
    pages = [SitemapPage("https://a.example/b/?x=1&y=2"), SitemapPage("https://a.example/a/", "2026-10-30")]
    assert render_sitemap(pages) == render_sitemap(reversed(pages))
    root = ET.fromstring(render_sitemap(pages))
    assert [loc.text for loc in root.iterfind("s:url/s:loc", _SPACE)] == [
        "https://a.example/a/",
        "https://a.example/b/?x=1&y=2",
    ]
    assert [day.text for day in root.iterfind("s:url/s:lastmod", _SPACE)] == ["2026-10-30"]


def test_other_languages_of_a_page_are_named() -> None:
    page = SitemapPage(
        "https://a.example/", None, (("en", "https://a.example/"), ("de", "https://a.example/de/"))
    )
    root = ET.fromstring(render_sitemap([page]))
    links = root.findall("s:url/x:link", _SPACE)
    assert [(link.get("hreflang"), link.get("href")) for link in links] == list(page.alternates)


def test_robots_names_the_site_map_and_keeps_a_demonstration_out_of_search_engines() -> None:
    assert b"Sitemap: https://a.example/sitemap.xml\n" in render_robots(
        "https://a.example/", demonstration=False
    )
    assert b"Disallow: /\n" in render_robots("https://a.example/", demonstration=True)
    assert b"Disallow" not in render_robots("https://a.example/", demonstration=False)
