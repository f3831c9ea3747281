"""Squashing, rebasing and cloning without the past keep an approval: it binds contents, not commits."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.state import EditionState, State
from tests.git_project import NEEDS_GIT, commit, git
from tests.site_project import SiteProject, reviewed

pytestmark = NEEDS_GIT
_KEY = ("example-question", "clinician")
_DOSE = ("content/summaries/example-question.yml", "amount: 1 to 2 mg", "amount: 1 to 3 mg")


@pytest.fixture
def project(tmp_path: Path) -> SiteProject:
    """A repository in which two versions were approved, each step in a commit of its own."""
    project = reviewed(tmp_path / "project")
    commit(project.folder, "A site")
    project.approve(_KEY[0], "clinician", day="2026-11-22")
    commit(project.folder, "Approved")
    project.edit(*_DOSE)
    commit(project.folder, "Another dose")
    project.approve(_KEY[0], "clinician", day="2026-11-24")
    commit(project.folder, "Approved again")
    return project


def stands(project: SiteProject) -> EditionState:
    inspection = project.inspect()
    assert not [one for one in inspection.findings if one.code.startswith("REC")]
    state = inspection.context.states[_KEY]
    assert state.state is State.APPROVED
    assert len(inspection.record.version_changes[_KEY][0].changes) == 1
    return state


def test_squashed(project: SiteProject) -> None:
    before = stands(project)
    git(
        project.folder,
        "reset",
        "--soft",
        git(project.folder, "rev-list", "--max-parents=0", "HEAD").decode().strip(),
    )
    git(project.folder, "commit", "--quiet", "--amend", "--message", "All of it")
    assert git(project.folder, "rev-list", "--count", "HEAD").strip() == b"1"
    assert stands(project) == before


def test_rebased(project: SiteProject) -> None:
    before = stands(project)
    git(project.folder, "switch", "--quiet", "--create", "other", "HEAD~2")
    project.write("content/pages/more.md", "# More\n\nMore to read.\n")
    commit(project.folder, "More to read")
    git(project.folder, "rebase", "--quiet", "other", "main")
    assert project.path("content/pages/more.md").exists()
    assert stands(project) == before


def test_cloned_without_its_past(project: SiteProject, tmp_path: Path) -> None:
    """The earlier version, its approvals and the change are there: they are files, and git is not asked for them."""
    before = stands(project)
    source = f"file://{project.folder}"
    git(tmp_path, "clone", "--quiet", "--depth=1", source, str(tmp_path / "clone"))
    clone = SiteProject(tmp_path / "clone")
    assert git(clone.folder, "rev-parse", "--is-shallow-repository").strip() == b"true"
    assert stands(clone) == before
    assert len(before.versions) == 2


def test_without_any_repository(project: SiteProject) -> None:
    before = stands(project)
    project.path(".git").rename(project.folder.parent / "taken-away")
    assert stands(project) == before
