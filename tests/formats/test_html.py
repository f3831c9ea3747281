"""Articles: every block is drawn, authored text stays text, links lead where they should, findings stand beside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import UndefinedError

from generator.formats.html import HtmlWriter
from generator.formats.html_links import safe_address
from generator.pages.blocks import (
    Block,
    Callout,
    Figures,
    Interval,
    OptionCard,
    OptionLine,
    Paragraphs,
    References,
)
from generator.pages.inline import Inline, Link, PageLink, Text, Words
from generator.pages.site import EvidenceTag, Page, Section, StatusBar
from tests.formats.html_reading import ReadHtml
from tests.formats.sample_page import (
    FIGURES,
    MONITORING,
    STATUS,
    clinician_page,
    patient_page,
    sample_pages,
    say,
)

TEMPLATES = Path(__file__).resolve().parents[2] / "site_templates"
WORDS = yaml.safe_load((TEMPLATES / "words/en/page.yml").read_text(encoding="utf-8"))
WRITER = HtmlWriter([TEMPLATES], WORDS)
PAGES = sample_pages()
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)


def drawn(page: Page) -> ReadHtml:
    return ReadHtml(WRITER.article(page).article)


def page_of(*blocks: Block, path: str = "a/b/", **changes: Any) -> Page:
    values = {
        "kind": "summary",
        "kind_words": "",
        "entry": "x",
        "audience": "",
        "title": "",
        "description": "",
    }
    section = Section("part", "Part", blocks)
    return Page(**{"path": path, "heading": say("x"), "sections": (section,), **values, **changes})


def parts(thing: object) -> Iterator[object]:
    """A page and everything in it."""
    yield thing
    if isinstance(thing, tuple):
        inner: Any = thing
    elif is_dataclass(thing):
        inner = [getattr(thing, each.name) for each in fields(thing)]
    else:
        inner = ()
    for each in inner:
        yield from parts(each)


def test_the_samples_hold_every_block_and_every_inline_node() -> None:
    found = {type(part) for page in PAGES for part in parts(page)}
    assert set(get_args(Block)) <= found
    assert set(get_args(Inline)) <= found


@each_page
def test_all_words_of_a_page_are_on_it(page: Page) -> None:
    text = drawn(page).text()
    said = [part for part in parts(page) if isinstance(part, Words)]
    for node in [node for words in said for node in parts(words.run) if isinstance(node, Text)]:
        assert node.text in text


@each_page
def test_a_page_has_one_heading_headings_in_order_and_unique_ids(page: Page) -> None:
    read = drawn(page)
    levels = [
        int(tag[1]) for tag in (item.split()[0] for item in read.skeleton) if re.fullmatch(r"h[1-6]", tag)
    ]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert len(read.values("id")) == len(set(read.values("id")))


@each_page
def test_every_link_inside_the_page_has_its_target(page: Page) -> None:
    article = WRITER.article(page)
    read = ReadHtml(article.article + f"<ul>{article.contents}</ul>")
    targets = {link[1:] for link in read.values("href", "a") if link.startswith("#")}
    assert targets <= set(read.values("id"))


@each_page
def test_nothing_runs_and_nothing_is_loaded_from_elsewhere(page: Page) -> None:
    read = drawn(page)
    names = {name for _, name, _ in read.attributes}
    assert not {name for name in names if name.startswith("on") or name == "style"}
    assert not {tag.split()[0] for tag in read.skeleton} & {"script", "iframe", "style", "link", "object"}
    assert not [src for src in read.values("src") if "//" in src]


@each_page
def test_the_same_page_gives_the_same_bytes(page: Page) -> None:
    assert WRITER.article(page) == WRITER.article(page) == HtmlWriter([TEMPLATES], WORDS).article(page)


_CHARACTERS = st.characters(
    exclude_categories=["Cs"], exclude_characters=[chr(c) for c in range(32)] + ["\x7f"]
)
_HOSTILE = st.sampled_from(
    ['"><img src=x onerror=alert(1)>', "</p><script>x</script>", "' onclick='x", "{{ 7 }}", "&lt;"]
)
_TEXTS = st.one_of(_HOSTILE, st.text(_CHARACTERS | st.sampled_from("<>&\"'\r\n\t"), min_size=1, max_size=40))
_SHOWN = {
    "text", "label", "title", "caption", "alt", "credit", "message", "decided", "warning", "updated", "brands",
    "columns", "type_words", "state_words", "kind_words", "note", "switch", "purpose_words", "unresolved",
}  # fmt: skip


def with_text(thing: Any, text: str) -> Any:
    """The same page with this text wherever an author's words or a label stand."""
    if isinstance(thing, tuple):
        return tuple(with_text(each, text) for each in thing)
    if not is_dataclass(thing) or isinstance(thing, type) or type(thing).__name__ == "Markdown":
        return thing
    changed = {each.name: _changed(each.name, getattr(thing, each.name), text) for each in fields(thing)}
    return replace(thing, **changed)


