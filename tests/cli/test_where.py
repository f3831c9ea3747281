"""``clinsum where`` on real project folders: what an editor is told before an edit."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.site_project import SiteProject, reviewed, sample, starter

_DAY = ["--today", "2026-12-01"]


def _run(project: SiteProject, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["where", "--config", str(project.path("mkdocs.yml")), *_DAY, *arguments])


def _data(project: SiteProject, target: str) -> dict[str, Any]:
    result = _run(project, target, "--format", "json")
    assert result.exit_code == 0, result.output
    data: dict[str, Any] = json.loads(result.output)
    return data


@pytest.fixture(scope="module")
def repository_site(tmp_path_factory: pytest.TempPathFactory) -> SiteProject:
    """A copy of this repository's site, which is not changed."""
    return sample(tmp_path_factory.mktemp("sample") / "project")


@pytest.fixture
def small(tmp_path: Path) -> SiteProject:
    return starter(tmp_path / "project")


# --- this repository's content


def test_a_drug_is_found_in_its_doses_with_file_line_and_column(repository_site: SiteProject) -> None:
    result = _run(repository_site, "drug:azathioprine")
    assert result.exit_code == 0
    file = "content/summaries/second-line-treatment-idiopathic-plexopathy.yml"
    (line, column) = re.findall(rf"^  {file}:(\d+):(\d+)  doses\.azathioprine\.drug$", result.output, re.M)[0]
    text = repository_site.path(file).read_text(encoding="utf-8").split("\n")[int(line) - 1]
    assert text[int(column) - 1 :].startswith("azathioprine")
    for page in (
        "drugs/azathioprine/",
        "summaries/second-line-treatment-idiopathic-plexopathy/clinician/",
        "summaries/second-line-treatment-idiopathic-plexopathy/patient/",
        "medications/diabetic-lumbosacral-plexopathy-medication/clinician/",
    ):
        assert f"  {page} " in result.output
    assert "print" not in result.output


def test_a_work_of_a_high_alert_is_found_through_the_drug_on_the_pages_of_its_doses(
    repository_site: SiteProject,
) -> None:
    result = _run(repository_site, "work:ismp-best-practices")
    assert re.search(
        r"content/drugs/methotrexate\.yml:\d+:\d+  high_alert\[0\]\.cites\[0\]$", result.output, re.M
    )
    assert re.search(r"doses\.methotrexate\.drug  \(through drug:methotrexate\)$", result.output, re.M)
    assert re.search(
        r"^  summaries/ivig-neurosarcoidosis/clinician/ .*drug:methotrexate$", result.output, re.M
    )


def test_the_closing_line_counts(repository_site: SiteProject) -> None:
    data = _data(repository_site, "work:ismp-best-practices")
    totals = data["totals"]
    assert totals["places"] == len(data["uses"])
    assert totals["through_others"] == sum(bool(use["through"]) for use in data["uses"]) > 0
    assert totals["pages"] == len({one["page"] for one in data["editions"]})
    closing = _run(repository_site, "work:ismp-best-practices").output.splitlines()[-1]
    assert closing.startswith(f"clinsum where: {totals['places']} places ({totals['through_others']} through")


def test_every_drug_condition_and_work_of_the_repository_can_be_asked_for(
    repository_site: SiteProject,
) -> None:
    for target in ("idiopathic-plexopathy", "immunoglobulin", "m-44", "project", "ivig-neurosarcoidosis"):
        data = _data(repository_site, target)
        assert data["target"]["file"], target
        assert data["uses"], target
        for use in data["uses"]:
            assert use["line"] > 0 or use["entry"] == "editorial-policy", (target, use)
        for edition in data["editions"]:
            assert edition["prints"] == []


# --- names


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("azathioprin", "Did you mean drug:azathioprine"),
        ("Imuran", "Did you mean drug:azathioprine"),
        ("drug:azathiprine", "Did you mean “azathioprine”?"),
        ("drug:idiopathic-plexopathy", "Ask for condition:idiopathic-plexopathy."),
        ("work:ismp-best-practise", "Did you mean “work:ismp-best-practices”?"),
        ("dose:ivig-neurosarcoidosis#methotrexat", "Did you mean “dose:ivig-neurosarcoidosis#methotrexate”?"),
        ("dose:ivig-neurosarcoidoses#methotrexate", "Did you mean “ivig-neurosarcoidosis”?"),
        ("medicine:x", "drug:, condition:"),
        ("", "nothing here"),
        ("x\x1b[2J", "nothing here"),
    ],
)
def test_what_is_not_there_is_2_with_what_was_probably_meant(
    repository_site: SiteProject, written: str, hint: str
) -> None:
    result = _run(repository_site, written)
    assert result.exit_code == 2
    assert hint in " ".join(result.output.split())
    assert "Traceback" not in result.output
    assert "\x1b" not in result.output


