"""The repository's own site, built once, served below a path as on a shared host, and read with a real browser."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site_project import sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Response

PREFIX = "guides/x/"
SUMMARY = "summaries/second-line-treatment-idiopathic-plexopathy/clinician/"
PATIENT = "summaries/second-line-treatment-idiopathic-plexopathy/patient/"
KINDS = {
    "home": "",
    "summary": SUMMARY,
    "summary with figures": "summaries/ivig-neurosarcoidosis/clinician/",
    "summary for patients": PATIENT,
    "choice of edition": "summaries/ivig-neurosarcoidosis/",
    "medication": "medications/diabetic-lumbosacral-plexopathy-medication/clinician/",
    "drug": "drugs/azathioprine/",
    "condition": "conditions/neurosarcoidosis/",
    "index": "drugs/",
    "history": f"{SUMMARY}history/",
    "status": "status/",
    "recent changes": "changes/",
    "what was found": "qa/",
    "search": "search/",
    "prose": "editorial-policy/",
    "not found": "404.html",
}
"""One page of every kind."""


@dataclass
class Visit:
    """A reader's tab. What the browser complains of, and what it asks whom for, is kept."""

    page: Page
    base: str
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def open(self, path: str = "") -> Page:
        """Open a page of the site."""
        self.page.goto(self.base + path)
        return self.page

    def listen(self) -> None:
        """Keep errors, warnings, dialogs, missing files and requests."""
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("response", self._answered)

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"missing: {response.url}")

    @property
    def foreign(self) -> list[str]:
        """Requests that left the site."""
        return [url for url in self.requests if not url.startswith((self.base, "data:", "blob:"))]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing between the dots of the tests."""


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site is served."""
    root = tmp_path_factory.mktemp("served")
    project = sample(tmp_path_factory.mktemp("sample") / "project")
    url = "site_url: https://clinical-summaries.example/"
    project.edit("mkdocs.yml", url, url + PREFIX)
    output = root / PREFIX.rstrip("/")
    output.parent.mkdir(parents=True)
    project.build(search=True, output=output)
    yield from _served(root)


def _served(root: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/{PREFIX}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """A visit on which the page may neither complain nor ask another host."""
    yield from _visit(browser.new_context(viewport={"width": 1280, "height": 800}), address)


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Visit]:
    """The same on a narrow phone."""
    yield from _visit(browser.new_context(viewport={"width": 360, "height": 740}), address)


@pytest.fixture
def without_script(browser: Browser, address: str) -> Iterator[Visit]:
    """The same with JavaScript switched off."""
    yield from _visit(browser.new_context(java_script_enabled=False), address)


@pytest.fixture
def browser_in_the_dark(browser: Browser, address: str) -> Iterator[Visit]:
    """The same for a reader whose device is set to dark."""
    yield from _visit(browser.new_context(color_scheme="dark"), address)


def _visit(context: BrowserContext, address: str) -> Iterator[Visit]:
    context.set_default_timeout(10_000)
    visit = Visit(context.new_page(), address)
    visit.listen()
    yield visit
    context.close()
    assert visit.complaints == []
    assert visit.foreign == []
