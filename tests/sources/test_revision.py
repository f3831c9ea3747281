"""A revision becomes plain files in a folder, whatever the repository holds and however it is configured."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from generator.diagnostics import Finding
from generator.sources import revision_files
from generator.sources.revision import (
    RevisionRefused,
    find_revision,
    open_revision,
    settings_files,
    write_revision,
)
from tests.git_project import NEEDS_GIT, commit, git

pytestmark = NEEDS_GIT


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """A repository with a project below its top."""
    folder = tmp_path / "top"
    _write(folder, "site/mkdocs.yml", "site_name: First\n")
    _write(folder, "site/base.yml", "x: 1\n")
    _write(folder, "site/references.bib", "")
    _write(folder, "site/content/drugs/examplin.yml", "kind: drug\n")
    _write(folder, "site/content/.hidden.yml", "no")
    _write(folder, "site/notes/other.txt", "not asked for")
    _write(folder, "outside.yml", "not the project")
    commit(folder)
    return folder


def _write(folder: Path, name: str, text: str | bytes) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def _opened(project: Path, folder: Path, ref: str = "HEAD") -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    folder.mkdir()
    _, findings = open_revision(project, ref, folder, ("content", "mkdocs.yml"))
    return _files(folder), findings


def test_the_project_as_it_was(top: Path, tmp_path: Path) -> None:
    first = git(top, "rev-parse", "HEAD").decode().strip()
    _write(top, "site/mkdocs.yml", "site_name: Second\n")
    (top / "site/content/drugs/examplin.yml").unlink()
    commit(top)
    files, findings = _opened(top / "site", tmp_path / "out", first)
    assert findings == ()
    assert files == {"mkdocs.yml": b"site_name: First\n", "content/drugs/examplin.yml": b"kind: drug\n"}
    revision = find_revision(top / "site", "HEAD~1")
    assert revision.commit == first
    assert revision.short == first[:10]


def test_a_folder_that_was_not_there_is_no_file(top: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    revision = find_revision(top / "site", "main")
    assert write_revision(revision, tmp_path / "out", ("nowhere",)) == ()
    assert write_revision(revision, tmp_path / "out", ()) == ()
    assert _files(tmp_path / "out") == {}


def test_settings_that_a_configuration_may_inherit(top: Path) -> None:
    assert settings_files(find_revision(top / "site", "main")) == ("base.yml", "mkdocs.yml")


def test_names_are_plain_words_to_git_and_to_the_disk(top: Path, tmp_path: Path) -> None:
    _write(top, "site/content/pages/ä b$(x)'.md", "text")
    _write(top, "site/content/pages/-n.md", "text")
    commit(top)
    files, findings = _opened(top / "site", tmp_path / "out")
    assert findings == ()
    assert {"content/pages/ä b$(x)'.md", "content/pages/-n.md"} <= set(files)


@pytest.mark.parametrize(
    "ref",
    ["no-such-branch", "--help", "--output=x", "", " ", "HEAD:site", "HEAD^{tree}", "a\nb", "\0", "^HEAD"],
)
def test_what_is_no_revision_is_refused_with_a_cure(top: Path, ref: str) -> None:
    with pytest.raises(RevisionRefused, match="neither a folder nor a revision") as refused:
        find_revision(top / "site", ref)
    assert "git fetch origin" in refused.value.cure
    assert "\n" not in str(refused.value)


def test_a_shallow_clone_names_the_cure(top: Path, tmp_path: Path) -> None:
    first = git(top, "rev-parse", "HEAD").decode().strip()
    commit(top, "Second")
    clone = tmp_path / "clone"
    git(tmp_path, "-c", "protocol.file.allow=always", "clone", "--depth=1", f"file://{top}", str(clone))
    with pytest.raises(RevisionRefused, match="shallow") as refused:
        find_revision(clone / "site", first)
    assert "git fetch --unshallow" in refused.value.cure
    assert _opened(clone / "site", tmp_path / "out")[1] == ()


def test_without_a_repository(tmp_path: Path) -> None:
    with pytest.raises(RevisionRefused, match="no git repository"):
        find_revision(tmp_path, "main")


def test_without_git(top: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RevisionRefused, match="git is not installed"):
        find_revision(top / "site", "main")


def test_a_damaged_repository(top: Path) -> None:
    (top / ".git" / "HEAD").write_text("nonsense")
    with pytest.raises(RevisionRefused, match="does not read this repository"):
        find_revision(top / "site", "main")


def test_links_and_submodules_are_not_followed(top: Path, tmp_path: Path) -> None:
    secret = _write(tmp_path, "secret.yml", "kind: drug\n")
    (top / "site/content/drugs/linked.yml").symlink_to(secret)
    (top / "site/content/summaries").symlink_to(tmp_path)
    commit(top)
    head = git(top, "rev-parse", "HEAD").decode().strip()
    git(top, "update-index", "--add", "--cacheinfo", f"160000,{head},site/content/conditions")
    git(top, "commit", "--quiet", "--message", "A submodule")
    files, findings = _opened(top / "site", tmp_path / "out")
    assert set(files) == {"mkdocs.yml", "content/drugs/examplin.yml"}
    assert [(one.place.file, one.message.split(" is ")[1]) for one in findings] == [
        ("content/conditions", "another repository (a submodule)"),
        ("content/drugs/linked.yml", "a symbolic link"),
        ("content/summaries", "a symbolic link"),
    ]


@pytest.mark.parametrize("name", ["..", "a\\b.yml", "a:b.yml", "line\nbreak.yml"])
def test_a_hostile_tree_writes_nothing_elsewhere(top: Path, tmp_path: Path, name: str) -> None:
    blob = git(top, "hash-object", "-w", "--stdin", given=b"evil").decode().strip()
    mode = b"100644"
    tree = b"%s %s\0%s" % (mode, name.encode(), bytes.fromhex(blob))
    git(top, "config", "core.protectNTFS", "false")
    inner = _tree(top, tree)
    drugs = _tree(top, b"40000 drugs\0" + bytes.fromhex(inner))
    site = _tree(top, b"40000 content\0" + bytes.fromhex(drugs))
    root = _tree(top, b"40000 site\0" + bytes.fromhex(site))
    made = git(top, "commit-tree", "-m", "Evil", root).decode().strip()
    files, findings = _opened(top / "site", tmp_path / "out", made)
    assert files == {}
    assert [one.code for one in findings] == ["SRC030"]
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and path.read_bytes() == b"evil"]


def _tree(top: Path, data: bytes) -> str:
    words = ("hash-object", "-t", "tree", "--literally", "-w", "--stdin")
    return git(top, *words, given=data).decode().strip()


def test_two_names_of_one_file_are_not_both_written(top: Path, tmp_path: Path) -> None:
    blob = bytes.fromhex(git(top, "hash-object", "-w", "--stdin", given=b"x").decode().strip())
    below = bytes.fromhex(_tree(top, b"100644 b\0" + blob))
    content = bytes.fromhex(_tree(top, b"100644 a\0" + blob + b"40000 a\0" + below))
    site = bytes.fromhex(_tree(top, b"40000 content\0" + content))
    root = _tree(top, b"40000 site\0" + site)
    made = git(top, "commit-tree", "-m", "Twice", root).decode().strip()
    files, findings = _opened(top / "site", tmp_path / "out", made)
    assert files == {"content/a": b"x"}
    assert [one.place.file for one in findings] == ["content/a/b"]


def _object(top: Path, ref: str) -> Path:
    name = git(top, "rev-parse", ref).decode().strip()
    file = top / ".git" / "objects" / name[:2] / name[2:]
    file.chmod(0o600)
    return file


def test_lost_bytes_are_a_finding_and_the_rest_is_read(top: Path, tmp_path: Path) -> None:
    _object(top, "HEAD:site/content/drugs/examplin.yml").unlink()
    files, findings = _opened(top / "site", tmp_path / "out")
    assert set(files) == {"mkdocs.yml"}
    assert [(one.code, one.place.file) for one in findings] == [("SRC032", "content/drugs/examplin.yml")]
    assert "git clone" in findings[0].cure


@pytest.mark.parametrize("damage", ["garbage", "cut", "other"])
def test_damaged_bytes_are_a_finding_and_the_rest_is_read(top: Path, tmp_path: Path, damage: str) -> None:
    file = _object(top, "HEAD:site/content/drugs/examplin.yml")
    other = _object(top, "HEAD:site/notes/other.txt").read_bytes()
    file.write_bytes({"garbage": b"\0\1\2", "cut": file.read_bytes()[:9], "other": other}[damage])
    files, findings = _opened(top / "site", tmp_path / "out")
    assert set(files) == {"mkdocs.yml"}
    assert [one.place.file for one in findings] == ["content/drugs/examplin.yml"]


def test_a_lost_folder_is_refused(top: Path, tmp_path: Path) -> None:
    _object(top, "HEAD:site/content").unlink()
    (tmp_path / "out").mkdir()
    with pytest.raises(RevisionRefused, match="cannot list the files"):
        write_revision(find_revision(top / "site", "HEAD"), tmp_path / "out", ("content",))


def test_too_large_and_too_many(top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(top, "site/content/drugs/large.yml", b"#" * 2_000)
    commit(top)
    monkeypatch.setattr(revision_files, "LARGEST_FILE", 1_000)
    files, findings = _opened(top / "site", tmp_path / "out")
    assert set(files) == {"mkdocs.yml", "content/drugs/examplin.yml"}
    assert [(one.code, one.place.file) for one in findings] == [("SRC016", "content/drugs/large.yml")]
    monkeypatch.setattr(revision_files, "MOST_FILES", 2)
    files, findings = _opened(top / "site", tmp_path / "out-2")
    assert files == {}
    assert [one.code for one in findings] == ["SRC016"]


def test_what_is_kept_elsewhere_is_a_finding(top: Path, tmp_path: Path) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n"
    _write(top, "site/content/images/x.png", pointer)
    commit(top)
    _, findings = _opened(top / "site", tmp_path / "out")
    assert [one.place.file for one in findings] == ["content/images/x.png"]


def test_nothing_that_the_repository_configures_is_run(top: Path, tmp_path: Path) -> None:
    script = _write(tmp_path, "evil.sh", f"#!/bin/sh\ntouch {tmp_path}/ran\ncat\n")
    script.chmod(0o700)
    _write(
        top,
        "site/.gitattributes",
        "* filter=evil diff=evil export-subst ident\n",
    )
    _write(top, "site/content/drugs/b.yml", "$Format:%H$ $Id$\n")
    commit(top)
    for name in (
        "filter.evil.smudge",
        "filter.evil.process",
        "diff.evil.textconv",
        "core.fsmonitor",
        "core.pager",
    ):
        git(top, "config", name, str(script))
    git(top, "config", "core.hooksPath", str(tmp_path))
    git(top, "config", "core.autocrlf", "true")
    for hook in ("post-checkout", "post-index-change", "reference-transaction"):
        os.link(script, tmp_path / hook)
    before = _state(top)
    files, findings = _opened(top / "site", tmp_path / "out")
    assert findings == ()
    assert files["content/drugs/b.yml"] == b"$Format:%H$ $Id$\n"
    assert not (tmp_path / "ran").exists()
    assert _state(top) == before


def _state(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(path.relative_to(folder)): (path.lstat().st_mtime_ns, path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_replaced_objects_are_not_believed(top: Path, tmp_path: Path) -> None:
    honest = git(top, "rev-parse", "HEAD:site/content/drugs/examplin.yml").decode().strip()
    forged = git(top, "hash-object", "-w", "--stdin", given=b"kind: drug\nname: forged\n").decode().strip()
    git(top, "replace", honest, forged)
    files, _ = _opened(top / "site", tmp_path / "out")
    assert files["content/drugs/examplin.yml"] == b"kind: drug\n"


def test_nothing_is_fetched(top: Path, tmp_path: Path) -> None:
    git(top, "config", "uploadpack.allowFilter", "true")
    always = ("-c", "protocol.file.allow=always")
    clone = tmp_path / "clone"
    git(tmp_path, *always, "clone", "--filter=blob:none", "--no-checkout", f"file://{top}", str(clone))
    (clone / "site").mkdir()
    git(clone, "config", "protocol.file.allow", "always")
    files, findings = _opened(clone / "site", tmp_path / "out")
    assert files == {}
    assert {one.code for one in findings} == {"SRC032"}


def test_files_are_for_whoever_runs_it_alone(top: Path, tmp_path: Path) -> None:
    file = top / "site/content/drugs/examplin.yml"
    file.chmod(0o755)
    commit(top)
    _opened(top / "site", tmp_path / "out")
    mode = stat.S_IMODE((tmp_path / "out/content/drugs/examplin.yml").stat().st_mode)
    assert mode & 0o177 == 0
