"""The same input gives the same bytes, whatever the machine, the folder, the zone and the hashes of the run are."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site_project import DAY, ROOT, SiteProject, sample

_BUILD = "from generator.cli import main; main()"


def _files(project: SiteProject) -> dict[str, dict[str, object]]:
    """The manifest without the index of the search, whose names come from its own program."""
    listed = json.loads((project.site / "manifest.json").read_bytes())["files"]
    return {path: record for path, record in listed.items() if not path.startswith("pagefind/")}


def _build_as_another(project: SiteProject, cwd: Path, **environment: str) -> None:
    command = [sys.executable, "-c", _BUILD, "build", "--config", str(project.path("mkdocs.yml"))]
    given = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    run = subprocess.run(command, cwd=cwd, env=given, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.fixture(scope="module")
def expected(sample_site: SiteProject) -> dict[str, dict[str, object]]:
    return _files(sample_site)


def test_a_second_build_gives_the_same_bytes(
    sample_site: SiteProject, expected: dict[str, dict[str, object]]
) -> None:
    sample_site.build(search=True)
    assert _files(sample_site) == expected


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "HOME": "/nonexistent"},
        {
            "PYTHONHASHSEED": "4242",
            "TZ": "America/Adak",
            "LC_ALL": "tr_TR.UTF-8",
            "COLUMNS": "20",
            "NO_COLOR": "1",
        },
    ],
)
def test_another_machine_gives_the_same_bytes(
    expected: dict[str, dict[str, object]], tmp_path: Path, environment: dict[str, str]
) -> None:
    project = sample(tmp_path / "another place" / "a project")
    # Copied in another order, with other days on the files.
    for file in sorted(project.folder.rglob("*.yml"), reverse=True):
        os.utime(file, (1, 1))
    midnight = f"{int((DAY.toordinal() - 719163) * 86400)}"
    _build_as_another(project, tmp_path, SOURCE_DATE_EPOCH=midnight, **environment)
    assert _files(project) == expected


def test_the_day_is_no_part_of_the_pages_until_something_falls_due(
    sample_site: SiteProject, expected: dict[str, dict[str, object]], tmp_path: Path
) -> None:
    from datetime import timedelta

    project = SiteProject(Path(shutil.copytree(sample_site.folder, tmp_path / "later")))
    project.build(DAY + timedelta(days=3000), search=True)
    assert _files(project) == expected
