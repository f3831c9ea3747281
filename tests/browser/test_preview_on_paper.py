"""A preview says on every printed sheet that it is not approved, also on those far from its top."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from math import radians, tan
from typing import TYPE_CHECKING

import pytest

from tests.site_project import SiteProject, starter

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PAGE = "summaries/example-question/clinician/index.html"
_SLOPE = tan(radians(28))
"""The watermark alone is written aslant."""


def test_every_sheet_of_a_preview_has_the_watermark(browser: Browser, tmp_path: Path) -> None:
    project = starter(tmp_path / "project", demonstration=False)
    project.build(is_preview=True)
    printed = _printed(browser, project)
    sheets = len(re.findall(rb"/Type\s*/Page\b", printed))
    assert sheets > 1
    assert sum(1 for one in _streams(printed) if _is_aslant(one)) == sheets


def test_the_watermark_can_be_read_and_hides_nothing(browser: Browser, tmp_path: Path) -> None:
    project = starter(tmp_path / "project", demonstration=False)
    project.build(is_preview=True)
    page = browser.new_page()
    page.goto((project.site / PAGE).as_uri())
    mark = page.locator(".cs-watermark")
    assert "NOT APPROVED" in (mark.text_content() or "")
    assert not mark.is_visible(), "on the screen the notice at the top says it"
    page.emulate_media(media="print")
    assert mark.is_visible()
    assert 0.1 <= float(mark.evaluate("mark => getComputedStyle(mark).opacity")) <= 0.3
    page.close()


def test_what_is_no_preview_has_none(browser: Browser, tmp_path: Path) -> None:
    project = starter(tmp_path / "project", demonstration=False)
    project.build()
    assert [one for one in _streams(_printed(browser, project)) if _is_aslant(one)] == []


def _printed(browser: Browser, project: SiteProject) -> bytes:
    page = browser.new_page()
    page.goto((project.site / PAGE).as_uri())
    printed = page.pdf(format="A4")
    page.close()
    return printed


def _streams(printed: bytes) -> Iterator[bytes]:
    """What is drawn, in the order of the file."""
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", printed, re.DOTALL):
        try:
            yield zlib.decompress(found[1])
        except zlib.error:
            continue


def _is_aslant(drawn: bytes) -> bool:
    turned = re.findall(rb"([-.\d]+) ([-.\d]+) [-.\d]+ [-.\d]+ [-.\d]+ [-.\d]+ cm\b", drawn)
    return any(float(x) and abs(abs(float(y) / float(x)) - _SLOPE) < 0.001 for x, y in turned)
