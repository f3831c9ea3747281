"""Zensical as an engine: the same stage, the same overrides, the same kind of result as from MkDocs."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from generator.diagnostics import Place
from generator.engines.drawn import Drawn
from generator.engines.engine_error import EngineError
from generator.engines.mkdocs_file import read_mkdocs_file

_READ_BY_ZENSICAL = (
    "site_name",
    "site_url",
    "site_description",
    "site_author",
    "copyright",
    "nav",
    "theme",
    "extra",
    "extra_css",
    "extra_javascript",
)
_TIMEOUT_SECONDS = 600


def draw_with_zensical(config_file: Path, stage: Path, out: Path, *, theme_folders: Sequence[Path]) -> Drawn:
    """Draw the Markdown in ``stage``; the pages are in ``Drawn.folder``, below ``out``, which must not
    exist yet.

    ``theme_folders`` overlay the theme file by file, the most particular first. Raises ``EngineError``.
    """
    place = Place(config_file.name)
    if find_spec("zensical") is None:
        raise EngineError("ENGINE003", ["Zensical is not installed"], place)
    _write_project(config_file, stage, out, theme_folders)
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--config-file", "mkdocs.yml", "--clean", "--strict"],
        cwd=out,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=_TIMEOUT_SECONDS,
        check=False,
    )
    if done.returncode:
        raise EngineError("ENGINE001", [f"Zensical failed: {_words(done)}"], place)
    return Drawn(out / "site", _name())


def _write_project(config_file: Path, stage: Path, out: Path, theme_folders: Sequence[Path]) -> None:
    """Zensical reads and writes only below its configuration file, and knows one folder of overrides."""
    settings = _settings(read_mkdocs_file(config_file).values)
    shutil.copytree(stage, out / "docs")
    (out / "theme").mkdir()
    for folder in reversed(theme_folders):
        shutil.copytree(folder, out / "theme", dirs_exist_ok=True)
    (out / "mkdocs.yml").write_text(json.dumps(settings, default=str, indent=1), encoding="utf-8")


def _settings(values: Any) -> dict[str, Any]:
    settings = {name: values[name] for name in _READ_BY_ZENSICAL if values.get(name) is not None}
    theme = settings.get("theme", {})
    named = {"name": theme} if isinstance(theme, str) else dict(theme)
    settings["theme"] = named | {"custom_dir": "theme"}
    settings |= {"docs_dir": "docs", "site_dir": "site", "use_directory_urls": True}
    settings |= {"plugins": [], "markdown_extensions": ["attr_list", "toc"]}
    return settings


def _words(done: subprocess.CompletedProcess[str]) -> str:
    return " ".join(f"{done.stdout} {done.stderr}".split())[-2000:]


def _name() -> str:
    try:
        return f"Zensical {version('zensical')}"
    except PackageNotFoundError:
        return "Zensical"
