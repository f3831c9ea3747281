"""`clinsum migrate` as an editor runs it: what it says, writes and never touches, and approvals that hold."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.site_project import ROOT, SiteProject, reviewed, starter

_QUESTION = "content/summaries/example-question.yml"
_TOLD = (
    "# What to know first: µ\r\n"
    "overview :   # one statement\r\n"
    "  - wording:\r\n"
    "      clinician: The example condition is invented.\r\n"
    "      patient: The example illness is invented.\r\n"
    "    cites: uncited-in-source\r\n"
)


def _run(project: SiteProject, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["migrate", "--config", str(project.path("mkdocs.yml")), *arguments])


def _files(project: SiteProject) -> dict[str, bytes]:
    """All content. A killed run may leave a hidden file behind, which nothing reads."""
    top = project.path("content")
    files = (path for path in sorted(top.rglob("[!.]*")) if path.is_file())
    return {str(path.relative_to(top)): path.read_bytes() for path in files}


def _tell(project: SiteProject) -> None:
    """Let the summary have an overview, in a file with the line ends of Windows."""
    path = project.path(_QUESTION)
    text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
    path.write_bytes((text + _TOLD).encode())


def _as_version_1(project: SiteProject) -> None:
    project.path("content/schema-version").unlink()
    path = project.path(_QUESTION)
    path.write_bytes(path.read_bytes().replace(b"overview :", b"background :"))


@pytest.fixture
def current(tmp_path: Path) -> SiteProject:
    """A project in the current form, whose summary has an overview."""
    project = starter(tmp_path / "project")
    _tell(project)
    return project


@pytest.fixture
def old(tmp_path: Path) -> SiteProject:
    """The same project as it was written in version 1."""
    project = starter(tmp_path / "old")
    _tell(project)
    _as_version_1(project)
    return project


def test_old_content_becomes_the_current_one_byte_for_byte(old: SiteProject, current: SiteProject) -> None:
    result = _run(old)
    assert result.exit_code == 0, result.output
    assert "example-question.yml (1 change)" in result.output
    assert "1 of 7 files changed" in result.output
    assert "schema-version" in result.output
    assert _files(old) == _files(current)


def test_a_second_run_says_that_there_is_nothing_to_do(old: SiteProject) -> None:
    _run(old)
    before = _files(old)
    result = _run(old)
    assert result.exit_code == 0
    assert "Nothing to do" in result.output
    assert _files(old) == before


def test_a_dry_run_shows_the_difference_and_writes_nothing(old: SiteProject) -> None:
    before = _files(old)
    result = _run(old, "--dry-run")
    assert result.exit_code == 0
    assert f"--- a/{_QUESTION}" in result.output
    assert "\n-background :   # one statement" in result.output
    assert "\n+overview :   # one statement" in result.output
    assert "+++ b/content/schema-version" in result.output
    assert _files(old) == before


def test_check_and_build_ask_for_the_migration_in_one_finding(old: SiteProject) -> None:
    for command in ("check", "build"):
        result = CliRunner().invoke(main, [command, "--config", str(old.path("mkdocs.yml"))])
        assert result.exit_code == 1
        assert "Run clinsum migrate" in result.output
        assert "1 error" in result.output
        assert "background" not in result.output
    assert not old.site.exists()


def test_approvals_hold_and_decisions_are_not_touched(tmp_path: Path) -> None:
    project = reviewed(tmp_path / "project")
    _tell(project)
    project.approve("example-question", "clinician", "patient")
    decided = {name: data for name, data in _files(project).items() if name.startswith("decisions/")}
    assert len(decided) == 4, "two decisions, and the contents of two editions"
    before = project.inspect().context.states
    _as_version_1(project)
    assert _run(project).exit_code == 0
    after = project.inspect().context.states
    assert after == before
    assert all(after["example-question", audience].is_approved for audience in ("clinician", "patient"))
    assert {name: data for name, data in _files(project).items() if name.startswith("decisions/")} == decided


def test_a_file_that_cannot_be_read_stops_all(old: SiteProject) -> None:
    old.write("content/drugs/broken.yml", "kind: drug\nname: &x broken\n")
    before = _files(old)
    result = _run(old)
    assert result.exit_code == 1
    assert "content/drugs/broken.yml:2:" in result.output
    assert "nothing was written" in result.output
    assert _files(old) == before


def test_newer_content_is_left_alone(current: SiteProject) -> None:
    current.write("content/schema-version", "3\n")
    before = _files(current)
    result = _run(current)
    assert result.exit_code == 1
    assert "Update the program" in result.output
    assert _files(current) == before


def test_a_file_that_cannot_be_written_is_said_with_what_to_do(old: SiteProject) -> None:
    # A name so long that no file with a longer one can be put beside it: that stops even the superuser.
    name = f"content/summaries/{'x' * 245}.yml"
    old.write(name, "kind: summary\nbackground: []\n")
    result = _run(old)
    assert result.exit_code == 2
    assert "run clinsum migrate again" in result.output
    assert not old.path("content/schema-version").exists()
    old.path(name).rename(old.path("content/summaries/short.yml"))
    assert _run(old).exit_code == 0
    assert b"background" not in _files(old)["summaries/short.yml"]


_KILLED = """
import os, sys
from pathlib import Path
done, stop, real = 0, int(sys.argv.pop(1)), os.replace
def replace(old, new):
    global done
    if done == stop:
        os._exit(9)
    done += 1
    real(old, new)
os.replace = replace
from generator.cli import main
main(prog_name="clinsum")
"""


@pytest.mark.parametrize("stop", [0, 1, 2])
def test_a_run_that_was_killed_is_completed_by_the_next(
    old: SiteProject, current: SiteProject, stop: int
) -> None:
    for project in (old, current):
        for name in ("second", "third"):
            key = "background" if project is old else "overview"
            text = project.path(_QUESTION).read_text(encoding="utf-8").split("\n")[0]
            project.write(
                f"content/summaries/{name}.yml",
                f"{text}\nkind: summary\nquestion: Which?\ncondition: not-stated\naudiences: [clinician]\n{key}: []\n",
            )
    command = [sys.executable, "-c", _KILLED, str(stop), "migrate", "--config", str(old.path("mkdocs.yml"))]
    run = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(ROOT)}, cwd=ROOT, capture_output=True, check=False
    )
    assert run.returncode == 9, run.stderr
    assert _files(old) != _files(current)
    assert not old.path("content/schema-version").exists(), "the version is written last"
    assert _run(old).exit_code == 0
    assert _files(old) == _files(current)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_the_permissions_of_a_file_stay(old: SiteProject) -> None:
    old.path(_QUESTION).chmod(0o640)
    _run(old)
    assert old.path(_QUESTION).stat().st_mode & 0o777 == 0o640
