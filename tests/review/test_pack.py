"""The pack for reviewers: opens from disk, shows both sides, marks what changed, folds no change away."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.formats.html_tree import HtmlElement, HtmlNode, parse_html, text_of
from generator.package_files import packaged_templates
from generator.pipeline import RunContext
from generator.pipeline.compare import ComparisonRequest, ComparisonResult, compare
from tests.site_project import DAY, SiteProject, reviewed, starter

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SUMMARY = "content/summaries/example-question.yml"
DRUG = "content/drugs/example-drug.yml"
CLINICIAN = "pages/example-question.clinician.html"
PATIENT = "pages/example-question.patient.html"
PICTURE = (
    "images:\n  - {file: figure.png, alt: {clinician: A drawing, patient: A drawing},"
    " source: invented, licence: CC0}\n"
)
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> [x](javascript:alert(3))"


@pytest.fixture
def sides(tmp_path: Path) -> tuple[SiteProject, SiteProject]:
    """Two equal projects, in folders of their own."""
    return starter(tmp_path / "base"), starter(tmp_path / "head")


def _written(base: SiteProject, head: SiteProject, folder: str = "pack") -> ComparisonResult:
    pack = head.folder.parent / folder
    request = ComparisonRequest(head.path("mkdocs.yml"), str(base.folder), pack=pack)
    return compare(request, RunContext(DAY, is_preview=True))


def _pack(base: SiteProject, head: SiteProject, folder: str = "pack") -> dict[str, str]:
    """The files of the pack as text."""
    found = _written(base, head, folder)
    assert found.pack_failure == ""
    return {
        name: data.decode("utf-8", "replace")
        for name, data in head.published(head.folder.parent / folder).items()
    }


def _raise_the_maximum(project: SiteProject) -> None:
    project.edit(SUMMARY, "maximum: {per_day: 2 mg}", "maximum: {per_day: 4 mg}")


def test_the_first_page_tells_every_change_the_gravest_first(sides: tuple[SiteProject, SiteProject]) -> None:
    base, head = sides
    _raise_the_maximum(head)
    head.edit(DRUG, "drug_class: Invented drugs", "drug_class: Other invented drugs")
    files = _pack(base, head)
    index = files["index.html"]
    assert re.search(r'class="pack-counts">1 critical, 1 major on \d pages<', index)
    assert (
        index.index("Critical changes")
        < index.index("maximum: 2 → 4 mg")
        < index.index("Other invented drugs")
    )
    assert f'<a href="{CLINICIAN}">Health professionals</a>' in index
    assert "Who must approve" in index
    assert "somebody in the role pharmacy" in index
    assert "kind: major" in index
    assert {
        "index.html",
        "comparison.json",
        "manifest.json",
        CLINICIAN,
        "assets/site.css",
        "assets/pack.css",
    } <= set(files)


def test_both_sides_are_shown_with_what_changed_marked(sides: tuple[SiteProject, SiteProject]) -> None:
    base, head = sides
    _raise_the_maximum(head)
    page = _pack(base, head)[CLINICIAN]
    before, after = (re.findall(rf"<{tag}>(.*?)</{tag}>", page) for tag in ("del", "ins"))
    assert set(before) == {"taken out", "2 mg"}
    assert set(after) == {"put in", "4 mg"}
    assert "maximum: 2 → 4 mg daily (doubled" in page or "maximum: 2 → 4 mg" in page
    assert '<a href="#after-dose-example-dose">show' in page
    assert 'id="after-dose-example-dose"' in page and 'id="before-dose-example-dose"' in page


def _outside_details(nodes: list[HtmlNode]) -> str:
    said = []
    for node in nodes:
        if isinstance(node, HtmlElement):
            said.append("" if node.tag == "details" else _outside_details(node.children))
        else:
            said.append(node.source)
    return "".join(said)


def test_what_changed_is_never_folded_away_and_what_is_the_same_is(
    sides: tuple[SiteProject, SiteProject],
) -> None:
    base, head = sides
    _raise_the_maximum(head)
    head.edit(SUMMARY, "clinician: Yawning (invented).", "clinician: Deep yawning (invented).")
    nodes = parse_html(_pack(base, head)[CLINICIAN])
    open_words = _outside_details(nodes)
    assert "Deep yawning" in text_of(nodes)
    for said in ("4 mg", "Deep", "yawning"):
        assert said in open_words
    assert "felt better" in text_of(nodes)
    assert "the same before and after" in text_of(nodes)
    folded = [text_of([one]) for one in _all(nodes, "details")]
    assert any("An invented work" in one for one in folded)
    assert not any(element.attributes.keys() & {"open"} for element in _all(nodes, "details"))


def _all(nodes: list[HtmlNode], tag: str) -> list[HtmlElement]:
    found = []
    for node in nodes:
        if isinstance(node, HtmlElement):
            found += [node] if node.tag == tag else []
            found += _all(node.children, tag)
    return found


def test_a_side_that_is_not_approved_says_so_and_one_that_is_does_not(tmp_path: Path) -> None:
    base, head = reviewed(tmp_path / "base"), reviewed(tmp_path / "head")
    for project in (base, head):
        project.approve("example-question", "clinician")
    _raise_the_maximum(head)
    page = _pack(base, head)[CLINICIAN]
    before, after = re.findall(
        r'<div class="pack-state pack-state--(?:before|after)">(.*?)</div>', page, re.DOTALL
    )
    assert "PREVIEW" not in before and "Approved" in before
    assert "PREVIEW, NOT APPROVED" in after


class _Links(HTMLParser):
    """What a page asks for, where it leads, and its ids."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.assets: list[str] = []
        self.tags: set[str] = set()
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href":
                (self.assets if tag == "link" else self.links).append(value or "")
            elif name in ("src", "srcset", "data", "action", "style"):
                self.assets.append(value or "")
            elif name.startswith("on"):
                self.handlers.append(name)


