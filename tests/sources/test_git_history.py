"""Reading the history of a project from real repositories."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from generator.sources.git_history import read_git_history

pytestmark = [
    pytest.mark.git,
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
]


def _git(folder: Path, *words: str, day: str = "2026-01-01T12:00:00Z", made: str = "") -> None:
    who = {"GIT_AUTHOR_NAME": "Jane Roe", "GIT_AUTHOR_EMAIL": "jane@example.org"}
    who |= {"GIT_COMMITTER_NAME": "Jane Roe", "GIT_COMMITTER_EMAIL": "jane@example.org"}
    days = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": made or day}
    plain = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *words], cwd=folder, env={**plain, **who, **days}, check=True, capture_output=True)


def _commit(folder: Path, day: str, files: dict[str, str], made: str = "") -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    _git(folder, "add", "--all")
    _git(folder, "commit", "--message", "A change", day=day, made=made)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Three commits in a repository whose project is a folder below its top."""
    top = tmp_path / "top"
    top.mkdir()
    _git(top, "init", "--quiet", "--initial-branch=main")
    _commit(
        top, "2026-01-01T12:00:00Z", {"site/content/drugs/a.yml": "1", "site/references.bib": "", "x": "1"}
    )
    _commit(top, "2026-02-01T23:30:00-05:00", {"site/content/drugs/ä b\n.yml": "1", "site/mkdocs.yml": ""})
    _commit(
        top, "2026-03-01T12:00:00Z", {"site/content/drugs/a.yml": "2", "x": "2"}, made="2026-03-09T12:00:00Z"
    )
    return top


def test_first_and_last_day_of_each_file_in_utc(repository: Path) -> None:
    found = read_git_history(repository / "site")
    assert found is not None
    assert not found.is_shallow
    assert found.days == {
        "content/drugs/a.yml": (date(2026, 1, 1), date(2026, 3, 9)),
        "content/drugs/ä b\n.yml": (date(2026, 2, 2), date(2026, 2, 2)),
        "references.bib": (date(2026, 1, 1), date(2026, 1, 1)),
    }


def test_only_the_paths_that_are_asked_for(repository: Path) -> None:
    found = read_git_history(repository / "site", ("mkdocs.yml", "nowhere"))
    assert found is not None
    assert set(found.days) == {"mkdocs.yml"}


def test_what_was_changed_since_is_left_out(repository: Path) -> None:
    site = repository / "site"
    (site / "content/drugs/a.yml").write_text("3", encoding="utf-8")
    (site / "content/drugs/new.yml").write_text("1", encoding="utf-8")
    (site / "references.bib").unlink()
    found = read_git_history(site)
    assert found is not None
    assert set(found.days) == {"content/drugs/ä b\n.yml"}


def test_a_merge_keeps_the_days_of_both_sides(repository: Path) -> None:
    _git(repository, "switch", "--quiet", "--create", "side", "HEAD~1")
    _commit(repository, "2026-02-20T12:00:00Z", {"site/content/drugs/side.yml": "1"})
    _git(repository, "switch", "--quiet", "main")
    _git(repository, "merge", "--quiet", "--no-ff", "side", "-m", "Merge", day="2026-04-01T12:00:00Z")
    found = read_git_history(repository / "site")
    assert found is not None
    assert found.days["content/drugs/side.yml"] == (date(2026, 2, 20), date(2026, 2, 20))


