"""`.ci/verify-record`: the record as it lies here, and against what was published before."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.ci.reviewed import base_project, call
from tests.git_project import NEEDS_GIT, commit, git
from tests.site_project import SiteProject

pytestmark = NEEDS_GIT
CALLED = "verify-record"


@pytest.fixture(scope="module")
def submitted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A committed site with one decision, which somebody submits; no test changes it."""
    folder = tmp_path_factory.mktemp("submitted") / "site"
    project, _ = base_project(folder)
    project.add_people("rae")
    project.decide("submit", "example-question", "rae", "2026-11-01T10:00:00Z")
    commit(folder)
    return folder


@pytest.fixture
def decided(submitted: Path, tmp_path: Path) -> SiteProject:
    """A copy of it."""
    return SiteProject(Path(shutil.copytree(submitted, tmp_path / "site")))


@pytest.mark.parametrize("before", [[], [""], ["0" * 40]], ids=["none", "empty", "new-branch"])
def test_without_a_commit_before_the_record_alone_is_verified(submitted: Path, before: list[str]) -> None:
    run = call(CALLED, SiteProject(submitted), *before)
    assert run.returncode == 0, run.stdout + run.stderr


def test_a_record_that_is_gone_since_is_told(decided: SiteProject) -> None:
    before = git(decided.folder, "rev-parse", "HEAD").decode().strip()
    assert call(CALLED, decided, before).returncode == 0
    (decision,) = decided.path("content/decisions").glob("*.yml")
    decision.unlink()
    commit(decided.folder)
    run = call(CALLED, decided, before)
    assert run.returncode == 1, run.stdout + run.stderr
    assert decision.stem in run.stdout + run.stderr
    assert call(CALLED, decided).returncode == 0, "the record alone does not know of it"


def test_a_history_that_was_rewritten_is_told(submitted: Path) -> None:
    run = call(CALLED, SiteProject(submitted), "9" * 40)
    assert run.returncode == 2 and "Traceback" not in run.stderr
