"""Prose pages: Markdown that anybody may have written becomes HTML that cannot do anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formats.html_links import SiteAddresses
from generator.formats.prose_markdown import render_prose
from tests.formats.html_reading import ReadHtml

LINKS = {"entry:azathioprine": "drugs/azathioprine/", "disclaimer.md": "disclaimer/"}
TAGS = {
    "p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a", "img",
    "table", "thead", "tbody", "tr", "th", "td", "h2", "h3", "h4", "h5", "h6",
}  # fmt: skip


def rendered(text: str) -> ReadHtml:
    return ReadHtml(render_prose(text, LINKS, SiteAddresses.at_depth(1)).html)


def test_ordinary_prose_is_rendered() -> None:
    text = "Some *stress*, **weight** and `code`.\n\n1. one\n2. two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> said\n"
    tags = {tag.split()[0] for tag in rendered(text).skeleton}
    assert {"p", "em", "strong", "code", "ol", "li", "table", "th", "td", "blockquote"} <= tags


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <script src=//evil.example/x.js></script> b",
        '<img src="x" onerror="alert(1)">',
        "<iframe src='https://evil.example'></iframe>",
        "<div onclick='x'>\n\nhello\n\n</div>",
        "<style>body{display:none}</style>",
        "<svg><script>alert(1)</script></svg>",
        "<!-- hidden --><form action=x><input></form>",
        "[x](javascript:alert(1))",
        "[x]( JAVASCRIPT:alert(1) )",
        "[x](java&#x73;cript:alert(1))",
        "[x](<java\tscript:alert(1)>)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "<javascript:alert(1)>",
        "[x]: javascript:alert(1)\n\n[x]",
        "![x](javascript:alert(1))",
        "![x](https://evil.example/track.png)",
        "![x](images/../../secret.png)",
        '[x](https://a.example "t\\" onmouseover=\\"x")',
        "# <img src=x onerror=x>\n\n## <img src=x onerror=x>",
        "`</code><script>x</script>`",
        "[a](entry:unknown) [b](../../etc/passwd) [c](//evil.example)",
    ],
)
def test_hostile_markdown_is_neutralised(text: str) -> None:
    read = rendered(text)
    assert {tag.split()[0].lstrip("/") for tag in read.skeleton} <= TAGS
    assert {name for _, name, _ in read.attributes} <= {"href", "rel", "title", "src", "alt", "id", "start"}
    assert all(link.startswith(("https://a.example", "#")) for link in read.values("href"))
    assert read.values("src") == []


def test_raw_html_prints_as_it_was_written() -> None:
    assert rendered("a <b onclick='x'>bold</b>").text() == "a <b onclick='x'>bold</b>"


def test_links_to_entries_and_pages_are_resolved_relative_to_the_page() -> None:
    read = rendered(
        "[a](entry:azathioprine) [d](disclaimer.md) [w](https://who.example/x?a=1&b=2) [h](#part)"
    )
    assert read.values("href") == [
        "../drugs/azathioprine/",
        "../disclaimer/",
        "https://who.example/x?a=1&b=2",
        "#part",
    ]
    assert read.values("rel") == ["noopener noreferrer external"]


def test_an_unknown_entry_prints_as_words() -> None:
    assert rendered("see [the other](entry:unknown) page").text() == "see the other page"


def test_own_images_are_shown() -> None:
    read = rendered("![A flow](images/flow.svg)")
    assert read.values("src") == ["../images/flow.svg"] and read.values("alt") == ["A flow"]


def test_the_title_goes_and_headings_get_unique_anchors() -> None:
    prose = render_prose(
        "# Title\n\n## Über *uns* & co\n\n## Uber uns co\n\n### &copy; 日本\n", {}, SiteAddresses("./")
    )
    assert "Title" not in prose.html
    assert prose.headings == (
        (2, "uber-uns-co", "Über uns & co"),
        (2, "uber-uns-co-2", "Uber uns co"),
        (3, "part", "© 日本"),
    )
    assert ReadHtml(prose.html).values("id") == ["uber-uns-co", "uber-uns-co-2", "part"]


def test_a_title_further_down_is_a_section() -> None:
    prose = render_prose("Words first.\n\n# A title\n", {}, SiteAddresses("./"))
    assert prose.headings == ((2, "a-title", "A title"),)


def test_below_a_titled_section_headings_go_one_level_down() -> None:
    prose = render_prose("## One\n\n###### Six\n", {}, SiteAddresses("./"), level=3)
    assert [level for level, _, _ in prose.headings] == [3, 6]


@given(
    st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("<>&\"'[]()!`*_#|-\n:"), max_size=120)
)
def test_any_text_gives_safe_html_and_the_same_twice(text: str) -> None:
    read = rendered(text)
    assert {tag.split()[0].lstrip("/") for tag in read.skeleton} <= TAGS
    assert not {name for _, name, _ in read.attributes if name.startswith("on") or name == "style"}
    assert all(
        link.startswith(("https://", "http://", "mailto:", "#", "../")) for link in read.values("href")
    )
    assert render_prose(text, LINKS, SiteAddresses("./")) == render_prose(text, LINKS, SiteAddresses("./"))
