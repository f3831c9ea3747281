"""One small stage, drawn once by each engine with the real theme and the real overrides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.engines.drawn import Drawn
from generator.engines.mkdocs import draw_with_mkdocs
from generator.engines.zensical import draw_with_zensical
from generator.formats.frame_stage import FrameKey, staged_page

ROOT = Path(__file__).resolve().parents[2]
CONFIGURATION = ROOT / "mkdocs.yml"
THEME = ROOT / "site_templates" / "theme"
IN_NAVIGATION = (
    "index.md",
    "summaries/index.md",
    "medications/index.md",
    "drugs/index.md",
    "conditions/index.md",
    "status/index.md",
    "about.md",
    "editorial-policy.md",
    "disclaimer.md",
)
SUMMARY = FrameKey("summary", 3)
DRUG = FrameKey("drug", 2)
ENGINES: Mapping[str, Callable[..., Drawn]] = {"mkdocs": draw_with_mkdocs, "zensical": draw_with_zensical}


def write_stage(stage: Path, leave_out: str = "") -> Path:
    """The pages that the navigation of mkdocs.yml names, the search page, and two frames."""
    pages = {path: staged_page() for path in (*IN_NAVIGATION, "search/index.md") if path != leave_out}
    pages |= {SUMMARY.staged_path: staged_page("summaries/"), DRUG.staged_path: staged_page("drugs/")}
    for path, text in pages.items():
        (stage / path).parent.mkdir(parents=True, exist_ok=True)
        (stage / path).write_bytes(text)
    return stage


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_stage(tmp_path_factory.mktemp("stage"))


@pytest.fixture(scope="session", params=sorted(ENGINES))
def drawn(request: pytest.FixtureRequest, stage: Path, tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    """What each engine drew of the stage."""
    if request.param == "zensical":
        pytest.importorskip("zensical")
    out = tmp_path_factory.mktemp(request.param) / "out"
    return ENGINES[request.param](CONFIGURATION, stage, out, theme_folders=[THEME])
