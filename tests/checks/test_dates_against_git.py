"""Dates of the record against a real history in git."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.checks.context import CheckContext
from generator.checks.reviews import dates_against_git, shallow_history
from generator.sources.git_history import read_git_history
from generator.sources.load import load_library
from tests.checks.checked import TODAY
from tests.checks.rule_fixture import SHARED

pytestmark = [
    pytest.mark.git,
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
]

_NOTED = """\
kind: condition
name: Plexopathy
specialty: Neurology
codes: not-stated
changes:
  - {date: %s, kind: major, note: New.}
"""
_DECIDED = (
    "kind: decision\ndecision: approve\nby: jane-doe\nat: %sT09:00:00Z\ncovers: [{entry: plexopathy}]\n"
)


def _git(folder: Path, *words: str, day: str = "2026-01-01") -> None:
    moment = f"{day}T12:00:00Z"
    who = {"GIT_AUTHOR_NAME": "Jane Roe", "GIT_AUTHOR_EMAIL": "jane@example.org", "GIT_AUTHOR_DATE": moment}
    who |= {"GIT_COMMITTER_NAME": "Jane Roe", "GIT_COMMITTER_EMAIL": "jane@example.org"}
    plain = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(folder), "GIT_COMMITTER_DATE": moment}
    subprocess.run(["git", *words], cwd=folder, env=who | plain, check=True, capture_output=True)


def _commit(folder: Path, day: str, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    _git(folder, "add", "--all")
    _git(folder, "commit", "--message", "A change", day=day)


def _found(project: Path) -> list[str]:
    library, _ = load_library(project)
    context = CheckContext(library, {}, TODAY, history=read_git_history(project))
    found = (*dates_against_git.check(context), *shallow_history.check(context))
    return [f"{one.code} {one.place.file}: {one.message}" for one in found]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose condition is dated ahead and whose decision was recorded eight months late."""
    folder = tmp_path / "project"
    folder.mkdir()
    _git(folder, "init", "--quiet", "--initial-branch=main")
    _commit(folder, "2026-01-01", SHARED)
    _commit(
        folder,
        "2026-10-01",
        {
            "content/conditions/plexopathy.yml": _NOTED % "2026-11-01",
            "content/decisions/late.yml": _DECIDED % "2026-02-01",
            "content/decisions/in-time.yml": _DECIDED % "2026-09-29",
        },
    )
    return folder


def test_what_was_dated_ahead_or_back(project: Path) -> None:
    assert _found(project) == [
        "REV004 content/conditions/plexopathy.yml: the note is dated 2026-11-01, and the file was last committed on "
        "2026-10-01",
        "REV004 content/decisions/late.yml: the decision is dated 2026-02-01, and was first committed 242 days later",
    ]


def test_a_note_that_is_being_written_is_left_alone(project: Path) -> None:
    path = project / "content/conditions/plexopathy.yml"
    path.write_text(_NOTED % "2026-11-21", encoding="utf-8")
    assert [one for one in _found(project) if "plexopathy" in one] == []


def test_a_shallow_clone_is_said_once_and_blamed_for_nothing_old(project: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    _git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{project}", str(clone))
    found = _found(clone)
    assert [one.split()[0] for one in found] == ["REV004", "REV005"]
    assert "the note is dated 2026-11-01" in found[0]


def test_without_git_nothing_is_said(project: Path) -> None:
    shutil.rmtree(project / ".git")
    assert _found(project) == []
