"""Two pages side by side: whatever differs is marked in both, and nothing else; pairs go by anchors."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formats.html_tree import (
    HtmlElement,
    HtmlNode,
    HtmlText,
    elements_below,
    parse_html,
    write_html,
)
from generator.pages.blocks import ReferenceItem, References
from generator.pages.inline import words
from generator.pages.site import Page, Section
from generator.review.pack.page_differences import PagePart, PartChange, page_differences
from generator.review.pack.page_side import DrawnPage


def _drawn(article: str, prefix: str = "", works: tuple[str, ...] = ()) -> DrawnPage:
    items = tuple(
        ReferenceItem(number, f"ref-{number}", key, words(key), "", "", "", "", "", "", ())
        for number, key in enumerate(works, start=1)
    )
    sections = (Section("doses", "Doses", ()), Section("references", "References", (References(items),)))
    page = Page("drugs/x/", "drug", "", "x", "clinician", "X", words("X"), "", sections=sections)
    return DrawnPage(page, f'<div class="cs-page">{article}</div>', prefix, "../images/")


def _compared(before: str, after: str) -> tuple[PagePart, ...]:
    return page_differences(_drawn(before), _drawn(after))


def _one(before: str, after: str) -> tuple[str, str]:
    """Both sides of a page of one section, without what is around it."""
    (part,) = _compared(f'<section id="doses">{before}</section>', f'<section id="doses">{after}</section>')
    return _inside(_side(part, "before")), _inside(_side(part, "after"))


def _side(part: PagePart, which: Literal["before", "after"]) -> str:
    """What is written of one side; what is folded is written as it is now."""
    rows = (row.after if row.folded else getattr(row, which) for row in part.rows)
    return "".join(rows)


def _inside(written: str) -> str:
    return re.sub(r'^<div class="cs-page"><section[^>]*>|</section></div>$', "", written)


def _label(what: str) -> str:
    return f'<span class="pack-label pack-label--{what}">{what}</span> '


def test_a_changed_amount_is_marked_whole_on_both_sides() -> None:
    before, after = _one(
        '<p>Give <span class="cs-amount">20 mg</span> daily.</p>',
        '<p>Give <span class="cs-amount">40 mg</span> daily.</p>',
    )
    head = f'<p data-pack="changed">{_label("changed")}Give <span class="cs-amount">'
    assert before == f"{head}<del>20 mg</del></span> daily.</p>"
    assert after == f"{head}<ins>40 mg</ins></span> daily.</p>"


def test_words_side_by_side_are_one_mark() -> None:
    before, after = _one(
        "<p>It can be given to most people.</p>", "<p>It should never be given to most people.</p>"
    )
    assert (
        before == f'<p data-pack="changed">{_label("changed")}It <del>can</del> be given to most people.</p>'
    )
    assert "<ins>should never</ins>" in after


def test_what_has_little_in_common_is_marked_whole() -> None:
    before, after = _one("<p>Take it by mouth, daily.</p>", "<p>Given into a vein.</p>")
    assert "<del>Take it by mouth, daily.</del>" in before
    assert "<ins>Given into a vein.</ins>" in after


def test_a_block_on_one_side_only_is_named_so_once() -> None:
    same = '<ul><li id="harm-a">Same.</li>{}</ul>'
    before, after = _one(same.format('<li id="harm-b"><b>Low</b> counts.<p>More.</p></li>'), same.format(""))
    assert before.count("pack-label--removed") == 1
    assert '<li id="harm-b" data-pack="removed">' in before
    assert "<b><del>Low</del></b>" in before
    assert "<p><del>More.</del></p>" in before
    assert "data-pack" not in after.replace('<ul data-pack="changed">', "<ul>")


def test_blocks_pair_by_their_anchors_wherever_they_stand() -> None:
    one, two = '<li id="dose-a">20 mg of this</li>', '<li id="dose-b">30 mg of that</li>'
    before, after = _one(f"<ul>{one}{two}</ul>", f"<ul>{two.replace('30', '50')}{one}</ul>")
    assert "<del>30</del>" in before
    assert "<ins>50</ins>" in after
    assert after.count("pack-label--moved") == before.count("pack-label--moved") == 1
    assert "<del>20</del>" not in before


def test_an_anchor_that_is_gone_is_not_paired_with_what_stands_in_its_place() -> None:
    before, after = _one(
        '<ul><li id="dose-a">20 mg daily</li></ul>', '<ul><li id="dose-b">20 mg weekly</li></ul>'
    )
    assert "<del>20 mg daily</del>" in before
    assert "<ins>20 mg weekly</ins>" in after


def test_facts_pair_by_their_labels() -> None:
    def fact(label: str, said: str) -> str:
        return f'<div class="cs-fact"><dt>{label}</dt><dd>{said}</dd></div>'

    before, after = _one(
        f"<dl>{fact('Response', '4 wk')}{fact('Licence', 'none stated')}</dl>",
        f"<dl>{fact('Full effect', '4 wk')}{fact('Response', '6 wk')}{fact('Licence', 'none stated')}</dl>",
    )
    assert "<dt>Response</dt>" in before
    assert f'<dd data-pack="changed">{_label("changed")}<ins>6</ins> wk</dd>' in after
    assert f"<dt>{_label('added')}<ins>Full effect</ins></dt>" in after


def _referenced(marks: str, *works: str) -> DrawnPage:
    listed = "".join(
        f'<li id="ref-{number}"><span class="cs-references__number">{number}.</span><div><p>{work}.</p></div></li>'
        for number, work in enumerate(works, start=1)
    )
    return _drawn(f'<p>Said{marks}.</p><section id="references"><ol>{listed}</ol></section>', works=works)


def _cite(number: int) -> str:
    return f'<sup class="cs-cite"><a href="#ref-{number}" id="cite-{number}">{number}</a></sup>'


def test_another_number_of_the_same_reference_is_no_change() -> None:
    before = _referenced(_cite(1), "roe-2020")
    after = _referenced(_cite(2), "doe-2021", "roe-2020")
    said, listed = page_differences(before, after)
    assert said.change is PartChange.SAME
    assert listed.change is PartChange.CHANGED
    assert "<del>" not in _side(listed, "before")
    assert _side(listed, "after").count("<ins>") == 1


def test_another_reference_under_the_same_number_is_marked() -> None:
    said, _ = page_differences(_referenced(_cite(1), "roe-2020"), _referenced(_cite(1), "doe-2021"))
    assert "<del>1</del>" in _side(said, "before")
    assert "<ins>1</ins>" in _side(said, "after")


def test_a_link_that_leads_elsewhere_and_another_picture_are_marked() -> None:
    before, after = _one(
        '<p><a href="https://doi.example/1">DOI</a></p>', '<p><a href="https://doi.example/2">DOI</a></p>'
    )
    assert "<del>DOI</del>" in before
    assert "<ins>DOI</ins>" in after
    before, after = _one(
        '<p>See <img src="images/a.png" alt="A"></p>', '<p>See <img src="images/b.png" alt="A"></p>'
    )
    assert 'data-pack="removed"' in before
    assert 'data-pack="added"' in after


def test_another_picture_under_the_same_name_is_marked() -> None:
    article = '<p>See</p><figure><img src="images/a.png" alt="A"></figure>'
    before = replace(_drawn(article), versions={"a.png": "1"})
    _, part = page_differences(before, replace(before, versions={"a.png": "2"}))
    assert part.change is PartChange.CHANGED
    assert "data-version" not in _side(part, "after")


def test_a_drawing_that_differs_is_marked() -> None:
    plot = '<p>5 of 9</p><svg role="img" aria-label="x"><circle cx="{}"/></svg>'
    assert 'data-pack="added"' in _one(plot.format(1), plot.format(2))[1]
    shape = '<p><svg aria-hidden="true"><path d="M{}"/></svg>Same</p>'
    assert "data-pack" not in _one(shape.format(1), shape.format(2))[1]


def test_parts_have_titles_and_say_what_became_of_them() -> None:
    parts = page_differences(
        _drawn('<header><h1>X</h1></header><section id="doses"><p>One.</p></section>'),
        _drawn('<header><h1>X</h1></header><section id="references"><p>Two.</p></section>'),
    )
    assert [(part.title, part.change.value) for part in parts] == [
        ("Title", "same"),
        ("Doses", "removed"),
        ("References", "added"),
    ]
    assert (_side(parts[1], "after"), _side(parts[2], "before")) == ("", "")


def test_a_page_that_one_side_has_alone_is_not_marked() -> None:
    (part,) = page_differences(None, _drawn('<section id="doses"><p>New.</p></section>'))
    assert (part.change, _side(part, "before")) == (PartChange.ADDED, "")
    assert "<ins>" not in _side(part, "after")
    (part,) = page_differences(_drawn('<section id="doses"><p>Old.</p></section>'), None)
    assert (part.change, _side(part, "after")) == (PartChange.REMOVED, "")
    assert page_differences(None, None) == ()


def test_two_pages_fit_into_one_file() -> None:
    article = (
        '<nav>Home</nav><h1>X</h1><p id="a" aria-labelledby="b c"><a href="#a">on</a> '
        '<a href="#d">d</a><a href="../y/">y</a>'
        '<a href="javascript:alert(1)">z</a><a href="https://example.org/">out</a><button>Print</button>'
        '<img src="../../images/sub/x.png" alt=""></p><p hidden>never</p><script>alert(1)</script>'
    )
    sides = (_drawn(article, "before-"), _drawn(article, "after-"))
    parts = page_differences(*sides)
    written = "".join(_side(part, "after") for part in parts)
    assert '<h1 aria-level="2">' in written
    assert '<p id="after-a" aria-labelledby="after-b after-c">' in written
    assert (
        '<a href="#after-a">on</a> <a>d</a><a>y</a><a>z</a><a href="https://example.org/">out</a>' in written
    )
    assert 'src="../images/sub/x.png"' in written
    assert not re.search(r"Home|Print|never|script", written)
    assert parts[1].anchors == ("before-a", "after-a")


def test_links_to_what_is_folded_lead_to_where_it_is_shown() -> None:
    same = '<section id="references"><p id="x">Same.</p></section>'
    parts = page_differences(
        _drawn(f'<section id="doses"><p>Old <a href="#x">on</a></p></section>{same}', "before-"),
        _drawn(f'<section id="doses"><p>New <a href="#x">on</a></p></section>{same}', "after-"),
    )
    assert '<a href="#after-x">' in parts[0].rows[0].before
    assert (parts[1].rows[0].before, parts[1].rows[0].folded) == ("", "More of this part")


def test_text_stays_text() -> None:
    said = "&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; &#39;"
    before, after = _one(f"<p>Old words {said}</p>", f"<p>New words {said}</p>")
    assert {element.tag for element in elements_below(parse_html(before + after))} == {
        "p",
        "span",
        "del",
        "ins",
    }
    assert said.replace("&lt;script", "")[:20] in after


# Any two pages: what is not marked says the same on both sides, and without its marks a page is what it was.

_TEXTS = st.text(st.sampled_from("ab1 2.,µ<&é\u00a0"), min_size=1, max_size=12).map(html.escape)


def _wrapped(tag: str, inner: list[str], anchor: str) -> str:
    attribute = f' id="{anchor}"' if anchor else ""
    return f"<{tag}{attribute}>{''.join(inner)}</{tag}>"


_INLINE = st.builds(_wrapped, st.sampled_from(["em", "b", "span"]), st.lists(_TEXTS, max_size=2), st.just(""))
_RUNS = st.one_of(_TEXTS, _INLINE)
_ANCHORS = st.sampled_from(["", "", "", "a", "b", "c"])
_BLOCKS = st.recursive(
    st.builds(_wrapped, st.sampled_from(["p", "td", "li"]), st.lists(_RUNS, max_size=3), _ANCHORS),
    lambda inner: st.builds(
        _wrapped,
        st.sampled_from(["div", "ul", "table"]),
        st.lists(st.one_of(inner, _RUNS), max_size=4),
        _ANCHORS,
    ),
    max_leaves=6,
)
_ARTICLES = st.lists(_BLOCKS, max_size=4).map("".join)


def _without_marks(nodes: list[HtmlNode], *, words_too: bool) -> list[HtmlNode]:
    """Without labels and attributes of the pack; marked words go or stay."""
    kept: list[HtmlNode] = []
    for node in nodes:
        if isinstance(node, HtmlText):
            kept.append(node)
            continue
        if "pack-label" in node.classes:
            kept.append(HtmlText("\0"))
            continue
        if node.tag in ("del", "ins"):
            kept += [] if words_too else _without_marks(node.children, words_too=False)
            continue
        if "data-pack" in node.attributes:
            node.set_attribute("data-pack", None)
        node.children = _without_marks(node.children, words_too=words_too)
        kept.append(node)
    return kept


def _plain(source: str, *, words_too: bool = False) -> str:
    return write_html(_without_marks(parse_html(source), words_too=words_too)).replace("\0 ", "")


def _said(source: str) -> list[str]:
    return html.unescape(re.sub(r"<[^>]*>", " ", source)).split()


@given(_ARTICLES, _ARTICLES)
def test_without_its_marks_a_page_is_what_it_was(before: str, after: str) -> None:
    parts = _compared(before, after)
    for article, written in (
        (before, [_side(p, "before") for p in parts]),
        (after, [_side(p, "after") for p in parts]),
    ):
        shown = "".join(_plain(one) for one in written)
        assert sorted(_said(shown)) == sorted(_said(article))


@given(_ARTICLES, _ARTICLES)
def test_what_is_not_marked_says_the_same_on_both_sides(before: str, after: str) -> None:
    parts = _compared(before, after)
    texts = [
        "".join("".join(_said(_plain(one, words_too=True))) for one in side)
        for side in ([_side(part, "before") for part in parts], [_side(part, "after") for part in parts])
    ]
    if not any("pack-label--moved" in _side(part, "after") for part in parts):
        assert texts[0] == texts[1]
    assert sorted(texts[0]) == sorted(texts[1])


@given(_ARTICLES)
def test_equal_pages_have_no_mark(article: str) -> None:
    for part in _compared(article, article):
        assert part.change is PartChange.SAME
        assert "pack" not in _side(part, "before") + _side(part, "after")


@pytest.mark.parametrize(
    "source", ["<p>a<b>c</p>d", "</p>x", "<p", "a<!-- b -->c", "&amp;&lt;", "<br/>x", "< b"]
)
def test_any_html_is_read_without_an_error(source: str) -> None:
    assert write_html(parse_html(source)) is not None
    assert _compared(source, source + "<p>more</p>")


def test_what_is_read_is_written_as_it_was() -> None:
    source = '<p Class="a&amp;b" data-x>x &#39; &nbsp;<br>y<!-- z --><svg viewBox="0 0 1 1"><path d="M0"/></svg></p>'
    nodes = parse_html(source)
    assert write_html(nodes) == source
    (top,) = nodes
    assert isinstance(top, HtmlElement)
    assert top.attributes["class"] == "a&b"
