"""``clinsum compare``: what it takes, what it prints, how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.git_project import NEEDS_GIT, commit, git
from tests.site_project import SiteProject, starter

SUMMARY = "content/summaries/example-question.yml"
DRUG = "content/drugs/example-drug.yml"


@pytest.fixture
def sides(tmp_path: Path) -> tuple[SiteProject, SiteProject]:
    """Two equal projects, in folders of their own."""
    return starter(tmp_path / "base"), starter(tmp_path / "head")


@pytest.fixture
def in_git(tmp_path: Path) -> SiteProject:
    """A project below the top of a repository, its state committed and tagged."""
    project = starter(tmp_path / "top" / "site")
    commit(tmp_path / "top")
    git(tmp_path / "top", "tag", "v1")
    return project


def compare(project: SiteProject, *arguments: str | Path) -> Result:
    """The command for a project, on a given day."""
    words = ["compare", "--config", str(project.path("mkdocs.yml")), "--today", "2026-12-01"]
    return CliRunner().invoke(main, [*words, *map(str, arguments)])


def _raise_the_maximum(project: SiteProject) -> None:
    project.edit(SUMMARY, "maximum: {per_day: 2 mg}", "maximum: {per_day: 4 mg}")


def _told(project: SiteProject) -> None:
    """A note that tells readers of the change."""
    line = "  - {date: 2026-11-21, kind: major, note: A fictional example.}"
    project.edit(SUMMARY, line, "  - {date: 2026-12-01, kind: major, note: Something changed.}\n" + line)


def test_help_has_examples_and_exit_codes() -> None:
    said = CliRunner().invoke(main, ["compare", "--help"]).output
    assert "clinsum compare origin/main --pack for-the-board" in said
    assert "Exit codes: 0 no critical change" in " ".join(said.split())
    assert "compare" in CliRunner().invoke(main, ["--help"]).output


def test_equal_sides(sides: tuple[SiteProject, SiteProject]) -> None:
    result = compare(sides[1], sides[0].folder)
    assert result.exit_code == 0
    assert "no clinical change" in result.output


def test_a_critical_change(sides: tuple[SiteProject, SiteProject]) -> None:
    _raise_the_maximum(sides[1])
    _told(sides[1])
    result = compare(sides[1], sides[0].folder)
    assert result.exit_code == 1
    assert "maximum: 2 → 4 mg" in result.output


def test_a_major_change_needs_a_note_and_counts_if_strict(sides: tuple[SiteProject, SiteProject]) -> None:
    base, head = sides
    head.edit(DRUG, "drug_class: Invented drugs", "drug_class: Other invented drugs")
    without = compare(head, base.folder)
    note = "changes:\n  - {date: 2026-12-01, kind: major, note: Something changed.}\n"
    head.edit(DRUG, "owner: my-organisation\n", f"{note}owner: my-organisation\n")
    told = compare(head, base.folder)
    assert (without.exit_code, "Readers are not told" in without.output) == (1, True)
    assert "CRITICAL" not in told.output
    assert (told.exit_code, "Readers are not told" in told.output) == (0, False)
    assert compare(head, base.folder, "--strict").exit_code == 1


def test_two_folders_neither_of_which_is_the_project(
    sides: tuple[SiteProject, SiteProject], tmp_path: Path
) -> None:
    _raise_the_maximum(sides[1])
    third = starter(tmp_path / "third")
    assert compare(third, sides[0].folder, sides[1].folder).exit_code == 1
    assert compare(third, sides[0].folder).exit_code == 0


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_a_report_goes_to_a_file_as_it_would_to_the_terminal(
    sides: tuple[SiteProject, SiteProject], tmp_path: Path, form: str
) -> None:
    _raise_the_maximum(sides[1])
    file = tmp_path / "report"
    here = compare(sides[1], sides[0].folder, "--format", form)
    there = compare(sides[1], sides[0].folder, "--format", form, "--output", file)
    assert (here.exit_code, there.exit_code) == (1, 1)
    assert file.read_text(encoding="utf-8") == here.output
    assert there.output == ""


def test_json_says_how_the_command_ends(sides: tuple[SiteProject, SiteProject]) -> None:
    _raise_the_maximum(sides[1])
    told = json.loads(compare(sides[1], sides[0].folder, "--format", "json").output)
    assert told["exit_code"] == 1
    assert told["counts"]["facts"]["critical"] == 1


@pytest.mark.parametrize("name", ["content/report.md", "mkdocs.yml", "references.bib"])
def test_no_report_replaces_a_source(sides: tuple[SiteProject, SiteProject], name: str) -> None:
    base, head = sides
    before = head.published(head.folder)
    result = compare(head, base.folder, "--output", head.path(name))
    assert result.exit_code == 2
    assert "report" in result.output
    assert head.published(head.folder) == before


def test_the_pack_is_named_beside_what_a_program_reads(
    sides: tuple[SiteProject, SiteProject], tmp_path: Path
) -> None:
    _raise_the_maximum(sides[1])
    result = compare(sides[1], sides[0].folder, "--format", "json", "--pack", tmp_path / "pack")
    assert json.loads(result.stdout)["exit_code"] == result.exit_code == 1
    assert "wrote" in result.stderr and "index.html" in result.stderr
    assert json.loads((tmp_path / "pack" / "comparison.json").read_text()) == json.loads(result.stdout)


def test_a_pack_that_is_refused_is_an_error_and_the_report_stands(
    sides: tuple[SiteProject, SiteProject], tmp_path: Path
) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "mine.txt").write_text("mine")
    result = compare(sides[1], sides[0].folder, "--pack", tmp_path / "pack")
    assert result.exit_code == 2
    assert "the pack was not written" in result.stderr
    assert "mine.txt" in result.stderr


def test_without_a_project(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["compare", "--config", str(tmp_path / "mkdocs.yml"), "main"])
    assert result.exit_code == 2
    assert "NOT COMPARED" in result.output


class TestRevisions:
    """BASE and HEAD as revisions."""

    pytestmark = NEEDS_GIT

    def test_the_working_tree_with_a_revision(self, in_git: SiteProject) -> None:
        assert compare(in_git, "v1").exit_code == 0
        _raise_the_maximum(in_git)
        result = compare(in_git, "v1")
        assert result.exit_code == 1
        first = git(in_git.folder, "rev-parse", "v1").decode()[:10]
        assert f"v1 ({first}) → the working tree: 1 critical" in result.output

    def test_two_revisions_whatever_stands_in_the_working_tree(self, in_git: SiteProject) -> None:
        _raise_the_maximum(in_git)
        commit(in_git.folder.parent)
        in_git.path(SUMMARY).write_text("broken: [")
        assert compare(in_git, "v1", "main").exit_code == 1
        assert compare(in_git, "main", "main").exit_code == 0
        assert compare(in_git, "main").exit_code == 2

    def test_a_commit_is_named_once(self, in_git: SiteProject) -> None:
        first = git(in_git.folder, "rev-parse", "v1").decode().strip()
        assert f"{first[:10]} → the working tree" in compare(in_git, first).output

    def test_a_folder_and_a_revision_of_one_name(
        self, in_git: SiteProject, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(in_git.folder.parent.parent)
        starter(Path("v1"))
        both = compare(in_git, "v1")
        assert both.exit_code == 2
        assert "Write ./v1 for the folder, and refs/heads/v1 for the branch" in " ".join(both.output.split())
        assert compare(in_git, "./v1").exit_code == 0
        assert compare(in_git, "refs/tags/v1").exit_code == 0

    def test_settings_that_inherit_and_content_in_another_folder(self, tmp_path: Path) -> None:
        project = starter(tmp_path / "site")
        project.path("content").rename(project.path("texts"))
        project.edit("mkdocs.yml", "content: content", "content: texts")
        project.edit("mkdocs.yml", "docs_dir: content/pages", "docs_dir: texts/pages")
        project.path("mkdocs.yml").rename(project.path("base.yml"))
        project.write("mkdocs.yml", "INHERIT: base.yml\nsite_name: Inherited\n")
        commit(project.folder)
        project.edit("texts/summaries/example-question.yml", "{per_day: 2 mg}", "{per_day: 4 mg}")
        assert compare(project, "HEAD").exit_code == 1

    def test_nothing_is_left_behind(
        self, in_git: SiteProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        rest = tmp_path / "tmp"
        rest.mkdir()
        monkeypatch.setattr("tempfile.tempdir", str(rest))
        before = in_git.published(in_git.folder.parent)
        assert compare(in_git, "v1", "main").exit_code == 0
        assert list(rest.iterdir()) == []
        assert in_git.published(in_git.folder.parent) == before


def test_the_page_about_it_names_every_option(repository: Path) -> None:
    page = (repository / "docs" / "comparing.md").read_text(encoding="utf-8")
    options = {
        name for option in main.commands["compare"].params for name in option.opts if name.startswith("--")
    }
    assert {name for name in options if f"`{name}" not in page} == set()


def test_a_pack_changes_nothing_of_what_is_told(
    sides: tuple[SiteProject, SiteProject], tmp_path: Path
) -> None:
    base, head = sides
    _raise_the_maximum(head)
    alone = compare(head, base.folder, "--format", "json")
    beside = compare(head, base.folder, "--format", "json", "--pack", tmp_path / "pack")
    assert json.loads(alone.stdout) == json.loads(beside.stdout)


def test_what_shapes_every_page_is_told(sides: tuple[SiteProject, SiteProject]) -> None:
    base, head = sides
    head.write("site_templates/words/en/own.yml", "state-draft: Approved\n")
    head.write("site_templates/article/own.html.j2", "Approved")
    head.edit("mkdocs.yml", "site_name: ", "site_name: Another ")
    result = compare(head, base.folder)
    assert "“state-draft”: “[Draft → Approved]”" in result.output
    assert "mkdocs.yml, site_templates/article/own.html.j2" in " ".join(result.output.split())
    assert result.exit_code == 1


def test_a_page_of_prose_that_cannot_be_read_is_not_gone(sides: tuple[SiteProject, SiteProject]) -> None:
    base, head = sides
    head.write("content/pages/about.md", "No title.\n")
    base.write("content/pages/about.md", "# About\n\nA word.\n")
    result = compare(head, base.folder)
    assert "NOT COMPARED: content/pages/about.md:1:1" in result.output
    assert "gone" not in result.output
    assert result.exit_code == 2
