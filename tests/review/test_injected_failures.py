"""What failed never reads as "no change": exit code 2, and every report says NOT COMPARED."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.pipeline import RunContext
from generator.pipeline.compare import ComparisonRequest, compare
from generator.review.reports.change_counts import NOTHING
from generator.review.reports.json_changes import json_changes
from generator.review.reports.markdown_comment import markdown_comment
from generator.review.reports.text_changes import text_changes
from generator.review.site.changed_fact import LibraryComparison
from generator.review.site.verdict import exit_code
from tests.git_project import NEEDS_GIT, commit, git
from tests.review.injected_damage import AUDIENCE, DAMAGES, DRUG, SUMMARY
from tests.site_project import DAY, SiteProject, starter

CLEAN = NOTHING


@pytest.fixture
def sides(tmp_path: Path) -> tuple[SiteProject, SiteProject]:
    """Two equal projects, in folders of their own."""
    return starter(tmp_path / "base"), starter(tmp_path / "head")


def _compared(base: Path | str, project: SiteProject, head: str | None = None) -> LibraryComparison:
    request = ComparisonRequest(project.path("mkdocs.yml"), str(base), head)
    return compare(request, RunContext(DAY, is_preview=True)).comparison


def _says_so(comparison: LibraryComparison) -> None:
    assert exit_code(comparison) == 2
    for report in (text_changes(comparison), markdown_comment(comparison), json_changes(comparison)):
        assert "NOT COMPARED" in report
        assert CLEAN not in report


def test_two_equal_sides_read_clean(sides: tuple[SiteProject, SiteProject]) -> None:
    base, head = sides
    comparison = _compared(base.folder, head)
    assert exit_code(comparison) == 0
    assert CLEAN in text_changes(comparison)
    assert comparison.compared == 4


@pytest.mark.parametrize("side", ["base", "head"])
@pytest.mark.parametrize("name", DAMAGES)
def test_what_one_side_cannot_read_is_not_compared(
    sides: tuple[SiteProject, SiteProject], name: str, side: str
) -> None:
    base, head = sides
    DAMAGES[name](base if side == "base" else head)
    _says_so(_compared(base.folder, head))


@pytest.mark.parametrize(
    "name", ["unknown key in one dose", "no bibliography", "no settings", "content behind a link"]
)
def test_the_same_failure_on_both_sides_is_no_agreement(
    sides: tuple[SiteProject, SiteProject], name: str
) -> None:
    for project in sides:
        DAMAGES[name](project)
    _says_so(_compared(sides[0].folder, sides[1]))


def _shown(project: SiteProject, *arguments: str) -> tuple[int, str]:
    words = ["compare", "--config", str(project.path("mkdocs.yml")), "--today", DAY.isoformat(), *arguments]
    result = CliRunner().invoke(main, words)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_the_command_says_so_in_every_form(sides: tuple[SiteProject, SiteProject], form: str) -> None:
    base, head = sides
    DAMAGES["unknown key in one dose"](head)
    code, said = _shown(head, str(base.folder), "--format", form)
    assert code == 2
    assert "NOT COMPARED" in said
    assert "content/summaries/example-question.yml:" in said
    assert CLEAN not in said


def test_the_place_and_the_reason_are_told_once(sides: tuple[SiteProject, SiteProject]) -> None:
    base, head = sides
    DAMAGES["unknown key in one entry"](base)
    said = text_changes(_compared(base.folder, head))
    assert said.count("content/drugs/example-drug.yml:") == 1
    assert "“mechanisn”" in said


# What is not unreadable but gone: critical.


def _emptied(project: SiteProject) -> None:
    for name in ("summaries", "drugs", "conditions"):
        shutil.rmtree(project.path(f"content/{name}"))


def _moved_away(project: SiteProject) -> None:
    project.path("content/old").mkdir()
    project.path(SUMMARY).rename(project.path("content/old/example-question.yml"))


LOSSES: dict[str, Callable[[SiteProject], object]] = {
    "drug that is quoted": lambda project: project.path(DRUG).unlink(),
    "summary": lambda project: project.path(SUMMARY).unlink(),
    "all entries": _emptied,
    "summary under another ending": lambda project: project.path(SUMMARY).rename(
        project.path(SUMMARY).with_suffix(".yaml")
    ),
    "summary in a folder that nothing reads": _moved_away,
    "hidden summary": lambda project: project.path(SUMMARY).rename(
        project.path("content/summaries/.example-question.yml")
    ),
    "edition": lambda project: project.edit(SUMMARY, "[clinician, patient]", "[clinician]"),
    "maximum": lambda project: project.edit(SUMMARY, "maximum: {per_day: 2 mg}", "maximum: not-stated"),
}


@pytest.mark.parametrize("name", LOSSES)
def test_what_is_gone_is_critical(sides: tuple[SiteProject, SiteProject], name: str) -> None:
    base, head = sides
    LOSSES[name](head)
    comparison = _compared(base.folder, head)
    assert exit_code(comparison) in (1, 2)
    for report in (text_changes(comparison), markdown_comment(comparison), json_changes(comparison)):
        assert "critical" in report.lower() or "NOT COMPARED" in report
        assert CLEAN not in report


def test_sides_that_were_swapped_show_what_would_be_lost(sides: tuple[SiteProject, SiteProject]) -> None:
    base, head = sides
    _emptied(base)
    assert exit_code(_compared(head.folder, base)) in (1, 2)
    assert CLEAN not in text_changes(_compared(base.folder, head))


def test_two_sides_without_a_page_are_not_compared(sides: tuple[SiteProject, SiteProject]) -> None:
    for project in sides:
        _emptied(project)
    _says_so(_compared(sides[0].folder, sides[1]))


# What was named is no side.


def test_a_folder_with_itself_is_not_compared(sides: tuple[SiteProject, SiteProject]) -> None:
    _says_so(_compared(sides[1].folder, sides[1]))


@pytest.mark.parametrize(
    "named", ["no-such-thing", "", "./no-such-folder", "../nowhere", "/dev/null", "a\0b", "--help"]
)
def test_what_is_neither_a_folder_nor_a_revision(sides: tuple[SiteProject, SiteProject], named: str) -> None:
    _says_so(_compared(named, sides[1]))
    _says_so(_compared(sides[0].folder, sides[1], named))


def test_a_file_is_no_side(sides: tuple[SiteProject, SiteProject]) -> None:
    _says_so(_compared(sides[0].path("mkdocs.yml"), sides[1]))


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
@pytest.mark.parametrize("name", [SUMMARY, "content/drugs", "content", "mkdocs.yml", "references.bib"])
def test_what_may_not_be_read(sides: tuple[SiteProject, SiteProject], name: str) -> None:
    sides[1].path(name).chmod(0)
    try:
        _says_so(_compared(sides[0].folder, sides[1]))
    finally:
        sides[1].path(name).chmod(0o700)


# Revisions.


@pytest.fixture
def repository(tmp_path: Path) -> SiteProject:
    """A project below the top of a repository, with two commits; the first is tagged."""
    project = starter(tmp_path / "top" / "site")
    commit(project.folder.parent, "First")
    git(project.folder.parent, "tag", "first")
    project.edit(AUDIENCE, "kind: audience", "# The same\nkind: audience")
    commit(project.folder.parent, "Second")
    return project


def _blob(project: SiteProject, name: str, ref: str = "first") -> Path:
    top = project.folder.parent
    found = git(top, "rev-parse", f"{ref}:site/{name}" if name else f"{ref}:site").decode().strip()
    file = top / ".git" / "objects" / found[:2] / found[2:]
    file.chmod(0o600)
    return file


def _in_first(change: Callable[[SiteProject], object]) -> Callable[[SiteProject], object]:
    """The change in a commit that is tagged `first` and taken back afterwards."""

    def damage(project: SiteProject) -> None:
        top = project.folder.parent
        change(project)
        commit(top, "Damage")
        git(top, "tag", "--force", "first")
        git(top, "checkout", "--quiet", "HEAD~1", "--", ".")

    return damage


def _link_in_place_of_the_drug(project: SiteProject) -> None:
    project.path(DRUG).unlink()
    project.path(DRUG).symlink_to("../conditions/example-condition.yml")


def _as_submodule(project: SiteProject) -> None:
    top = project.folder.parent
    head = git(top, "rev-parse", "HEAD").decode().strip()
    git(top, "rm", "-r", "--quiet", "--cached", "site/content/drugs")
    git(top, "update-index", "--add", "--cacheinfo", f"160000,{head},site/content/drugs")
    git(top, "commit", "--quiet", "--message", "A submodule")
    git(top, "tag", "--force", "first")
    git(top, "reset", "--quiet", "--hard", "HEAD~1")


IN_GIT: dict[str, Callable[[SiteProject], object]] = {
    "lost entry": lambda project: _blob(project, SUMMARY).unlink(),
    "lost audience": lambda project: _blob(project, AUDIENCE).unlink(),
    "lost bibliography": lambda project: _blob(project, "references.bib").unlink(),
    "lost settings": lambda project: _blob(project, "mkdocs.yml").unlink(),
    "lost folder": lambda project: _blob(project, "content/drugs").unlink(),
    "lost project": lambda project: _blob(project, "").unlink(),
    "damaged entry": lambda project: _blob(project, SUMMARY).write_bytes(b"\0"),
    "damaged folder": lambda project: _blob(project, "content").write_bytes(b"\0"),
    "other bytes under the name of an entry": lambda project: _blob(project, SUMMARY).write_bytes(
        _blob(project, DRUG).read_bytes()
    ),
    "link in the tree": _in_first(_link_in_place_of_the_drug),
    "submodule in the tree": _as_submodule,
    "entry kept elsewhere": _in_first(
        lambda project: project.write(
            DRUG, "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"
        )
    ),
    "unreadable entry": _in_first(DAMAGES["half a file"]),
    "project that was not there yet": _in_first(
        lambda project: project.folder.rename(project.folder.with_name("moved"))
    ),
    "lost tag": lambda project: git(project.folder.parent, "tag", "--delete", "first"),
    "head of the repository": lambda project: (project.folder.parent / ".git/HEAD").write_text("x"),
    "all objects": lambda project: shutil.rmtree(project.folder.parent / ".git/objects"),
    "repository": lambda project: shutil.rmtree(project.folder.parent / ".git"),
    "folder of the same name": lambda project: (Path.cwd() / "first").mkdir(),
}


class TestRevisions:
    """Of a repository that is damaged, half there, or refuses."""

    pytestmark = NEEDS_GIT

    def test_two_revisions_that_say_the_same_read_clean(self, repository: SiteProject) -> None:
        assert exit_code(_compared("first", repository)) == 0
        assert exit_code(_compared("first", repository, "main")) == 0

    @pytest.mark.parametrize("name", IN_GIT)
    def test_is_not_compared(
        self, repository: SiteProject, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        IN_GIT[name](repository)
        _says_so(_compared("first", repository))
        if name != "project that was not there yet":
            _says_so(_compared("main~0", repository, "first"))

    def test_a_shallow_clone_names_the_cure(self, repository: SiteProject, tmp_path: Path) -> None:
        first = git(repository.folder, "rev-parse", "first").decode().strip()
        words = ("-c", "protocol.file.allow=always", "clone", "--quiet", "--depth=1", "--no-tags")
        git(tmp_path, *words, f"file://{repository.folder.parent}", "clone")
        comparison = _compared(first, SiteProject(tmp_path / "clone" / "site"))
        _says_so(comparison)
        assert "git fetch --unshallow" in text_changes(comparison)

    def test_without_git(
        self, repository: SiteProject, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        comparison = _compared("first", repository)
        _says_so(comparison)
        assert "git is not installed" in text_changes(comparison)

    @pytest.mark.parametrize("kilobytes", [0, 1])
    def test_a_full_disk(self, repository: SiteProject, kilobytes: int) -> None:
        done = _in_little_room(repository, kilobytes, "first")
        assert done.returncode == 2, done.stderr
        assert "NOT COMPARED" in done.stdout
        assert CLEAN not in done.stdout
        assert "Traceback" not in done.stderr


def _in_little_room(
    project: SiteProject, kilobytes: int, *arguments: str
) -> subprocess.CompletedProcess[str]:
    """The command where no file can be larger than this."""
    run = "from generator.cli import main; main()"
    command = [sys.executable, "-c", run, "compare", "--today", DAY.isoformat(), *arguments]
    limit = kilobytes * 1024

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    root = str(Path(__file__).resolve().parents[2])
    where = {**os.environ, "PYTHONPATH": root, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        command,
        cwd=project.folder,
        env=where,
        preexec_fn=limited,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("where", ["--output", "--pack"])
def test_a_report_that_cannot_be_written(sides: tuple[SiteProject, SiteProject], where: str) -> None:
    base, head = sides
    done = _in_little_room(head, 0, str(base.folder), where, str(head.folder.parent / "out"))
    assert done.returncode == 2, done.stdout
    assert "Error" in done.stderr
    assert "Traceback" not in done.stderr