def _changed(name: str, value: Any, text: str) -> Any:
    if name in _SHOWN and isinstance(value, str) and value:
        return text
    if name == "columns":
        return tuple(text for _ in value)
    return with_text(value, text)


@settings(max_examples=30)
@given(_TEXTS)
def test_hostile_text_stays_text_everywhere(text: str) -> None:
    for page in PAGES:
        assert drawn(with_text(page, text)).skeleton == drawn(with_text(page, "x")).skeleton


@given(_TEXTS)
def test_words_come_out_as_they_went_in(text: str) -> None:
    block = Callout("note", text, (say(text),))
    read = drawn(page_of(block, heading=Words((Text(text),))))
    assert read.text("h1") == text
    assert read.text("p") == text
    assert text in read.values("aria-label", "div")


def test_controls_which_html_cannot_hold_are_marked() -> None:
    assert drawn(page_of(Paragraphs((say("a\x00b\x1bc"),)))).text("p") == "a\ufffdb\ufffdc"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", "./drugs/x/#dose"),
        ("about/", "../drugs/x/#dose"),
        ("drugs/y/", "../../drugs/x/#dose"),
        ("a/b/c/", "../../../drugs/x/#dose"),
    ],
)
def test_a_link_inside_the_site_is_relative_to_the_page(path: str, expected: str) -> None:
    link = Words((PageLink("drugs/x/#dose", (Text("x"),)),))
    assert expected in drawn(page_of(Paragraphs((link,)), path=path)).values("href", "a")


def test_no_path_inside_the_site_becomes_a_scheme_or_another_host() -> None:
    for path in ("javascript:alert(1)", "//evil.example/", "data:text/html,x"):
        link = Words((PageLink(path, (Text("x"),)),))
        for at in ("", "a/"):
            hrefs = drawn(page_of(Paragraphs((link,)), path=at)).values("href", "a")
            assert all(href.startswith(("#", "./", "../")) and "//" not in href for href in hrefs)


def test_a_page_that_is_served_at_any_depth_links_from_the_root() -> None:
    page = page_of(Paragraphs((Words((PageLink("drugs/", (Text("x"),)),)),)))
    assert "/sub/drugs/" in ReadHtml(WRITER.article(page, root="/sub/").article).values("href", "a")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "//evil.example",
        " https://x.example",
        "https://",
        "java\tscript:alert(1)",
        "file:///etc/passwd",
        "relative/page",
        "",
        'https://x.example/"onclick="x',
    ],
)
def test_an_unsafe_address_prints_as_text(address: str) -> None:
    page = page_of(Paragraphs((Words((Link(address, (Text("the words"),)),)),)))
    read = drawn(page)
    assert "the words" in read.text("p")
    assert not [href for href in read.values("href", "a") if not href.startswith(("#", "../"))]


@pytest.mark.parametrize(
    "address", ["https://doi.org/10.1/x?a=b&c=d", "http://x.example", "mailto:a@b.example"]
)
def test_a_safe_address_is_a_link_that_tells_the_other_host_nothing(address: str) -> None:
    read = drawn(page_of(Paragraphs((Words((Link(address, (Text("x"),)),)),))))
    assert address in read.values("href", "a")
    assert "noopener noreferrer external" in read.values("rel", "a")
    assert safe_address(address) == address