def _read(source: str) -> _Links:
    links = _Links()
    links.feed(source)
    return links


def _sides_with_everything(base: SiteProject, head: SiteProject) -> None:
    """A change on every page, one page gone, one new, and pictures."""
    _raise_the_maximum(head)
    for project, data in ((base, b"\x89PNG before"), (head, b"\x89PNG after")):
        project.path("content/images").mkdir()
        project.path("content/images/figure.png").write_bytes(data)
        project.edit(
            SUMMARY,
            "authors: [my-organisation]",
            f"{PICTURE}authors: [my-organisation]",
        )
    text = head.path(DRUG).read_text(encoding="utf-8")
    head.write(
        "content/drugs/new-drug.yml", text.replace("example drug", "new drug").replace("Examplon", "Newlon")
    )
    base.write(
        "content/drugs/old-drug.yml", text.replace("example drug", "old drug").replace("Examplon", "Oldlon")
    )
    head.edit(DRUG, "drug_class: Invented drugs", "drug_class: Other invented drugs")


def test_everything_lies_in_the_folder_and_every_link_leads_somewhere(
    sides: tuple[SiteProject, SiteProject],
) -> None:
    base, head = sides
    _sides_with_everything(base, head)
    files = _pack(base, head)
    pages = {name: _read(text) for name, text in files.items() if name.endswith(".html")}
    assert len(pages) == 6
    for name, read in pages.items():
        folder = Path("/pack", name).parent
        assert len(read.ids) == len(set(read.ids)), name
        for link in [*read.links, *read.assets]:
            if link.startswith(("https://", "http://", "mailto:")):
                assert link in read.links, "nothing is asked of another host"
                continue
            path, _, anchor = link.partition("#")
            target = (folder / path).resolve().relative_to("/pack").as_posix() if path else name
            assert target in files, link
            assert not anchor or anchor in pages[target].ids, link


def test_every_page_is_for_reviewers_alone_and_runs_nothing(sides: tuple[SiteProject, SiteProject]) -> None:
    base, head = sides
    _sides_with_everything(base, head)
    for name, text in _pack(base, head).items():
        if name.endswith(".html"):
            assert '<html lang="en">' in text
            assert '<meta name="robots" content="noindex, nofollow">' in text
            assert "script-src 'none'" in text
            read = _read(text)
            assert not read.tags & {"script", "iframe", "object", "embed", "form", "base", "button"}
            assert read.handlers == []


def test_pictures_of_both_sides_are_there(sides: tuple[SiteProject, SiteProject]) -> None:
    base, head = sides
    _sides_with_everything(base, head)
    files = _pack(base, head)
    assert files["images/before/figure.png"].endswith("PNG before")
    assert files["images/after/figure.png"].endswith("PNG after")
    assert 'src="../images/before/figure.png"' in files[CLINICIAN]


def test_a_page_of_prose_is_shown_like_any_other(sides: tuple[SiteProject, SiteProject]) -> None:
    base, head = sides
    for project, text in ((base, "Never share a dose."), (head, "Share a dose. ![p](images/figure.png)")):
        project.write("content/pages/advice.md", f"# Advice\n\n{text} {HOSTILE}\n\n{'It stays. ' * 9}\n")
    head.write("content/pages/more.md", "# More\n\nA new page.\n")
    head.path("content/images").mkdir(exist_ok=True)
    head.path("content/images/figure.png").write_bytes(b"a picture")
    files = _pack(base, head)
    advice = files["prose/advice.html"]
    assert '<a href="prose/advice.html">page of text</a>' in files["index.html"]
    assert "<del>Never share</del>" in advice and "<ins>Share</ins>" in advice
    assert "A page of text: nobody approves it" in advice
    assert 'src="../images/after/figure.png"' in advice and "images/after/figure.png" in files
    assert "<script" not in advice and 'href="javascript' not in advice
    assert "Page of text “More” is new" in files["prose/more.html"]


