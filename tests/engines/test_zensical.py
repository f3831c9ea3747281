"""Zensical draws the same frame from the same stage: a switch is one line of configuration."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.engines.drawn import Drawn
from generator.engines.engine_error import EngineError
from generator.engines.mkdocs import draw_with_mkdocs
from generator.engines.zensical import draw_with_zensical
from generator.formats.frame import Frame
from generator.formats.frame_slots import FRAME_SLOTS
from tests.engines.conftest import CONFIGURATION, SUMMARY, THEME

pytest.importorskip("zensical")


def _article(drawn: Drawn) -> str:
    frame = Frame.parse(drawn.page(SUMMARY.drawn_path), name="x", theme=drawn.theme, slots=FRAME_SLOTS)
    page = frame.fill({slot.name: f"value of {slot.name}" for slot in FRAME_SLOTS})
    content = re.search(r'<div class="md-content.*?</article>', page, re.DOTALL)
    tabs = re.search(r'<nav class="md-tabs".*?</nav>', page, re.DOTALL)
    footer = re.search(r"<footer.*?</footer>", page, re.DOTALL)
    assert content
    assert tabs
    assert footer
    return re.sub(r"\s+", " ", content[0] + tabs[0] + footer[0])


def test_both_engines_give_the_same_article_tabs_and_footer(stage: Path, tmp_path: Path) -> None:
    by_mkdocs = draw_with_mkdocs(CONFIGURATION, stage, tmp_path / "mkdocs", theme_folders=[THEME])
    by_zensical = draw_with_zensical(CONFIGURATION, stage, tmp_path / "zensical", theme_folders=[THEME])
    assert _article(by_mkdocs) == _article(by_zensical)


def test_a_failure_is_told_in_its_own_words(stage: Path, tmp_path: Path) -> None:
    broken = tmp_path / "theme"
    broken.mkdir()
    (broken / "main.html").write_text("{% extends 'base.html' %}{% block %}", encoding="utf-8")
    with pytest.raises(EngineError) as caught:
        draw_with_zensical(CONFIGURATION, stage, tmp_path / "out", theme_folders=[broken, THEME])
    assert [finding.code for finding in caught.value.findings] == ["ENGINE001"]
    assert "Zensical" in caught.value.findings[0].message