def test_a_citation_leads_to_its_reference_and_back() -> None:
    html = WRITER.article(clinician_page()).article
    assert (
        'plexopathy has not responded to pulse steroids.<sup class="cs-cite"><a href="#ref-1" id="cite-1-1" '
        in html
    )
    assert 'aria-label="reference 1">1</a>,<a href="#ref-2"' in html
    assert '<a href="#cite-1-2" aria-label="Back to mention 2 of reference 1">' in html
    assert 'href="https://doi.org/10.1000/example.2005.1"' in html
    assert 'href="https://pubmed.ncbi.nlm.nih.gov/12345678/"' in html
    assert "Not identified by the source" in html


def test_an_open_finding_stands_beside_its_dose_and_after_its_statement_once() -> None:
    html = WRITER.article(clinician_page()).article
    dose = html.split('id="dose-ivig-short"')[1].split("</tbody>")[0]
    assert dose.count("The source does not say whether this is one infusion or divided.") == 1
    assert "Open finding (warning):" in dose
    assert re.search(
        r"A response is seen within days\..*?<ul class=\"cs-notices\">.*?One report only\..*?</li>",
        html,
        re.S,
    )
    assert html.count("The strength of this recommendation is not rated.") == 1


@pytest.mark.parametrize("page", [clinician_page(), patient_page()], ids=["submitted", "approved"])
def test_exactly_one_step_of_review_is_current(page: Page) -> None:
    read = drawn(page)
    assert read.values("aria-current", "li") == ["step"]
    assert page.status and page.status.decided in read.text()


def test_a_state_outside_the_steps_is_said_alone_and_the_warning_comes_before_the_answer() -> None:
    steps = tuple(replace(step, is_current=False) for step in STATUS.steps)
    status: StatusBar = replace(STATUS, code="suspended", words="Suspended", steps=steps)
    html = WRITER.article(replace(clinician_page(), status=status)).article
    read = ReadHtml(html)
    assert read.values("aria-current", "li") == []
    assert "<strong data-cs-state>Suspended</strong>" in html
    assert html.index("Not approved: do not use for care.") < html.index("cs-recommendation--bottom-line")


def test_an_approved_page_has_no_warning_and_says_when_its_review_is_due() -> None:
    read = drawn(patient_page())
    assert "cs-warning" not in " ".join(read.values("class"))
    assert read.values("data-due") == ["2027-11-02"]
    hidden = [value for tag, name, value in read.attributes if name == "hidden" and tag == "span"]
    assert len(hidden) == 1 and "Review overdue" in read.text()


def test_a_recommendation_that_an_option_carries_out_has_its_tag_once() -> None:
    said = say("Give examplin.", pointer="recommendations[1]")
    card = OptionCard("option-x", say("Examplin"), (), None, None, (said, say("More.")), (), (), "options[0]")
    tag = EvidenceTag("reviewed", "[2026]", "The evidence was reviewed in 2026.")
    page = page_of(OptionLine("line-1", "First line", (card,)), tags={"recommendations[1]": tag})
    html = WRITER.article(page).article
    assert "Give examplin. <span" in html.replace("</span> <span", "<span")
    assert html.count("[2026]") == 2 and html.count(tag.meaning) == 2, "beside it, and in the legend"


def test_a_page_without_parts_has_no_empty_boxes() -> None:
    read = drawn(replace(page_of(), sections=()))
    assert read.skeleton.count("ul class") == 0
    assert "cs-status" not in " ".join(read.values("class"))


def test_the_contents_list_sections_lines_of_treatment_and_headings_of_prose() -> None:
    contents = {page.path: WRITER.article(page).contents for page in PAGES}
    options = contents["summaries/x/clinician/"]
    assert re.search(r'href="#options">Options</a><nav.*?href="#line-2">Second line</a>', options)
    assert 'href="#how-we-work">How we work</a>' in contents["about/"]
    assert 'href="#in-detail">In detail</a>' in contents["about/"]


def test_prose_prints_no_second_title_and_links_to_entries() -> None:
    read = drawn(PAGES[-1])
    assert [tag for tag in read.skeleton if tag.startswith("h1")] == ["h1 class"]
    assert "../drugs/azathioprine/" in read.values("href", "a")


