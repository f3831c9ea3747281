"""A page marks itself overdue on the day of its reader, without a new build. The clock of the browser is fixed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tests.site_project import reviewed

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SUMMARY = "summaries/example-question/clinician/"
STATES = "[data-cs-state]:visible"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing between the dots of the tests."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with one page that was approved on 22 November 2026, so that its review is due a year later."""
    project = reviewed(tmp_path_factory.mktemp("overdue") / "project")
    project.edit("content/summaries/example-question.yml", "route: not-stated", "route: oral")
    project.approve("example-question", "clinician")
    project.build()
    yield from _served(project.site)


def _served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join()


def _read(
    browser: Browser, url: str, moment: str, zone: str = "Europe/London", *, script: bool = True
) -> Page:
    context = browser.new_context(timezone_id=zone, java_script_enabled=script)
    page = context.new_page()
    page.clock.set_fixed_time(moment)
    page.goto(url)
    return page


@pytest.mark.parametrize(
    ("moment", "zone", "state"),
    [
        ("2026-12-01T12:00:00Z", "Europe/London", "Approved"),
        ("2027-11-22T23:59:59Z", "Europe/London", "Approved"),
        ("2027-11-22T23:59:59Z", "Pacific/Auckland", "Approved"),  # 23 November there, but not in UTC
        ("2027-11-23T00:00:00Z", "Europe/London", "Review overdue"),
        ("2027-11-23T00:00:00Z", "America/Los_Angeles", "Review overdue"),  # 22 November there
    ],
)
def test_the_page_says_one_state_by_the_readers_day_in_utc(
    browser: Browser, address: str, moment: str, zone: str, state: str
) -> None:
    for path in (SUMMARY, f"{SUMMARY}history/"):
        page = _read(browser, address + path, moment, zone)
        assert page.locator("[data-due]").first.get_attribute("data-due") == "2027-11-22"
        assert page.locator(f"[aria-current=step] {STATES}").all_inner_texts() == [state]
        page.context.close()


def test_without_javascript_the_due_date_is_there_to_read(browser: Browser, address: str) -> None:
    page = _read(browser, address + SUMMARY, "2028-01-01T00:00:00Z", script=False)
    assert page.locator(f"[aria-current=step] {STATES}").all_inner_texts() == ["Approved"]
    assert "Review due\n22 November 2027" in page.locator(".cs-status").inner_text().replace(" \n", "\n")
    page.context.close()


def test_the_dashboard_marks_what_fell_due_since_it_was_built(browser: Browser, address: str) -> None:
    for moment, marked in (("2027-11-22T12:00:00Z", 0), ("2027-11-23T12:00:00Z", 1)):
        page = _read(browser, f"{address}status/", moment)
        overdue = page.locator("#state-approved [data-cs-overdue]:visible")
        assert overdue.count() == marked
        page.context.close()


def test_the_words_stand_in_the_page_and_no_script_is_inline(browser: Browser, address: str) -> None:
    page = _read(browser, address + SUMMARY, "2026-12-01T12:00:00Z")
    assert page.locator("[data-cs-overdue]").first.text_content() == "Review overdue"
    assert page.locator("article script, article [onclick], article [style]").count() == 0
    page.context.close()
