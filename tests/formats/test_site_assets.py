"""The style sheet and the script of the pages: contrast, width, paper, and what the script adds."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.pages.site import Page as ArticlePage
from tests.formats.sample_page import STATUS, clinician_page, patient_page, sample_pages
from tests.formats.test_html import TEMPLATES, WRITER

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_STYLES = (TEMPLATES / "assets/site.css").read_text(encoding="utf-8")
_SCRIPT = (TEMPLATES / "assets/site.js").read_text(encoding="utf-8")
_PAIRS = [
    *[(text, ground) for text in ("ink", "soft", "accent") for ground in ("paper", "wash", "accent-wash")],
    *[(text, "warning-wash") for text in ("ink", "soft", "accent", "warning")],
    ("warning", "paper"),
    ("on-accent", "accent"),
    ("on-warning", "warning"),
]


def _tokens(scheme: str) -> dict[str, str]:
    block = re.search(rf'\[data-md-color-scheme="{scheme}"\] {{(.*?)}}', _STYLES, re.DOTALL)
    assert block
    return dict(re.findall(r"--cs-([a-z-]+): (#[0-9a-f]+);", block[1]))


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize(("text", "ground"), _PAIRS)
def test_words_can_be_read_on_their_ground(scheme: str, text: str, ground: str) -> None:
    tokens = _tokens(scheme)
    darker, lighter = sorted((_luminance(tokens[text]), _luminance(tokens[ground])))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_styles_and_script_ask_no_other_host_and_need_no_inline_code() -> None:
    assert "//" not in re.sub(r"/\*.*?\*/", "", _STYLES, flags=re.DOTALL)
    assert "@import" not in _STYLES and "url(" not in _STYLES
    assert not re.search(r"https?:|innerHTML|eval\(|document\.write", _SCRIPT)


def _open(
    browser: Browser, tmp_path: Path, page: ArticlePage, *, script: bool = True, width: int = 1280
) -> Page:
    """The article in a bare page with our style and script, as a reader opens it."""
    body = f'<body data-md-color-scheme="default" class="md-typeset">{WRITER.article(page).article}'
    code = f"<script>{_SCRIPT}</script>" if script else ""
    file = tmp_path / "page.html"
    file.write_text(
        f"<!doctype html><meta charset=utf-8><style>{_STYLES}</style>{body}{code}", encoding="utf-8"
    )
    opened = browser.new_page(viewport={"width": width, "height": 800})
    opened.goto(file.as_uri())
    return opened


@pytest.mark.browser
@pytest.mark.parametrize("page", sample_pages(), ids=lambda page: page.path)
def test_nothing_is_cut_off_or_scrolls_sideways_at_320_pixels(
    browser: Browser, tmp_path: Path, page: ArticlePage
) -> None:
    opened = _open(browser, tmp_path, page, width=320)
    assert opened.evaluate("document.documentElement.scrollWidth") <= 320
    opened.close()


@pytest.mark.browser
def test_without_the_script_everything_is_there_and_no_button_that_does_nothing(
    browser: Browser, tmp_path: Path
) -> None:
    opened = _open(browser, tmp_path, clinician_page(), script=False)
    assert opened.get_by_text("0.4 g/kg", exact=True).first.is_visible()
    assert opened.locator("button:visible").count() == 0
    opened.close()


@pytest.mark.browser
def test_a_cell_of_a_dose_says_what_it_is_on_a_phone(browser: Browser, tmp_path: Path) -> None:
    opened = _open(browser, tmp_path, clinician_page(), width=360)
    label = "getComputedStyle(document.querySelector('.cs-dose__amount'), '::before').content"
    assert opened.evaluate(label) in ("attr(data-label)", '"Dose"')
    opened.close()


@pytest.mark.browser
def test_a_page_read_after_its_review_was_due_says_so(browser: Browser, tmp_path: Path) -> None:
    page = patient_page()
    assert page.status
    opened = _open(browser, tmp_path, replace(page, status=replace(page.status, due_day="2001-01-01")))
    assert opened.locator("[data-cs-state]:visible").all_inner_texts() == ["Review overdue"]
    opened.close()
    opened = _open(browser, tmp_path, replace(page, status=replace(page.status, due_day="2999-01-01")))
    assert opened.locator("[data-cs-state]:visible").all_inner_texts() == ["Approved"]
    opened.close()
    submitted = replace(page, status=replace(STATUS, due_day="2001-01-01"))
    opened = _open(browser, tmp_path, submitted)
    assert opened.locator("[data-cs-state]:visible").all_inner_texts() == ["Submitted"]
    opened.close()


@pytest.mark.browser
def test_the_choice_of_an_edition_is_remembered_and_offered(browser: Browser, tmp_path: Path) -> None:
    opened = _open(browser, tmp_path, clinician_page())
    last = opened.locator("[data-cs-last-edition]")
    assert last.is_hidden()
    opened.evaluate("addEventListener('click', (event) => event.preventDefault())")
    opened.get_by_role("link", name="Patients").click()
    opened.reload()
    assert last.inner_text() == "You last read the edition for Patients"
    assert last.locator("a").get_attribute("href", timeout=1000)
    assert "page.html" in opened.url  # offered, never forced
    opened.close()


@pytest.mark.browser
def test_paper_has_state_and_version_and_no_buttons(browser: Browser, tmp_path: Path) -> None:
    opened = _open(browser, tmp_path, clinician_page())
    opened.emulate_media(media="print")
    assert opened.get_by_text("4be1a09f33").is_visible()
    assert opened.get_by_text("Not approved: do not use for care.").is_visible()
    assert opened.locator("button:visible, .cs-editions:visible, .cs-crumbs:visible").count() == 0
    target = "getComputedStyle(document.querySelector('.cs-references a[href^=\"https://doi\"]'), '::after').content"
    assert "doi.org" in opened.evaluate(target) or "attr(href)" in opened.evaluate(target)
    opened.close()