def test_an_interval_is_drawn_with_its_numbers_as_text() -> None:
    read = drawn(page_of(FIGURES))
    labels = read.values("aria-label", "svg")
    assert "47 of 62 (76 %; 95 % interval 64 % to 85 %)" in labels
    assert read.text("text").startswith("0%50%100%")
    assert "0.212" in read.text("text")  # the ticks of the ratio: 0.2, 1 and 2


@pytest.mark.parametrize(
    "interval",
    [
        Interval("proportion", 0.5, 0.4, 0.6),
        Interval("proportion", -0.1, 0.4, 1.6),
        Interval("ratio", 0.0, 0.4, 0.6),
        Interval("ratio", 0.1, float("nan"), 0.6),
        Interval("ratio", 0.1, 0.5, float("inf")),
        Interval("unheard-of", 0.1, 0.5, 0.6),
        None,
    ],
)
def test_what_cannot_be_drawn_is_left_to_the_words(interval: Interval | None) -> None:
    card = replace(FIGURES.items[1], interval=interval)
    read = drawn(page_of(Figures((card,))))
    assert "svg" not in {tag.split()[0] for tag in read.skeleton if "role" in tag}
    assert "0.47" in read.text()


def test_a_difference_is_drawn_around_no_difference() -> None:
    card = replace(FIGURES.items[1], interval=Interval("difference", -5.1, -3.2, -1.3))
    assert drawn(page_of(Figures((card,)))).text("text") == "\u221210010"


def test_a_value_at_which_something_is_done_stands_below_its_row_with_what_is_done() -> None:
    text = drawn(page_of(MONITORING)).text()
    assert "less than 3.5 × 10⁹/L" in text
    assert text.index("bone marrow suppression") < text.index("3.5 × 10⁹/L") < text.index("Stop it.")
    assert text.index("Stop it.") < text.index("renal dysfunction")


def test_a_comparison_with_a_reservation_is_not_drawn_side_by_side() -> None:
    reserved = replace(FIGURES.items[0], comparison_note=say("No fair comparison."))
    read = drawn(page_of(Figures((reserved,))))
    assert len(read.values("viewbox", "svg")) == 1
    assert "4 of 27" in read.text() and "No fair comparison." in read.text()


def test_a_site_overlays_single_templates(tmp_path: Path) -> None:
    (tmp_path / "article").mkdir()
    (tmp_path / "article/bullets.html.j2").write_text("<p>ours</p>", encoding="utf-8")
    html = HtmlWriter([tmp_path, TEMPLATES], WORDS).article(clinician_page()).article
    assert "<p>ours</p>" in html and 'class="cs-doses' not in html.split("<p>ours</p>")[1]


def test_a_word_that_is_missing_is_an_error_and_not_a_gap() -> None:
    incomplete = {key: word for key, word in WORDS.items() if key != "bottom_line"}
    with pytest.raises(UndefinedError, match="bottom_line"):
        HtmlWriter([TEMPLATES], incomplete).article(clinician_page())


def test_every_word_is_used_and_none_has_the_name_of_a_clinical_word() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in sorted((TEMPLATES / "article").iterdir()))
    used = set(re.findall(r"\bword\.([a-z_]+)", text))
    used |= {f"severity_{code}" for code in ("error", "warning", "note")}
    used |= {f"link_{kind}" for kind in ("doi", "pubmed", "full_text")} | {"reference"}
    assert used == set(WORDS)
    for name in ("clinical.yml", "record.yml", "safety-and-evidence.yml"):
        clinical = yaml.safe_load((TEMPLATES / "words/en" / name).read_text(encoding="utf-8"))
        assert not set(clinical) & set(WORDS)


def test_a_book_is_known_by_its_number() -> None:
    references = next(part for part in parts(PAGES[0]) if isinstance(part, References))
    book = replace(references.items[0], isbn="978-3-16-148410-0")
    assert "ISBN 978-3-16-148410-0" in drawn(page_of(References((book,)))).text()
    assert "ISBN" not in drawn(page_of(references)).text()