def test_a_shallow_clone_says_so(repository: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    _git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{repository}", str(clone))
    found = read_git_history(clone / "site")
    assert found is not None
    assert found.is_shallow
    assert set(found.days.values()) == {(date(2026, 3, 1), date(2026, 3, 9))}


def test_no_repository_and_no_commit(tmp_path: Path) -> None:
    assert read_git_history(tmp_path) is None
    assert read_git_history(tmp_path / "nowhere") is None
    _git(tmp_path, "init", "--quiet")
    empty = read_git_history(tmp_path)
    assert empty is not None
    assert not empty.days


def test_a_repository_that_git_does_not_read_is_told_from_none(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    found = read_git_history(tmp_path)
    assert found is not None
    assert found.is_refused
    assert not found.days


def test_without_git_nothing_is_known(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert read_git_history(repository) is None


def test_what_takes_too_long_is_given_up(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*command: object, **options: object) -> None:
        raise subprocess.TimeoutExpired("git", 60)

    monkeypatch.setattr(subprocess, "run", slow)
    found = read_git_history(repository)
    assert found is not None
    assert found.is_refused


def test_a_projects_own_configuration_runs_nothing(repository: Path, tmp_path: Path) -> None:
    spy = tmp_path / "spy.sh"
    spy.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n", encoding="utf-8")
    spy.chmod(0o755)
    for key in ("core.fsmonitor", "core.pager", "diff.external", "gpg.program"):
        _git(repository, "config", key, str(spy))
    _git(repository, "config", "log.showSignature", "true")
    (repository / "site/content/drugs/a.yml").write_text("3", encoding="utf-8")
    assert read_git_history(repository / "site") is not None
    assert not (tmp_path / "ran").exists()


def test_filters_and_transports_of_a_project_run_nothing(repository: Path, tmp_path: Path) -> None:
    """A filter would be run to compare a file with its commit, a transport to fetch what a partial clone lacks."""
    spy = tmp_path / "spy.sh"
    spy.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\ncat\n", encoding="utf-8")
    spy.chmod(0o755)
    _git(repository, "config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    _git(tmp_path, "clone", "--quiet", "--filter=tree:0", f"file://{repository}", str(clone))
    (clone / ".git/info/attributes").write_text("* filter=spy diff=spy\n", encoding="utf-8")
    (clone / "site/content/drugs/a.yml").write_text("3", encoding="utf-8")
    for key in ("filter.spy.clean", "filter.spy.process", "diff.spy.textconv", "core.alternateRefsCommand"):
        _git(clone, "config", key, str(spy))
    for url, protocol in ((f"ext::{spy}", "ext"), (f"file://{repository}", "file")):
        _git(clone, "config", f"protocol.{protocol}.allow", "always")
        _git(clone, "config", "remote.origin.url", url)
        _git(clone, "config", "remote.origin.uploadpack", f"{spy};")
        (tmp_path / "ran").unlink(missing_ok=True)
        assert read_git_history(clone / "site") is not None
        assert not (tmp_path / "ran").exists()


def test_a_filter_is_not_asked_whether_a_file_was_changed(repository: Path, tmp_path: Path) -> None:
    site = repository / "site"
    (repository / ".gitattributes").write_text("* filter=spy\n", encoding="utf-8")
    _git(repository, "config", "filter.spy.clean", f"touch {tmp_path}/ran; cat")
    (site / "content/drugs/a.yml").write_text("3", encoding="utf-8")
    found = read_git_history(site)
    assert found is not None
    assert set(found.days) == {"content/drugs/ä b\n.yml", "references.bib"}
    assert not (tmp_path / "ran").exists()


def test_the_first_commit_counts_whatever_the_log_shows(repository: Path) -> None:
    _git(repository, "config", "log.showRoot", "false")
    found = read_git_history(repository / "site")
    assert found is not None
    assert found.days["references.bib"] == (date(2026, 1, 1), date(2026, 1, 1))


def test_a_file_that_was_moved_as_it_was_keeps_its_first_day(repository: Path) -> None:
    (repository / "site/content/old").mkdir()
    _git(repository, "mv", "site/content/drugs/a.yml", "site/content/old/a.yml")
    _git(repository, "commit", "--message", "Moved", day="2026-06-01T12:00:00Z")
    found = read_git_history(repository / "site")
    assert found is not None
    assert found.days["content/old/a.yml"] == (date(2026, 1, 1), date(2026, 6, 1))


def test_line_ends_of_another_system_are_no_change(repository: Path) -> None:
    site = repository / "site"
    _commit(repository, "2026-04-01T12:00:00Z", {"site/content/drugs/lines.yml": "a\nb\n"})
    (site / "content/drugs/lines.yml").write_bytes(b"a\r\nb\r\n")
    found = read_git_history(site)
    assert found is not None
    assert "content/drugs/lines.yml" in found.days


def test_strange_names_in_any_folder(repository: Path) -> None:
    """A name that looks like the mark of a commit, a magic path, or an option."""
    names = ("\x01 1 2.yml", "\n\x01x", ":(glob)**", "-n", '"q".yml', "M", "R100")
    _commit(repository, "2026-04-01T12:00:00Z", {f"odd/{name}": name for name in names})
    _git(repository, "checkout", "--quiet", "--detach")
    found = read_git_history(repository / "odd", (".",))
    assert found is not None
    assert set(found.days) == set(names)
    one = read_git_history(repository / "odd", (":(glob)**",))
    assert one is not None
    assert set(one.days) == {":(glob)**"}
