"""``clinsum check [PATHS]``: which files are told about, what is said besides, and in which form."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.checks import rules_of_the_whole
from generator.cli import main
from tests.cli.checked_project import DAY, DRUG, SUMMARY, check, small_project
from tests.site_project import ROOT, SiteProject

_WHOLE = f"{rules_of_the_whole()} rules that need the whole library did not run"


@pytest.fixture
def small(tmp_path: Path) -> SiteProject:
    return small_project(tmp_path / "project")


@pytest.fixture
def broken(small: SiteProject) -> SiteProject:
    small.edit(SUMMARY, "    maximum:", "    maximun:")
    small.edit(DRUG, "owner:", "ownr:")
    return small


# --- which files


def test_only_the_named_file_is_told_about(broken: SiteProject) -> None:
    result = check(broken, broken.path(DRUG))
    assert result.exit_code == 1
    assert "ownr" in result.output
    assert "maximun" not in result.output


def test_a_folder_is_all_that_is_below_it(broken: SiteProject) -> None:
    assert "maximun" in check(broken, broken.path("content")).output
    assert "maximun" in check(broken, broken.folder).output
    assert "maximun" not in check(broken, broken.path("content/drugs")).output


def test_a_path_counts_from_where_the_person_stands(
    broken: SiteProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(broken.path("content/drugs"))
    result = check(broken, "example-drug.yml", "../summaries/example-question.yml")
    assert result.exit_code == 1
    assert "ownr" in result.output and "maximun" in result.output


def test_a_clean_file_passes_beside_a_broken_one(broken: SiteProject) -> None:
    assert check(broken, broken.path("content/conditions/example-condition.yml")).exit_code == 0


@pytest.mark.parametrize("path", ["content/drugs/no-such.yml", "nothing", "../elsewhere.yml"])
def test_what_is_not_there_or_not_in_the_project_is_a_usage_error(small: SiteProject, path: str) -> None:
    (small.folder.parent / "elsewhere.yml").write_text("kind: drug\n", encoding="utf-8")
    result = check(small, small.path(path))
    assert result.exit_code == 2
    assert "there is no" in result.output or "outside the project" in result.output


def test_a_link_out_of_the_project_is_told_as_a_finding_and_not_followed(small: SiteProject) -> None:
    outside = small.folder.parent / "outside.yml"
    outside.write_text("kind: drug\nsecret: yes\n", encoding="utf-8")
    link = small.path("content/drugs/link.yml")
    link.symlink_to(outside)
    result = check(small, link)
    assert result.exit_code == 1
    assert "symbolic link" in result.output
    assert "secret" not in result.output


def test_a_file_that_nothing_reads_is_said_to_be_so(small: SiteProject) -> None:
    small.write("README.md", "# Hello\n")
    result = check(small, small.path("README.md"))
    assert result.exit_code == 0
    assert re.search(r"clinsum reads nothing in .*README\.md: nothing was checked there", result.output)


def test_content_in_another_version_never_looks_clean(small: SiteProject) -> None:
    small.write("content/schema-version", "999\n")
    result = check(small, small.path(DRUG))
    assert result.exit_code == 1
    assert "version 999" in result.output


def test_without_a_bibliography_no_citation_looks_checked(small: SiteProject) -> None:
    small.path("references.bib").unlink()
    result = check(small, small.path(SUMMARY))
    assert result.exit_code == 1
    assert "references.bib" in result.output


# --- what else is said


def test_rules_that_did_not_run_are_said_in_one_line(small: SiteProject) -> None:
    said = f"{_WHOLE}; run clinsum check without paths"
    assert said in check(small, small.path(DRUG)).output.splitlines()
    assert "did not run" not in check(small).output


def test_rules_that_did_not_run_are_said_to_programs_too(small: SiteProject) -> None:
    as_json = check(small, small.path(DRUG), "--format", "json")
    assert isinstance(json.loads(as_json.stdout), list)
    assert _WHOLE in as_json.stderr
    as_sarif = json.loads(check(small, small.path(DRUG), "--format", "sarif").stdout)
    (invocation,) = as_sarif["runs"][0]["invocations"]
    assert any(_WHOLE in one["message"]["text"] for one in invocation["toolExecutionNotifications"])


def test_rules_of_the_whole_library_do_not_run(small: SiteProject) -> None:
    unused = "@misc{never-cited, title = {A title}, year = {2020}, author = {Jane Roe}}\n"
    references = small.path("references.bib")
    references.write_text(references.read_text(encoding="utf-8") + unused, encoding="utf-8")
    assert "never-cited" in check(small).output
    codes = {one["code"] for one in json.loads(check(small, "--format", "json").stdout)}
    alone = {one["code"] for one in json.loads(check(small, small.folder, "--format", "json").stdout)}
    assert alone < codes


# --- forms


def test_the_forms_agree_and_a_file_takes_the_report(broken: SiteProject, tmp_path: Path) -> None:
    as_json = json.loads(check(broken, "--format", "json").stdout)
    identities = sorted(one["identity"] for one in as_json)
    out = tmp_path / "findings.sarif"
    result = check(broken, "--format", "sarif", "--output", out)
    assert result.exit_code == 1
    assert result.output.splitlines()[-1].startswith("clinsum check: ")
    assert "sarif" not in result.output
    results = json.loads(out.read_bytes())["runs"][0]["results"]
    assert sorted(one["partialFingerprints"]["primaryLocationLineHash"] for one in results) == identities
    as_github = check(broken, "--format", "github").stdout
    assert set(re.findall(r"finding: ([0-9a-f]{32})", as_github)) <= set(identities)
    assert as_github.startswith("::error file=")


def test_a_report_that_cannot_be_written_is_said(small: SiteProject, tmp_path: Path) -> None:
    result = check(small, "--output", tmp_path / "no-such-folder" / "report.txt")
    assert result.exit_code == 2
    assert "no-such-folder" in result.output


@pytest.mark.parametrize(
    "name",
    [SUMMARY, "content/new.json", "references.bib", "mkdocs.yml", "site", "site/findings.sarif", "content"],
)
def test_a_report_replaces_no_file_of_the_project(small: SiteProject, name: str) -> None:
    path = small.path(name)
    before = path.read_bytes() if path.is_file() else None
    result = check(small, "--format", "json", "--output", path)
    assert result.exit_code == 2
    assert "--output" in result.output
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_link_does_not_lead_a_report_into_the_content(small: SiteProject) -> None:
    link = small.path("report.json")
    link.symlink_to(small.path(SUMMARY))
    assert check(small, "--output", link).exit_code == 2
    assert small.path(SUMMARY).read_text(encoding="utf-8").startswith("# yaml-language-server")


def test_a_command_without_a_way_out_still_ends_with_its_code(
    broken: SiteProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    with pytest.raises(SystemExit) as ended:
        main(["check", "--config", str(broken.path("mkdocs.yml")), *DAY], standalone_mode=False)
    assert ended.value.code == 1


def test_the_same_content_gives_the_same_bytes(broken: SiteProject) -> None:
    for form in ("text", "json", "sarif", "github"):
        assert check(broken, "--format", form).output == check(broken, "--format", form).output


def test_the_text_shows_the_line_with_a_caret(broken: SiteProject) -> None:
    lines = check(broken, broken.path(DRUG)).output.splitlines()
    (shown,) = [number for number, line in enumerate(lines) if line.endswith("| ownr: my-organisation")]
    assert lines[shown + 1].index("^") == lines[shown].index("ownr")
    assert lines[shown - 1].startswith(f"{DRUG}:")


# --- retracted works


def test_a_list_of_retractions_is_named_with_its_day(small: SiteProject, tmp_path: Path) -> None:
    snapshot = tmp_path / "retraction-watch-2026-11-21.csv"
    snapshot.write_text(
        "RetractionDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature\n"
        "1/2/2020 0:00,10.9999/fictional,0,Retraction\n",
        encoding="utf-8",
    )
    assert "retractions as of 2026-11-21" in check(small, "--retractions", snapshot).output


def test_a_list_that_is_none_ends_with_2(small: SiteProject, tmp_path: Path) -> None:
    snapshot = tmp_path / "list.csv"
    snapshot.write_text("a,b\n1,2\n", encoding="utf-8")
    result = check(small, "--retractions", snapshot)
    assert result.exit_code == 2
    assert "not the Retraction Watch CSV" in result.output


# --- pre-commit


def test_the_hook_runs_the_command_on_files_of_the_content(small: SiteProject) -> None:
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert "- id: clinsum-check" in hook
    (entry,) = re.findall(r"^  entry: clinsum (.*)$", hook, re.MULTILINE)
    (pattern,) = re.findall(r"^  files: (.*)$", hook, re.MULTILINE)
    assert re.search(pattern, DRUG) and re.search(pattern, "references.bib")
    assert not re.search(pattern, "README.md")
    result = CliRunner().invoke(main, [entry, "--config", str(small.path("mkdocs.yml")), *DAY])
    assert result.exit_code == 0
