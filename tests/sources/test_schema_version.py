"""The version of the content: what is read at all, and the one finding that says why it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.sources.load import load_library
from generator.sources.migrations import MIGRATIONS
from generator.sources.schema_version import CURRENT_VERSION, FIRST_VERSION

_SUMMARY = "kind: summary\nquestion: Why?\nbackgrund: x\naudiences: [nobody]\n"


def _found(folder: Path, version: str | None) -> list[tuple[str, str]]:
    (folder / "content" / "summaries").mkdir(parents=True)
    for name in ("a", "b", "c"):
        (folder / "content" / "summaries" / f"{name}.yml").write_text(_SUMMARY, encoding="utf-8")
    if version is not None:
        (folder / "content" / "schema-version").write_text(version, encoding="utf-8")
    (folder / "references.bib").write_text("", encoding="utf-8")
    _, findings = load_library(folder)
    return [(finding.code, finding.cure) for finding in findings]


@pytest.mark.parametrize("version", [None, "1", "1\r\n"])
def test_older_content_gets_one_finding_whatever_else_is_wrong_with_it(
    tmp_path: Path, version: str | None
) -> None:
    ((code, cure),) = _found(tmp_path, version)
    assert code == "SRC025"
    assert "clinsum migrate" in cure


def test_newer_content_asks_for_a_newer_program(tmp_path: Path) -> None:
    assert _found(tmp_path, "9999") == [("SRC026", "Update the program.")]


@pytest.mark.parametrize("version", ["", "two", "2.0", "-1", "0", "02", "2 3", "٢", "1" * 100, "# 2\n2\n"])
def test_a_version_that_is_no_number_is_never_guessed(tmp_path: Path, version: str) -> None:
    ((code, _),) = _found(tmp_path, version)
    assert code == "SRC027"


@pytest.mark.parametrize("version", [f"{CURRENT_VERSION}", f" {CURRENT_VERSION} \r\n"])
def test_current_content_is_read(tmp_path: Path, version: str) -> None:
    codes = {code for code, _ in _found(tmp_path, version)}
    assert {"SCH001"} <= codes
    assert not codes & {"SRC025", "SRC026", "SRC027", "SRC031"}


def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text(f"{CURRENT_VERSION}\n", encoding="utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "schema-version").symlink_to("../elsewhere")
    _, findings = load_library(tmp_path)
    assert [finding.code for finding in findings] == ["SRC032"]


def test_without_a_content_folder_it_is_the_folder_that_is_missed(tmp_path: Path) -> None:
    _, findings = load_library(tmp_path)
    assert {finding.code for finding in findings} == {"SRC032"}
    assert "there is no folder content" in [finding.message for finding in findings]


def test_there_is_a_step_from_every_version_to_the_next() -> None:
    assert [step.from_version for step in MIGRATIONS] == list(range(FIRST_VERSION, CURRENT_VERSION))


@pytest.mark.parametrize("project", [".", "generator/data/starter"])
def test_what_we_give_out_is_current(repository: Path, project: str) -> None:
    assert (
        repository / project / "content" / "schema-version"
    ).read_bytes() == f"{CURRENT_VERSION}\n".encode()
