"""First files: what `clinsum new` and `clinsum schema` write works at once, and nothing is ever overwritten."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import validate

from generator.cli import main
from generator.diagnostics import Severity
from generator.model.edition import SECTION_FIELDS
from generator.sources.parse_entry import parse_entry
from generator.sources.strict_yaml import read_yaml
from tests.site_project import SiteProject, starter

_KINDS = {"summary": "summaries", "medication": "medications", "drug": "drugs", "condition": "conditions"}
"""The kinds that have pages of their own."""
_OTHERS = {"person": "people", "organisation": "people", "audience": "audiences"}
_ALL = _KINDS | _OTHERS
_EXAMPLE = re.compile(r"^( *)# ( *(?:- )?(?:[a-z_-]+:(?: |$)|\{|[a-z-]+$).*)$")


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def _new(project: SiteProject, kind: str, name: str) -> Result:
    return _run("new", kind, name, "--config", project.path("mkdocs.yml"))


def _with_examples(text: str) -> str:
    """A skeleton with every example in it made real, in the place of what it is an example of."""
    head, kind, body = text.partition("\nkind: ")
    lines = [_EXAMPLE.sub(r"\1\2", line) for line in body.splitlines()]
    given = [line.split(":")[0] for line in lines if re.match(r"[a-z_]+:$", line)]
    kept = [line for line in lines if not re.match(rf"({'|'.join(given) or '-'}): (not-stated|\[\])$", line)]
    return "\n".join([head + kind + kept[0], *kept[1:]]) + "\n"


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
    result = _new(project, kind, f"my-own-{kind}")
    assert result.exit_code == 0, result.output
    assert f"my-own-{kind}.yml" in result.output
    check = _run("check", "--config", project.path("mkdocs.yml"))
    assert check.exit_code == 0, check.output
    prepared = project.prepare(is_preview=True)
    assert f"{_KINDS[kind]}/my-own-{kind}/" in prepared.articles


@pytest.mark.parametrize("kind", _OTHERS)
def test_what_has_no_page_of_its_own_passes_the_draft_gate_too(project: SiteProject, kind: str) -> None:
    result = _new(project, kind, f"my-own-{kind}")
    assert result.exit_code == 0, result.output
    check = _run("check", "--config", project.path("mkdocs.yml"))
    assert check.exit_code == 0, check.output
    assert f"my-own-{kind}" not in check.output


def test_a_site_with_one_new_thing_of_every_kind_is_built(project: SiteProject) -> None:
    for kind in _ALL:
        assert _new(project, kind, f"my-own-{kind}").exit_code == 0
    at = ["--at", "2026-12-01T09:00:00Z", "--config", str(project.path("mkdocs.yml"))]
    submit = _run("decide", "my-own-summary", "--kind", "submit", "--by", "my-own-person", "--yes", *at)
    assert submit.exit_code == 0, submit.output
    result = project.build()
    assert {finding.severity for finding in result.findings} <= {Severity.WARNING, Severity.NOTE}
    assert "My own summary" in project.page("summaries/my-own-summary/clinician")


def test_an_entry_is_told_to_a_new_audience_as_soon_as_it_names_it(project: SiteProject) -> None:
    _new(project, "audience", "nurses")
    project.edit(
        "content/summaries/example-question.yml", "audiences: [clinician,", "audiences: [clinician, nurses,"
    )
    project.edit(
        "content/summaries/example-question.yml",
        "      patient: In this invented example, the",
        "      nurses: The first choice, said to nurses.\n      patient: In this invented example, the",
    )
    assert (
        "The first choice, said to nurses."
        in project.prepare().articles["summaries/example-question/nurses/"].article
    )


@pytest.mark.parametrize("kind", _ALL)
def test_a_skeleton_explains_itself_and_its_modeline_finds_a_schema_that_it_fits(
    tmp_path: Path, kind: str
) -> None:
    _run("new", "site", tmp_path / "site")
    project = SiteProject(tmp_path / "site")
    _new(project, kind, f"my-own-{kind}")
    path = project.path(f"content/{_ALL[kind]}/my-own-{kind}.yml")
    text = path.read_text(encoding="utf-8")
    modeline, rest = text.split("\n", 1)
    schema = path.parent / modeline.removeprefix("# yaml-language-server: $schema=")
    validate(read_yaml(path.read_bytes(), path.name).root, json.loads(schema.read_text(encoding="utf-8")))
    assert rest.count("#") >= 10
    assert not re.search(r"\{(id|title)\}", text)


@pytest.mark.parametrize("kind", _ALL)
def test_every_example_in_a_skeleton_is_written_as_the_format_wants_it(
    project: SiteProject, kind: str
) -> None:
    _new(project, kind, f"my-own-{kind}")
    path = project.path(f"content/{_ALL[kind]}/my-own-{kind}.yml")
    text = _with_examples(path.read_text(encoding="utf-8"))
    document = read_yaml(text.encode(), path.name)
    assert document.findings == (), text
    entry, findings = parse_entry(document, path.parent.name)
    assert findings == [], text
    assert entry is not None
    plain = read_yaml(path.read_bytes(), path.name).root
    assert len(entry.model_fields_set) > len(plain or ())


def test_the_skeleton_of_an_audience_lists_every_section(project: SiteProject) -> None:
    _new(project, "audience", "nurses")
    path = project.path("content/audiences/nurses.yml")
    root = read_yaml(path.read_bytes(), path.name).root
    assert root is not None
    listed = root["sections"]
    assert isinstance(listed, list)
    assert sorted(map(str, listed)) == sorted(SECTION_FIELDS)


def test_an_id_that_is_taken_by_any_kind_is_refused_and_nothing_is_overwritten(project: SiteProject) -> None:
    before = _everything(project.folder)
    for kind in _ALL:
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


@pytest.mark.parametrize("name", ["con", "nul", "com1", "index", "assets", "search", "404", "not-stated"])
def test_a_reserved_id_is_refused_before_anything_is_written(project: SiteProject, name: str) -> None:
    before = _everything(project.path("content"))
    refused = _new(project, "summary", name)
    assert refused.exit_code != 0
    assert "reserved" in refused.output
    assert _everything(project.path("content")) == before


def test_an_id_that_is_too_long_is_told_how_long_it_may_be(project: SiteProject) -> None:
    refused = _new(project, "summary", "a" * 81)
    assert refused.exit_code != 0
    assert "80 characters" in " ".join(refused.output.split())


@pytest.mark.parametrize("dangling", [False, True])
def test_nothing_is_written_through_a_link(project: SiteProject, tmp_path: Path, dangling: bool) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    if dangling:
        project.path("content/drugs/linked.yml").symlink_to(elsewhere / "linked.yml")
    else:
        project.path("content/drugs").rename(tmp_path / "drugs")
        project.path("content/drugs").symlink_to(elsewhere)
    refused = _new(project, "drug", "linked")
    assert refused.exit_code != 0
    assert "link" in refused.output
    assert list(elsewhere.iterdir()) == []
