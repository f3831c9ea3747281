"""The pins of the frame: each was found by trying Material, and each engine must hold all of them."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from generator.diagnostics import Place
from generator.engines.drawn import Drawn
from generator.engines.engine_error import EngineError
from generator.formats.frame import Frame
from generator.formats.frame_slots import FRAME_SLOTS
from tests.engines.conftest import DRUG, ENGINES, SUMMARY, THEME

PAGES = (
    "index.html",
    "drugs/index.html",
    "search/index.html",
    DRUG.drawn_path,
    SUMMARY.drawn_path,
    "404.html",
)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_every_slot_as_often_as_declared(drawn: Drawn, path: str) -> None:
    frame = Frame.parse(drawn.page(path), name=path, theme=drawn.theme, slots=FRAME_SLOTS)
    assert {slot.name for slot in frame.slots} == {slot.name for slot in FRAME_SLOTS}


def test_the_head_has_no_alternate_no_neighbours_and_no_name_of_a_generator(drawn: Drawn) -> None:
    for path in PAGES:
        page = drawn.page(path)
        assert not re.search(r'rel="?(alternate|prev|next|preconnect)', page)
        assert 'name="generator"' not in page


def test_the_theme_asks_no_other_host(drawn: Drawn) -> None:
    for path in PAGES:
        loaded = re.findall(r'<(?:link|script|img|iframe)\b[^>]*?(?:href|src)="([^"]*)"', drawn.page(path))
        assert loaded
        assert [url for url in loaded if url.startswith(("http:", "https:", "//"))] == []


def test_the_frame_leaves_no_trace_of_itself_in_another_page(drawn: Drawn) -> None:
    assert "frame-en" not in drawn.page("index.html")
    assert "frame-en" not in drawn.page(SUMMARY.drawn_path)
    assert ">Skip<" not in re.sub(r"\s", "", drawn.page(SUMMARY.drawn_path))


def test_frames_sitemap_and_search_index_are_no_assets(drawn: Drawn) -> None:
    assets = drawn.assets()
    assert not [
        name for name in assets if re.search(r"\.html$|sitemap|search|lunr|workers|\.map$|^frame", name)
    ]
    assert "assets/stylesheets/frame.css" in assets
    assert [name for name in assets if name.startswith("assets/javascripts/bundle")]


def test_every_file_that_a_page_loads_is_an_asset_at_its_depth(drawn: Drawn) -> None:
    ours = {"assets/site.css", "assets/search.css", "assets/search.js", "assets/site.js"}
    for path in PAGES:
        loaded = re.findall(r'<(?:link|script)\b[^>]*?(?:href|src)="([^"]*assets/[^"]*)"', drawn.page(path))
        names = {urljoin(f"/{path}", url).removeprefix("/") for url in loaded}
        assert names - ours <= set(drawn.assets())


@pytest.mark.parametrize("path", [SUMMARY.drawn_path, DRUG.drawn_path, "index.html", "drugs/index.html"])
def test_links_are_relative_so_that_the_site_works_below_any_path(drawn: Drawn, path: str) -> None:
    links = re.findall(r'(?:href|src)="([^"]*)"', drawn.page(path))
    assert [link for link in links if link.startswith("/")] == []


@pytest.mark.parametrize(
    ("path", "tab"),
    [
        (SUMMARY.drawn_path, "Summaries"),
        (DRUG.drawn_path, "Drugs"),
        ("drugs/index.html", "Drugs"),
        ("index.html", "Home"),
    ],
)
def test_exactly_the_tab_of_the_section_is_active(drawn: Drawn, path: str, tab: str) -> None:
    active = re.findall(r'md-tabs__item--active">\s*<a[^>]*>\s*([^<]*?)\s*</a>', drawn.page(path))
    assert active == [tab]


def test_the_skip_link_leads_to_the_article(drawn: Drawn) -> None:
    page = drawn.page(SUMMARY.drawn_path)
    assert page.count('href="#__skip"') == 1
    assert page.count('id="__skip"') == 1
    assert page.index('id="__skip"') < page.index("clinsum-slot-article-x")


def test_search_is_a_link_without_javascript(drawn: Drawn) -> None:
    assert 'class="clinsum-search-open" href="../../../search/"' in drawn.page(SUMMARY.drawn_path)


def test_the_footer_leads_to_disclaimer_and_policy_and_advertises_nobody(drawn: Drawn) -> None:
    footer = drawn.page(SUMMARY.drawn_path).split("<footer")[1]
    assert 'href="../../../disclaimer/"' in footer
    assert 'href="../../../editorial-policy/"' in footer
    assert "Made with" not in footer


def test_a_page_that_was_not_drawn_is_a_coded_error(drawn: Drawn) -> None:
    with pytest.raises(EngineError) as caught:
        drawn.page("no/such/index.html")
    assert [finding.code for finding in caught.value.findings] == ["ENGINE004"]
    assert caught.value.findings[0].place == Place("mkdocs.yml")


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_a_site_that_says_only_what_it_must_has_a_whole_frame(
    engine: str, stage: Path, tmp_path: Path
) -> None:
    if engine == "zensical":
        pytest.importorskip("zensical")
    configuration = tmp_path / "mkdocs.yml"
    configuration.write_text(
        "site_name: Ward 7\nsite_url: https://ward.example/\nnav: [{Home: index.md}]\n"
        "theme: {name: material, font: false}\n",
        encoding="utf-8",
    )
    drawn = ENGINES[engine](configuration, stage, tmp_path / "out", theme_folders=[THEME])
    page = drawn.page(SUMMARY.drawn_path)
    Frame.parse(page, name="x", theme=drawn.theme, slots=FRAME_SLOTS)
    assert "On this page" in page
    assert ">None<" not in page
