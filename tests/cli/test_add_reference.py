"""``clinsum add-reference`` on real project folders: what is written, what is said, what is left alone."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.diagnostics import Severity
from tests.site_project import SiteProject, sample, starter

_NBIB = """\
PMID- 99000001
DP  - 2021 Mar 5
TI  - Examplin in examplitis.
FAU - van der Roe, Jane Jr
PT  - Randomized Controlled Trial
JT  - Example journal
VI  - 12
PG  - 123-9
AID - 10.99999/EXJ.2021.1 [doi]
"""
_RIS = "TY  - JOUR\nAU  - Müller, Jörg\nTI  - 50% of {x @ home\nPY  - 2020\nER  - \n"
_BIB = "@article{any, author={Doe, John}, title={A {Title}}, year={2019}}\n"


def _run(project: SiteProject, *arguments: str, text: str | bytes | None = None) -> Result:
    config = str(project.path("mkdocs.yml"))
    return CliRunner().invoke(main, ["add-reference", "--config", config, *arguments], input=text)


def _bibliography(project: SiteProject) -> bytes:
    return project.path("references.bib").read_bytes()


@pytest.fixture
def project(tmp_path: Path) -> SiteProject:
    return starter(tmp_path / "project")


@pytest.mark.parametrize(
    ("text", "key", "reads"),
    [
        (
            _NBIB,
            "van-der-roe-2021",
            "van der Roe J Jr. Examplin in examplitis. Example journal. 2021;12:123-129.",
        ),
        (_RIS, "mueller-2020", "Müller J. 50% of {x @ home. 2020."),
        (_BIB, "doe-2019", "Doe J. A Title. 2019."),
    ],
    ids=["nbib", "ris", "bibtex"],
)
def test_each_format_is_added_and_can_be_cited_at_once(
    project: SiteProject, tmp_path: Path, text: str, key: str, reads: str
) -> None:
    before = _bibliography(project)
    file = tmp_path / "export.txt"
    file.write_text(text, encoding="utf-8")
    result = _run(project, str(file))
    assert result.exit_code == 0, result.output
    assert f"[@{key}]" in result.output
    assert f"cites: [{key}]" in result.output
    assert reads in result.output
    assert _bibliography(project).startswith(before)
    project.edit("content/drugs/example-drug.yml", "cites: [example-work]", f"cites: [example-work, {key}]")
    assert key in project.inspect().library.works
    assert [one for one in project.inspect().findings if one.severity is Severity.ERROR] == []


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_the_standard_input_is_read_where_no_file_is_named(
    project: SiteProject, arguments: list[str]
) -> None:
    result = _run(project, *arguments, text=b"\xef\xbb\xbf" + _RIS.replace("\n", "\r\n").encode())
    assert result.exit_code == 0, result.output
    assert b"@article{mueller-2020,\n" in _bibliography(project)


def test_a_second_time_it_is_refused_with_the_key_and_the_place_and_nothing_changes(
    project: SiteProject,
) -> None:
    _run(project, text=_NBIB)
    before = _bibliography(project)
    result = _run(project, text=_NBIB + "\n" + _NBIB.replace("99000001", "99000002").replace("EXJ", "NEW"))
    assert result.exit_code == 2
    assert re.search(r"ADD007 .*`van-der-roe-2021` \(references\.bib:[0-9]+:[0-9]+\)", result.output)
    assert "[@van-der-roe-2021]" in result.output
    assert "nothing was added" in result.output
    assert _bibliography(project) == before


def test_known_works_can_be_skipped(project: SiteProject) -> None:
    _run(project, text=_RIS.replace("ER  - ", "DO  - 10.99999/x\nER  - "))
    other = _RIS.replace("Müller", "Doe").replace("50%", "60%")
    result = _run(
        project, "--skip-duplicates", text=_RIS.replace("ER  - ", "DO  - 10.99999/X\nER  - ") + other
    )
    assert result.exit_code == 0, result.output
    assert "1 work added" in result.output
    assert b"doe-2020" in _bibliography(project)


def test_a_dry_run_shows_the_work_and_writes_nothing(project: SiteProject) -> None:
    before = _bibliography(project)
    result = _run(project, "--dry-run", text=_NBIB)
    assert result.exit_code == 0
    assert "@article{van-der-roe-2021,\n" in result.output
    assert "evidencetype = {trial}" in result.output
    assert _bibliography(project) == before


def test_key_and_kind_can_be_given(project: SiteProject) -> None:
    assert _run(project, "--key", "roe-main", "--type", "guideline", text=_RIS).exit_code == 0
    work = project.inspect().library.works["roe-main"]
    assert (work.type, work.title) == ("guideline", "50% of {x @ home")


@pytest.mark.parametrize(
    ("arguments", "text", "said"),
    [
        ([], "Roe J. Examplin. 2020.", "ADD001"),
        ([], "", "ADD002"),
        ([], "TY  - JOUR\nTI  - x\n", "standard-input:1:1"),
        ([], "PMID- 1\nTI  - x\n  y\n", "standard-input:3:1"),
        ([], "PMID- 1\nTI  - x\x1b[2J\n", "SRC014"),
        (["--key", "example-work"], _RIS, "ADD009"),
        (["--key", "a b"], _RIS, "ADD009"),
        (["--key", "x"], _RIS + _RIS, "--key is for one work"),
        (["--type", "poem"], _RIS, "poem"),
        (["no-such-file.ris"], None, "cannot be read"),
        (["."], None, "cannot be read"),
    ],
)
def test_what_cannot_be_added_is_2_in_words_and_nothing_changes(
    project: SiteProject, arguments: list[str], text: str | None, said: str
) -> None:
    before = project.published(project.folder)
    result = _run(project, *arguments, text=text)
    assert result.exit_code == 2
    assert said in result.output
    assert "Traceback" not in result.output
    assert "\x1b" not in result.output
    assert project.published(project.folder) == before


def test_a_note_about_works_that_were_not_added_is_not_made(project: SiteProject) -> None:
    assert "ADD010" in _run(project, "--dry-run", text=_RIS).output
    assert "ADD010" not in _run(project, "--key", "a b", text=_RIS).output


def test_the_file_keeps_its_permissions_and_leaves_no_other_behind(project: SiteProject) -> None:
    os.chmod(project.path("references.bib"), 0o640)
    names = sorted(path.name for path in project.folder.iterdir())
    assert _run(project, text=_RIS).exit_code == 0
    assert stat.S_IMODE(project.path("references.bib").stat().st_mode) == 0o640
    assert sorted(path.name for path in project.folder.iterdir()) == names


def test_a_missing_bibliography_is_begun_and_a_linked_one_is_left_alone(
    project: SiteProject, tmp_path: Path
) -> None:
    project.path("references.bib").rename(tmp_path / "elsewhere.bib")
    assert _run(project, text=_RIS).exit_code == 0
    assert _bibliography(project).startswith(b"@article{mueller-2020,\n")
    project.path("references.bib").unlink()
    project.path("references.bib").symlink_to(tmp_path / "elsewhere.bib")
    before = (tmp_path / "elsewhere.bib").read_bytes()
    assert _run(project, text=_RIS).exit_code == 2
    assert (tmp_path / "elsewhere.bib").read_bytes() == before


def test_windows_line_ends_of_the_bibliography_stay(project: SiteProject) -> None:
    windows = _bibliography(project).replace(b"\n", b"\r\n")
    project.path("references.bib").write_bytes(windows)
    assert _run(project, text=_RIS).exit_code == 0
    data = _bibliography(project)
    assert data.startswith(windows)
    assert data.count(b"\n") == data.count(b"\r\n")


def test_the_bibliography_of_this_repository_takes_all_three(tmp_path: Path) -> None:
    project = sample(tmp_path / "project")
    before = project.inspect().library.works
    for text in (_NBIB, _RIS, _BIB):
        assert _run(project, text=text).exit_code == 0
    after = project.inspect().library.works
    assert {key: after[key] for key in before} == dict(before)
    assert sorted(after.keys() - before.keys()) == ["doe-2019", "mueller-2020", "van-der-roe-2021"]


def test_help_has_examples_and_says_what_the_exit_codes_mean() -> None:
    result = CliRunner().invoke(main, ["add-reference", "--help"])
    assert result.exit_code == 0
    assert "Examples:" in result.output
    assert "Exit codes: 0" in result.output
