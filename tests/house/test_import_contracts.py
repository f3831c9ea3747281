"""The floors hold, and the contracts would notice if they did not."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

# A forbidden import, by the contract that it breaks.
BAD_IMPORTS = {
    "floors": ("diagnostics", "import generator.model"),
    "engines-know-no-entry": ("engines", "import generator.pages"),
    "pydantic": ("compiler", "import pydantic"),
    "reading-files": ("checks", "import yaml"),
    "rendering": ("compiler", "import jinja2"),
    "inline-text": ("formats", "import markdown_it"),
    "mkdocs": ("formats", "import mkdocs.plugins"),
    "other-programs": ("engines", "import zensical"),
}


@pytest.fixture
def copy_of_the_house(repository: Path, tmp_path: Path) -> Path:
    no_caches = shutil.ignore_patterns("__pycache__", "data")
    shutil.copytree(repository / "generator", tmp_path / "generator", ignore=no_caches)
    shutil.copy(repository / "pyproject.toml", tmp_path)
    return tmp_path


def _lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).with_name("lint-imports")
    return subprocess.run([command, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)


def _names(repository: Path) -> dict[str, str]:
    settings = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    return {contract["id"]: contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]}


def test_the_contracts_hold(copy_of_the_house: Path) -> None:
    run = _lint_imports(copy_of_the_house)
    assert run.returncode == 0, run.stdout


def test_every_contract_can_break(repository: Path, copy_of_the_house: Path) -> None:
    for number, (room, line) in enumerate(BAD_IMPORTS.values()):
        (copy_of_the_house / "generator" / room / f"bad_{number}.py").write_text(line + "\n")
    run = _lint_imports(copy_of_the_house)
    assert run.returncode == 1
    names = _names(repository)
    assert set(names) == set(BAD_IMPORTS), "each contract needs a bad import here"
    flat = " ".join(run.stdout.split())
    held = [identifier for identifier, name in names.items() if f"{name} BROKEN" not in flat]
    assert held == [], run.stdout


def test_a_room_without_a_floor_is_noticed(copy_of_the_house: Path) -> None:
    attic = copy_of_the_house / "generator" / "attic"
    attic.mkdir()
    (attic / "__init__.py").write_text("")
    run = _lint_imports(copy_of_the_house)
    assert run.returncode != 0
    assert "attic" in run.stdout + run.stderr
