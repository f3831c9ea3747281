"""The wheel works without the repository: it carries all that the program reads."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel_files(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in a wheel built from the files that would be in a fresh clone."""
    source = tmp_path_factory.mktemp("source")
    for name in ("generator", "site_templates"):
        shutil.copytree(repository / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(repository / name, source)
    target = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(target),
        str(source),
    ]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    (wheel,) = target.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def _files_below(folder: Path) -> set[str]:
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix() for path in found}


def test_the_whole_program_and_its_data_travel(repository: Path, wheel_files: set[str]) -> None:
    expected = {f"generator/{path}" for path in _files_below(repository / "generator")}
    assert "generator/py.typed" in expected
    assert expected - wheel_files == set()


def test_the_templates_travel_inside_the_package(repository: Path, wheel_files: set[str]) -> None:
    templates = _files_below(repository / "site_templates")
    assert templates
    assert {f"generator/site_templates/{path}" for path in templates} - wheel_files == set()


def test_nothing_else_travels(wheel_files: set[str]) -> None:
    tops = {path.split("/")[0] for path in wheel_files}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"generator"}
    assert any(path.endswith("licenses/LICENSE") for path in wheel_files)
