"""The drawn theme and the search, in a real browser, with a small site served below a path."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.engines.drawn import Drawn
from generator.engines.pagefind import index_with_pagefind
from generator.formats.frame import Frame
from generator.formats.frame_slots import FRAME_SLOTS
from generator.formats.search_record import SearchRecord, search_record
from tests.engines.conftest import CONFIGURATION, DRUG, ENGINES, ROOT, SUMMARY, THEME

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Response

pytestmark = pytest.mark.browser

_QUESTION = "Which second-line treatments can be tried in idiopathic plexopathy?"
_HEADINGS = (("options", "Options"), ("monitoring", "Monitoring"), ("harms", "Harms"))
_ARTICLE = "".join(
    f'<h2 id="{anchor}">{heading}</h2><p>{"Immunoglobulin is given. " * 80}</p>'
    for anchor, heading in _HEADINGS
)
_RECORDS = (
    SearchRecord(
        "drugs/azathioprine/",
        "Azathioprine",
        "Drug",
        "Health professionals",
        "Submitted",
        aliases=("Imuran", "AZA"),
        sections=(("harms", "Harms", "Bone marrow <script>alert(1)</script> & liver"),),
    ),
    SearchRecord(
        "summaries/plexopathy/clinician/",
        _QUESTION,
        "Summary",
        "Patients",
        "Under review",
        drugs=("Azathioprine", "Immunoglobulin"),
        sections=(
            ("options", "Options", "IVIg is given; azathioprine or prednisolone are further options."),
        ),
    ),
)


@dataclass
class _Visit:
    page: Page
    base: str
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def answered(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"missing: {response.url}")

    def open(self, path: str = "") -> None:
        self.page.goto(self.base + path)

    def search(self, words: str) -> None:
        self.page.keyboard.press("/")
        self.page.locator("dialog input[type=search]").fill(words)

    def status(self, words: str) -> None:
        self.page.locator(".clinsum-search__status", has_text=words).wait_for()


def _fill(drawn: Drawn, path: str, title: str, article: str) -> bytes:
    frame = Frame.parse(drawn.page(path), name=path, theme=drawn.theme, slots=FRAME_SLOTS)
    values = {slot.name: "" for slot in FRAME_SLOTS}
    values |= {"language": "en", "robots": "all", "title": title, "document-title": title, "article": article}
    values |= {"canonical": "https://a.example/", "breadcrumb": '<nav aria-label="Breadcrumb">Home</nav>'}
    values["toc"] = "".join(f'<li><a href="#{anchor}">{heading}</a></li>' for anchor, heading in _HEADINGS)
    return frame.fill(values).encode()


@pytest.fixture(scope="session", params=["mkdocs", pytest.param("zensical", marks=pytest.mark.slow)])
def drawn(request: pytest.FixtureRequest, stage: Path, tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    """As in the other tests; the second engine's script is tried only with the slow ones."""
    if request.param == "zensical":
        pytest.importorskip("zensical")
    out = tmp_path_factory.mktemp(request.param) / "out"
    return ENGINES[request.param](CONFIGURATION, stage, out, theme_folders=[THEME])