def test_a_page_on_one_side_only(sides: tuple[SiteProject, SiteProject]) -> None:
    base, head = sides
    _sides_with_everything(base, head)
    files = _pack(base, head)
    new, gone = files["pages/new-drug.clinician.html"], files["pages/old-drug.clinician.html"]
    assert "There was no such page." in new
    assert '<span class="pack-for">Health professionals</span>' in new
    assert "The page is new: all of it is to be read." in new
    assert "There is no such page." in gone
    assert "(Health professionals), without redirect or notice" in gone
    assert "<ins>" not in new and "<del>" not in gone


def test_an_entry_that_was_given_another_id_is_shown_beside_what_it_was(
    sides: tuple[SiteProject, SiteProject],
) -> None:
    base, head = sides
    for project in sides:
        text = project.path(DRUG).read_text(encoding="utf-8")
        project.write("content/drugs/old-drug.yml", text.replace("example drug", "old drug"))
    head.path("content/drugs/old-drug.yml").rename(head.path("content/drugs/new-drug.yml"))
    head.edit("content/drugs/new-drug.yml", "drug_class: Invented drugs", "drug_class: Other invented drugs")
    head.write("content/redirects.yml", "old-drug: new-drug\n")
    page = _pack(base, head)["pages/new-drug.clinician.html"]
    assert "There was no such page" not in page
    assert re.findall(r"<ins>(.*?)</ins>", page) == ["put in", "Other invented"]


def test_hostile_words_stay_words(sides: tuple[SiteProject, SiteProject]) -> None:
    base, head = sides
    head.edit(SUMMARY, "clinician: Yawning (invented).", f"clinician: '{HOSTILE}'")
    head.edit(SUMMARY, "outcome: Felt better", f"outcome: '{HOSTILE}'")
    head.edit(DRUG, "name: example drug (fictional)", f"name: 'example drug {HOSTILE}'")
    for name, text in _pack(base, head).items():
        if name.endswith(".html"):
            read = _read(text)
            assert not read.tags & {"script", "img"}
            assert read.handlers == []
            assert not [link for link in read.links if link.startswith("javascript")]


def test_templates_of_what_is_compared_are_not_run(sides: tuple[SiteProject, SiteProject]) -> None:
    base, head = sides
    _raise_the_maximum(head)
    for project in sides:
        project.write("site_templates/article/page.html.j2", "{{ 7 * 191 }}")
        project.write("site_templates/pack/index.html.j2", "{{ 7 * 191 }}")
    assert not [name for name, text in _pack(base, head).items() if name.endswith(".html") and "1337" in text]


def test_the_same_comparison_gives_the_same_bytes(sides: tuple[SiteProject, SiteProject]) -> None:
    base, head = sides
    _sides_with_everything(base, head)
    assert _pack(base, head, "one") == _pack(base, head, "two")


def test_a_pack_replaces_an_earlier_one_whole(sides: tuple[SiteProject, SiteProject]) -> None:
    base, head = sides
    _raise_the_maximum(head)
    head.edit(DRUG, "drug_class: Invented drugs", "drug_class: Other invented drugs")
    assert "pages/example-drug.clinician.html" in _pack(base, head)
    head.edit(DRUG, "drug_class: Other invented drugs", "drug_class: Invented drugs")
    assert "pages/example-drug.clinician.html" not in _pack(base, head)


def test_no_folder_is_replaced_that_no_pack_was_written_to(sides: tuple[SiteProject, SiteProject]) -> None:
    base, head = sides
    _raise_the_maximum(head)
    kept = head.folder.parent / "pack"
    kept.mkdir()
    (kept / "letter.txt").write_text("mine")
    assert "letter.txt" in _written(base, head).pack_failure
    assert [file.name for file in kept.iterdir()] == ["letter.txt"]
    site = head.folder.parent / "site-elsewhere"
    head.build(output=site)
    assert "holds a site, not a pack" in _written(base, head, "site-elsewhere").pack_failure
    assert (site / "sitemap.xml").exists()


@pytest.mark.parametrize(
    "folder", ["head", "head/content", "head/content/packs", "head/site", "base/content", "."]
)
def test_no_pack_stands_among_sources(sides: tuple[SiteProject, SiteProject], folder: str) -> None:
    base, head = sides
    _raise_the_maximum(head)
    before = head.published(head.folder.parent)
    found = _written(base, head, folder)
    assert found.pack_failure
    assert found.comparison.facts
    assert head.published(head.folder.parent) == before


