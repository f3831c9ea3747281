"""``mkdocs build`` and ``mkdocs serve`` give the site of ``clinsum build``."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError

from generator.mkdocs_plugin import ClinsumPlugin

_ROOT = Path(__file__).resolve().parents[1]
_NOT_REPRODUCIBLE = ("pagefind", "manifest.json")  # the manifest lists the files of the index


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of this repository's site."""
    for name in ("content", "site_templates"):
        shutil.copytree(_ROOT / name, tmp_path / name)
    for name in ("mkdocs.yml", "references.bib"):
        shutil.copy(_ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture(autouse=True)
def _quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    with caplog.at_level(logging.INFO, logger="mkdocs"):
        yield


def _config(project: Path, *, serving: bool = False, site_dir: str = "site") -> MkDocsConfig:
    settings: dict[str, Any] = {"plugins": [], "site_dir": site_dir}
    config = load_config(str(project / "mkdocs.yml"), **settings)
    plugin = ClinsumPlugin()
    config.plugins["clinsum"] = plugin
    plugin.on_startup(command="serve" if serving else "build", dirty=False)
    return config


def _files(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    named = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    return {
        name: content for name, content in named.items() if not name.startswith((*_NOT_REPRODUCIBLE, "."))
    }


def _clinsum_build(project: Path) -> None:
    from click.testing import CliRunner

    from generator.cli import main

    result = CliRunner().invoke(main, ["build", "--config", str(project / "mkdocs.yml")])
    assert result.exit_code == 0, result.output


def test_mkdocs_build_gives_the_site_of_clinsum_build(project: Path) -> None:
    build(_config(project))
    by_mkdocs = _files(project / "site")
    shutil.rmtree(project / "site")
    _clinsum_build(project)
    assert by_mkdocs == _files(project / "site")
    assert "index.html" in by_mkdocs
    assert not [name for name in by_mkdocs if name.startswith("frame")]


def test_a_preview_is_served_from_mkdocs_own_folder_and_publishes_nothing(
    project: Path, tmp_path: Path
) -> None:
    served = tmp_path / "served"
    build(_config(project, serving=True, site_dir=str(served)), serve_url="http://127.0.0.1:8000/")
    assert not (project / "site").exists()
    pages = [path for path in served.rglob("*.html") if "clinsum-slot-" in path.read_text(encoding="utf-8")]
    assert pages == []
    assert (served / "drugs" / "azathioprine" / "index.html").is_file()


def test_a_refused_setting_stops_the_build_with_its_code_and_place_and_the_old_site_stays(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("old", encoding="utf-8")
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(text.replace("font: false", "font: {text: Inter}"), encoding="utf-8")
    with pytest.raises(Abort):
        build(_config(project))
    assert "mkdocs.yml:" in caplog.text
    assert "CONF010" in caplog.text
    assert (project / "site" / "index.html").read_text(encoding="utf-8") == "old"


def test_an_error_in_the_content_stops_the_build_and_the_old_site_stays(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("old", encoding="utf-8")
    drug = project / "content" / "drugs" / "azathioprine.yml"
    drug.write_text(drug.read_text(encoding="utf-8") + "\nmaximun: 7\n", encoding="utf-8")
    with pytest.raises(Abort):
        build(_config(project))
    assert "content/drugs/azathioprine.yml:" in caplog.text
    assert (project / "site" / "index.html").read_text(encoding="utf-8") == "old"


def test_a_dirty_build_is_refused() -> None:
    with pytest.raises(PluginError, match="dirty"):
        ClinsumPlugin().on_startup(command="build", dirty=True)
