"""Lines for reports come from plain files of the project, and from nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Place
from generator.sources.source_lines import SourceLines


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "content").mkdir(parents=True)
    (folder / "content" / "a.yml").write_bytes("\ufeffa: 1\r\nb: é\u2028x\n\xff".encode())
    (tmp_path / "secret.yml").write_text("secret\n", encoding="utf-8")
    (folder / "content" / "link.yml").symlink_to(tmp_path / "secret.yml")
    (folder / "linked").symlink_to(tmp_path)
    return folder


@pytest.mark.parametrize(("line", "text"), [(1, "a: 1"), (2, "b: é\u2028x"), (3, "ÿ"), (4, None), (0, None)])
def test_lines_are_those_that_editors_count(project: Path, line: int, text: str | None) -> None:
    assert SourceLines(project)(Place("content/a.yml", line, 1)) == text


@pytest.mark.parametrize(
    "file",
    [
        "content/link.yml",
        "linked/secret.yml",
        "../secret.yml",
        "content/../../secret.yml",
        "/etc/passwd",
        "content",
        "gone.yml",
        "",
        "a\0b",
        "x" * 5000,
    ],
)
def test_nothing_outside_and_no_link_is_ever_read(project: Path, file: str) -> None:
    assert SourceLines(project)(Place(file, 1, 1)) is None


def test_a_file_is_read_once(project: Path) -> None:
    lines = SourceLines(project)
    assert lines(Place("content/a.yml", 1, 1)) == "a: 1"
    (project / "content" / "a.yml").unlink()
    assert lines(Place("content/a.yml", 2, 1)) is not None