def test_what_was_not_compared_stands_first(sides: tuple[SiteProject, SiteProject]) -> None:
    base, head = sides
    _raise_the_maximum(head)
    head.edit(DRUG, "mechanism: not-stated", "mechanisn: not-stated")
    index = _pack(base, head)["index.html"]
    assert index.index('id="not-compared"') < index.index("maximum: 2 → 4 mg")
    assert "content/drugs/example-drug.yml:" in index


def test_of_a_side_that_cannot_be_read_the_pack_says_so(sides: tuple[SiteProject, SiteProject]) -> None:
    base, head = sides
    base.path("mkdocs.yml").unlink()
    index = _pack(base, head)["index.html"]
    assert "NOT COMPARED" in index
    assert "No page changed" not in index


def test_nothing_changed(sides: tuple[SiteProject, SiteProject]) -> None:
    assert "No page changed. 4 editions were compared." in _pack(*sides)["index.html"]


# How it looks.

_STYLES = (packaged_templates() / "pack/pack.css").read_text(encoding="utf-8")
_SITE = (packaged_templates() / "assets/site.css").read_text(encoding="utf-8")


def test_the_dark_colours_are_those_of_the_site() -> None:
    dark = re.search(r'\[data-md-color-scheme="slate"\] {(.*?)}', _SITE, re.DOTALL)
    ours = re.search(r"prefers-color-scheme: dark\) {\s*:root {(.*?)}", _STYLES, re.DOTALL)
    assert dark and ours
    assert re.findall(r"--cs-[^;]+;", ours[1]) == re.findall(r"--cs-[^;]+;", dark[1])


def test_styles_ask_no_other_host() -> None:
    assert not re.search(r"//|@import|url\(", re.sub(r"/\*.*?\*/", "", _STYLES, flags=re.DOTALL))


def _luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_COLOURS = """() => {
  const seen = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
    let ground = element;
    while (ground && getComputedStyle(ground).backgroundColor === "rgba(0, 0, 0, 0)") ground = ground.parentElement;
    const below = ground ? getComputedStyle(ground).backgroundColor : "rgb(255, 255, 255)";
    seen.add(`${getComputedStyle(element).color} on ${below}`);
  }
  return [...seen];
}"""


def _opened(browser: Browser, pack: Path, name: str, width: int, scheme: str = "light") -> Page:
    page = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=True,
    ).new_page()
    page.on("request", lambda request: _only_files(request.url))
    page.goto((pack / name).as_uri())
    return page


def _only_files(address: str) -> None:
    assert address.startswith("file:"), address


@pytest.fixture
def pack(sides: tuple[SiteProject, SiteProject]) -> Path:
    """A pack of everything, written."""
    _sides_with_everything(*sides)
    _pack(*sides)
    return sides[1].folder.parent / "pack"


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["index.html", CLINICIAN, PATIENT])
def test_words_can_be_read_on_their_ground(browser: Browser, pack: Path, name: str, scheme: str) -> None:
    page = _opened(browser, pack, name, 1280, scheme)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    pairs = page.evaluate(_COLOURS)
    page.context.close()
    assert len(pairs) > 3
    for pair in pairs:
        darker, lighter = sorted(map(_luminance, pair.split(" on ")))
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5, pair


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 400, 899, 1280])
def test_nothing_scrolls_sideways(browser: Browser, pack: Path, width: int) -> None:
    for name in ("index.html", CLINICIAN, PATIENT, "pages/new-drug.clinician.html"):
        page = _opened(browser, pack, name, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        page.context.close()


@pytest.mark.browser
def test_sides_stand_beside_each_other_where_there_is_room_and_below_on_phones_and_paper(
    browser: Browser, pack: Path
) -> None:
    row = """() => {
      const row = document.querySelector(".pack-row--changed");
      const [one, other] = [...row.children].map((side) => side.getBoundingClientRect());
      return other.top < one.bottom;
    }"""
    for width, is_beside in ((1280, True), (905, True), (890, False), (400, False)):
        page = _opened(browser, pack, CLINICIAN, width)
        assert page.evaluate(row) is is_beside, width
        page.emulate_media(media="print")
        assert page.evaluate(row) is False
        page.context.close()


@pytest.mark.browser
def test_a_reader_without_colours_or_sight_is_told(browser: Browser, pack: Path) -> None:
    page = _opened(browser, pack, CLINICIAN, 1280)
    marks = "[...document.querySelectorAll('main .pack-row :is(del, ins)')]"
    lines = page.evaluate(f"{marks}.map((one) => getComputedStyle(one).textDecorationLine)")
    assert set(lines) == {"line-through", "underline"}
    assert page.locator(".pack-label--changed:visible").count() >= 2
    assert page.get_by_role("deletion").count() >= 1
    assert page.get_by_role("insertion").count() >= 1
    page.context.close()