@pytest.fixture(scope="session")
def site(drawn: Drawn, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("served")
    out = root / "below" / "a-path"
    files = {name: (drawn.folder / name).read_bytes() for name in drawn.assets()}
    files |= {f"assets/{name}": _asset(name) for name in ("search.js", "search.css", "site.css", "site.js")}
    files["index.html"] = _fill(drawn, "index.html", "Home", "<h1>Home</h1>")
    files["search/index.html"] = _fill(
        drawn, "search/index.html", "Search", "<h1>Search</h1><div data-clinsum-search>Browse instead.</div>"
    )
    drug = "<h1>Azathioprine</h1>" + _ARTICLE
    files["drugs/azathioprine/index.html"] = _fill(drawn, DRUG.drawn_path, "Azathioprine", drug)
    summary = f"<h1>{_QUESTION}</h1>{_ARTICLE}"
    files["summaries/plexopathy/clinician/index.html"] = _fill(drawn, SUMMARY.drawn_path, _QUESTION, summary)
    records = tmp_path_factory.mktemp("records")
    _write(records, {record.path: search_record(record) for record in _RECORDS})
    _write(out, files)
    index_with_pagefind(records, out / "pagefind")
    return root


def _asset(name: str) -> bytes:
    path = ROOT / "site_templates" / "assets" / name
    return path.read_bytes() if path.exists() else b""


def _write(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/below/a-path/"
    server.shutdown()
    server.server_close()
    thread.join()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing between the dots of the tests."""


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[_Visit]:
    """A visit on which the page may neither complain nor ask another host."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    visit = _Visit(context.new_page(), address)
    visit.page.on("console", lambda message: visit.complaints.append(message.text))
    visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    visit.page.on("dialog", lambda dialog: visit.complaints.append(dialog.message))
    visit.page.on("request", lambda request: visit.requests.append(request.url))
    visit.page.on("response", visit.answered)
    yield visit
    context.close()
    assert visit.complaints == []
    assert [url for url in visit.requests if not url.startswith(address)] == []


def test_a_brand_finds_its_drug_and_enter_opens_it(visit: _Visit) -> None:
    visit.open("summaries/plexopathy/clinician/")
    visit.search("Imuran")
    visit.status("1 page")
    result = visit.page.locator("dialog li").inner_text()
    assert "Azathioprine" in result
    assert "Health professionals" in result
    assert "Submitted" in result
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(visit.base + "drugs/azathioprine/*")
    assert visit.page.locator("h1").inner_text() == "Azathioprine"


def test_an_abbreviation_is_found_however_it_is_written(visit: _Visit) -> None:
    visit.open()
    for written in ("IVIG", "ivig", "IVIg"):
        visit.search(written)
        visit.status(f"1 page for “{written}”")
        assert _QUESTION in visit.page.locator("dialog li").inner_text()
        visit.page.keyboard.press("Escape")


def test_a_result_leads_to_the_section_that_matches(visit: _Visit) -> None:
    visit.open()
    visit.search("marrow")
    visit.page.locator("dialog li .clinsum-search__section a").click()
    visit.page.wait_for_url("**/drugs/azathioprine/#harms")
    visit.page.wait_for_function("scrollY > 200")


def test_content_of_the_index_stays_text(visit: _Visit) -> None:
    visit.open()
    visit.search("marrow")
    visit.status("1 page")
    assert "<script>" in visit.page.locator("dialog li").inner_text()
    assert visit.page.locator("dialog li script").count() == 0


def test_a_near_spelling_is_offered_as_a_question(visit: _Visit) -> None:
    visit.open()
    visit.search("prednisone")
    visit.status("No page has “prednisone”. Did you mean")
    assert visit.page.locator("dialog li").count() == 1


def test_an_empty_result_says_what_was_searched(visit: _Visit) -> None:
    visit.open()
    visit.search("zzzz")
    visit.status("the text of 2 pages")


def test_slash_opens_and_escape_closes_and_typing_a_slash_stays_typing(visit: _Visit) -> None:
    visit.open()
    visit.page.keyboard.press("/")
    visit.page.keyboard.type("1/2")
    assert visit.page.locator("dialog input").input_value() == "1/2"
    visit.page.keyboard.press("Escape")
    assert visit.page.locator("dialog[open]").count() == 0


def test_the_search_page_reads_and_keeps_its_question_and_filters(visit: _Visit) -> None:
    visit.open("search/?q=azathioprine")
    visit.status("2 pages")
    visit.page.locator(".clinsum-search__facets summary").click()
    visit.page.get_by_label("State").select_option("Under review")
    visit.status("1 page")
    assert _QUESTION in visit.page.locator(".clinsum-search__results").inner_text()
    assert "state=Under+review" in visit.page.url
    visit.page.reload()
    visit.status("1 page")


def test_the_index_is_loaded_only_by_those_who_search(visit: _Visit) -> None:
    visit.open()
    visit.page.wait_for_timeout(300)
    assert [url for url in visit.requests if "/pagefind/" in url] == []


def test_a_fragment_is_kept_and_the_page_stands_there(visit: _Visit) -> None:
    visit.open("summaries/plexopathy/clinician/#harms")
    visit.page.wait_for_function("scrollY > 200")
    assert visit.page.url.endswith("#harms")


def test_the_list_beside_the_article_leads_to_its_sections(visit: _Visit) -> None:
    visit.open("summaries/plexopathy/clinician/")
    visit.page.get_by_role("navigation", name="On this page").get_by_text("Harms").click()
    visit.page.wait_for_url("**/#harms")


def test_on_a_phone_nothing_is_wider_than_the_screen(visit: _Visit) -> None:
    visit.page.set_viewport_size({"width": 360, "height": 740})
    visit.open("summaries/plexopathy/clinician/")
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360
    visit.page.keyboard.press("/")
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_javascript_search_leads_to_the_search_page(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "drugs/azathioprine/")
    page.locator("[data-clinsum-search-open]").click()
    assert page.url == address + "search/"
    assert "Browse instead." in page.locator("article").inner_text()
    context.close()
