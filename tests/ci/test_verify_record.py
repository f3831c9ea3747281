"""`.ci/verify-record`: the record as it lies here, and against what was published before."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ci.reviewed import base_project, call
from tests.git_project import NEEDS_GIT, commit
from tests.site_project import SiteProject

pytestmark = NEEDS_GIT
CALLED = "verify-record"


@pytest.fixture
def decided(tmp_path: Path) -> tuple[SiteProject, Path]:
    """A site with one decision, which somebody submits."""
    project, _ = base_project(tmp_path / "site")
    project.add_people("rae")
    return project, project.decide("submit", "example-question", "rae", "2026-11-22T10:00:00Z")


@pytest.mark.parametrize("before", [[], [""], ["0" * 40]], ids=["none", "empty", "new-branch"])
def test_without_a_commit_before_the_record_alone_is_verified(
    decided: tuple[SiteProject, Path], before: list[str]
) -> None:
    project, _ = decided
    commit(project.folder)
    run = call(CALLED, project, *before)
    assert run.returncode == 0, run.stdout + run.stderr


def test_a_record_that_is_gone_since_is_told(decided: tuple[SiteProject, Path]) -> None:
    project, decision = decided
    before = commit(project.folder)
    assert call(CALLED, project, before).returncode == 0
    decision.unlink()
    commit(project.folder)
    run = call(CALLED, project, before)
    assert run.returncode == 1, run.stdout + run.stderr
    assert decision.stem in run.stdout + run.stderr
    assert call(CALLED, project).returncode == 0, "the record alone does not know of it"


def test_a_history_that_was_rewritten_is_told(decided: tuple[SiteProject, Path]) -> None:
    project, _ = decided
    commit(project.folder)
    run = call(CALLED, project, "9" * 40)
    assert run.returncode == 2 and "Traceback" not in run.stderr
