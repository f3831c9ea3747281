"""MkDocs as an engine: what it warns of stops the build, and what the site configures reaches the frame."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.engines.engine_error import EngineError
from generator.engines.mkdocs import draw_with_mkdocs, plugins_but_ours
from tests.engines.conftest import CONFIGURATION, DRUG, THEME, write_stage


def test_a_page_of_the_navigation_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    stage = write_stage(tmp_path / "stage", leave_out="drugs/index.md")
    with pytest.raises(EngineError) as caught:
        draw_with_mkdocs(CONFIGURATION, stage, tmp_path / "out", theme_folders=[THEME])
    assert [finding.code for finding in caught.value.findings] == ["ENGINE002"]
    assert "drugs/index.md" in str(caught.value)


def test_a_broken_template_is_an_error_and_no_traceback(tmp_path: Path) -> None:
    broken = tmp_path / "theme"
    broken.mkdir()
    (broken / "main.html").write_text('{% extends "base.html" %}{% block %}', encoding="utf-8")
    with pytest.raises(EngineError) as caught:
        draw_with_mkdocs(
            CONFIGURATION, write_stage(tmp_path / "s"), tmp_path / "out", theme_folders=[broken, THEME]
        )
    assert {finding.code for finding in caught.value.findings} == {"ENGINE001"}


def test_an_unreadable_configuration_is_an_error_with_its_place(tmp_path: Path) -> None:
    configuration = tmp_path / "mkdocs.yml"
    configuration.write_text("site_name: x\nnav: [\n", encoding="utf-8")
    with pytest.raises(EngineError) as caught:
        draw_with_mkdocs(configuration, tmp_path, tmp_path / "out", theme_folders=[THEME])
    assert "mkdocs.yml" in str(caught.value)


def test_a_folder_of_overrides_overlays_the_next_file_by_file(tmp_path: Path) -> None:
    own = tmp_path / "theme"
    (own / "partials").mkdir(parents=True)
    (own / "partials" / "footer.html").write_text("<footer>Ward 7</footer>", encoding="utf-8")
    drawn = draw_with_mkdocs(
        CONFIGURATION, write_stage(tmp_path / "s"), tmp_path / "out", theme_folders=[own, THEME]
    )
    page = drawn.page(DRUG.drawn_path)
    assert "<footer>Ward 7</footer>" in page
    assert "clinsum-slot-article-x" in page


def test_the_same_stage_gives_the_same_bytes(tmp_path: Path) -> None:
    stage = write_stage(tmp_path / "stage")
    first, second = (
        draw_with_mkdocs(CONFIGURATION, stage, tmp_path / name, theme_folders=[THEME]) for name in ("a", "b")
    )
    assert first.page(DRUG.drawn_path) == second.page(DRUG.drawn_path)
    assert first.assets() == second.assets()


@pytest.mark.parametrize(
    "plugins",
    [["clinsum", "macros"], [{"clinsum": {"publish": "all"}}, "macros"], {"clinsum": None, "macros": None}],
)
def test_our_own_plugin_is_left_out_so_that_it_never_calls_itself(plugins: object) -> None:
    kept = plugins_but_ours(plugins)
    assert kept in (["macros"], [{"macros": None}])
