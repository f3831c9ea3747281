"""First files: what `clinsum new` and `clinsum schema` write works at once, and nothing is ever overwritten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.site_project import SiteProject, starter

_KINDS = {"summary": "summaries", "medication": "medications", "drug": "drugs", "condition": "conditions"}


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def _new(project: SiteProject, kind: str, name: str) -> Result:
    return _run("new", kind, name, "--config", project.path("mkdocs.yml"))


def _everything(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def project(tmp_path: Path) -> SiteProject:
    return starter(tmp_path / "project")


def test_a_new_site_builds_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = _run("new", "site", "my-site")
    assert result.exit_code == 0, result.output
    assert "Next: cd my-site && clinsum build" in result.output
    monkeypatch.chdir(tmp_path / "my-site")
    assert (tmp_path / "my-site" / "schema" / "summary.schema.json").is_file()
    built = _run("build")
    assert built.exit_code == 0, built.output
    assert (
        tmp_path / "my-site" / "site" / "summaries" / "example-question" / "patient" / "index.html"
    ).is_file()
    assert (tmp_path / "my-site" / "site" / "pagefind").is_dir()


def test_a_folder_with_files_is_not_made_a_site(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work", encoding="utf-8")
    result = _run("new", "site", tmp_path / "mine")
    assert result.exit_code == 2
    assert _everything(tmp_path) == {"mine/thesis.txt": b"years of work"}


def test_an_empty_folder_is_made_a_site(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert _run("new", "site", tmp_path / "empty").exit_code == 0


@pytest.mark.parametrize("kind", _KINDS)
def test_a_skeleton_passes_the_draft_gate_as_it_is_and_is_shown_in_a_preview(
    project: SiteProject, kind: str
) -> None:
    result = _new(project, kind, f"my-{kind}")
    assert result.exit_code == 0, result.output
    assert f"my-{kind}.yml" in result.output
    check = _run("check", "--config", project.path("mkdocs.yml"))
    assert check.exit_code == 0, check.output
    prepared = project.prepare(is_preview=True)
    assert f"{_KINDS[kind]}/my-{kind}/" in prepared.articles


@pytest.mark.parametrize("kind", _KINDS)
def test_a_skeleton_explains_itself_and_each_example_in_it_is_a_comment(
    project: SiteProject, kind: str
) -> None:
    _new(project, kind, f"my-{kind}")
    text = project.path(f"content/{_KINDS[kind]}/my-{kind}.yml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../schema/")
    assert text.count("#") > 10
    assert "{id}" not in text


def test_an_id_that_is_taken_by_any_kind_is_refused_and_nothing_is_overwritten(project: SiteProject) -> None:
    before = _everything(project.folder)
    for kind in _KINDS:
        for name in ("example-question", "example-drug", "my-organisation", "clinician"):
            result = _new(project, kind, name)
            assert result.exit_code == 2, (kind, name)
            assert "has this id already" in result.output
    assert _everything(project.folder) == before


@pytest.mark.parametrize(
    "name",
    [
        *(
            "",
            "My-Question",
            "my question",
            "my_question",
            "-x",
            "x-",
            "a--b",
            "../x",
            "x/y",
            "x.yml",
            "größe",
        ),
        *("a\nb", "x" * 81, "con:x"),
    ],
)
def test_a_bad_id_is_refused_in_words_and_nothing_is_written(project: SiteProject, name: str) -> None:
    before = _everything(project.folder)
    result = _run("new", "summary", "--config", project.path("mkdocs.yml"), "--", name)
    assert result.exit_code == 2
    assert "cannot be an id" in result.output
    assert _everything(project.folder) == before


def test_a_retired_id_is_not_given_again(project: SiteProject) -> None:
    project.write("content/redirects.yml", "old-question: example-question\n")
    _new(project, "summary", "old-question")
    check = _run("check", "--config", project.path("mkdocs.yml"))
    assert "old-question" in check.output
    assert check.exit_code == 1


def test_schemas_are_written_for_every_kind(tmp_path: Path) -> None:
    result = _run("schema", "--out", tmp_path / "schema")
    assert result.exit_code == 0
    names = {path.name.removesuffix(".schema.json") for path in (tmp_path / "schema").iterdir()}
    assert {*_KINDS, "person", "audience", "decision"} <= names
    for path in (tmp_path / "schema").iterdir():
        assert json.loads(path.read_text(encoding="utf-8"))["$schema"].startswith("https://json-schema.org/")
