"""A file of the record is written once, whole, and inside of the project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.sources.new_file import FileExists, write_new_file


def test_it_is_written_with_its_folders_and_nothing_beside_it(tmp_path: Path) -> None:
    assert write_new_file(tmp_path, "a/b/c.yml", b"text\n")
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["c.yml"]
    assert (tmp_path / "a/b/c.yml").read_bytes() == b"text\n"


def test_the_same_bytes_are_left_alone_and_others_never_overwritten(tmp_path: Path) -> None:
    write_new_file(tmp_path, "c.yml", b"text\n")
    assert not write_new_file(tmp_path, "c.yml", b"text\n")
    with pytest.raises(FileExists, match="never overwritten"):
        write_new_file(tmp_path, "c.yml", b"other\n")
    assert (tmp_path / "c.yml").read_bytes() == b"text\n"


@pytest.mark.parametrize("link", ["a", "a/b", "a/b/c.yml"])
def test_nothing_is_written_through_a_link(tmp_path: Path, link: str) -> None:
    outside = tmp_path / "outside"
    (outside / "b").mkdir(parents=True)
    project = tmp_path / "project"
    (project / link).parent.mkdir(parents=True)
    (project / link).symlink_to(outside)
    with pytest.raises(FileExists, match="is a link"):
        write_new_file(project, "a/b/c.yml", b"text\n")
    assert sorted(path.name for path in outside.rglob("*")) == ["b"]


def test_a_file_system_without_links_is_served_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    assert write_new_file(tmp_path, "c.yml", b"text\n")
    assert [path.name for path in tmp_path.iterdir()] == ["c.yml"]