def test_a_name_with_several_meanings_is_2_and_names_them(small: SiteProject) -> None:
    text = small.path("content/summaries/example-question.yml").read_text(encoding="utf-8")
    small.write("content/summaries/another-question.yml", text)
    (dose,) = re.findall(r"^doses:\n(?:  #.*\n)*  ([a-z0-9-]+):", text, re.M)
    result = _run(small, dose)
    assert result.exit_code == 2
    said = " ".join(result.output.split())
    assert f"dose:another-question#{dose}, dose:example-question#{dose}" in said


def test_a_file_with_errors_is_named_and_so_is_a_retired_id(small: SiteProject) -> None:
    small.write("content/drugs/brokenin.yml", "kind: drug\nnam: brokenin\n")
    small.write("content/redirects.yml", "oldin: example-drug\n")
    assert "content/drugs/brokenin.yml" in _run(small, "drug:brokenin").output
    assert "was retired" in " ".join(_run(small, "oldin").output.split())
    found = _run(small, "example-drug")
    assert found.exit_code == 0
    assert "missing here" in found.output
    assert "brokenin" in found.output
    assert re.search(r"^redirects: 1 place\n  content/redirects\.yml:1:8  oldin$", found.output, re.M)


# --- what it says


def test_links_in_prose_are_found_on_their_line(small: SiteProject) -> None:
    page = small.path("content/pages/about.md")
    text = page.read_text(encoding="utf-8") + "\nSee [the drug](entry:example-drug).\n"
    page.write_text(text, encoding="utf-8")
    line = text[: text.index("entry:example-drug")].count("\n") + 1
    result = _run(small, "example-drug")
    assert f"content/pages/about.md:{line}:22  (link)" in result.output


def test_nothing_quoted_is_no_mistake(small: SiteProject) -> None:
    text = small.path("content/drugs/example-drug.yml").read_text(encoding="utf-8")
    small.write("content/drugs/lonelyin.yml", text.replace("name: ", "name: lonely ", 1))
    result = _run(small, "lonelyin")
    assert result.exit_code == 0
    assert "Nothing quotes it." in result.output


def test_approvals_that_an_edit_would_end_are_counted(tmp_path: Path) -> None:
    project = reviewed(tmp_path / "project")
    project.approve("example-question", "clinician")
    data = _data(project, "drug:example-drug")
    states = {one["page"]: (one["state"], one["approved"], one["bound"]) for one in data["editions"]}
    assert states["summaries/example-question/clinician/"] == ("approved", True, True)
    assert data["totals"]["approvals"] == 1
    assert "an edit of its words ends 1 approval" in _run(project, "drug:example-drug").output
    edited = project.path("content/drugs/example-drug.yml")
    edited.write_text(
        edited.read_text(encoding="utf-8").replace("name: ", "name: other ", 1), encoding="utf-8"
    )
    after = {one["page"]: one["approved"] for one in _data(project, "drug:example-drug")["editions"]}
    assert after["summaries/example-question/clinician/"] is False


def test_where_nothing_is_approved_no_line_speaks_of_an_approval_that_ends(small: SiteProject) -> None:
    for target in ("example-drug", "my-organisation"):
        said = _run(small, target).output
        assert "ends no approval" in said
        assert "their approval" not in said.lower()


def test_where_only_some_are_approved_the_headline_says_so(tmp_path: Path) -> None:
    project = reviewed(tmp_path / "project")
    project.approve("example-question", "clinician")
    assert "ends the approval of those that are approved:" in _run(project, "drug:example-drug").output


@pytest.mark.parametrize(
    "written", ["dose:{}#example-dose", "stat:{}#x", "{}#example-dose", "summary:{}", "entry:{}", "{}"]
)
@pytest.mark.parametrize("text", [b"kind: summary\nquestoin: Why?\n", b"\xff\xfe"])
def test_a_target_whose_own_file_is_broken_is_2_and_names_the_file(
    small: SiteProject, written: str, text: bytes
) -> None:
    small.path("content/summaries/example-question.yml").write_bytes(text)
    result = _run(small, written.format("example-question"))
    assert result.exit_code == 2
    assert "content/summaries/example-question.yml" in result.output
    assert "there is no" not in result.output


def test_a_work_of_a_bibliography_that_cannot_be_read_is_not_called_absent(small: SiteProject) -> None:
    small.path("references.bib").write_bytes(b"\xff\xfe")
    result = _run(small, "work:example-work")
    assert result.exit_code == 2
    assert "the bibliography cannot be read" in result.output


def test_it_writes_nothing(small: SiteProject) -> None:
    before = small.published(small.folder)
    assert _run(small, "example-drug").exit_code == 0
    assert small.published(small.folder) == before


def test_help_has_examples_and_says_what_the_exit_codes_mean() -> None:
    result = CliRunner().invoke(main, ["where", "--help"])
    assert result.exit_code == 0
    assert "Examples:" in result.output
    assert "Exit codes: 0" in result.output
