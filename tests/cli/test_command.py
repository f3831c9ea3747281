"""The command as a person or a machine runs it: exit codes, what it says and where, what it leaves alone."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import __version__
from generator.cli import main
from tests.site_project import ROOT, SiteProject, sample, starter

_SUMMARY = "content/summaries/second-line-treatment-idiopathic-plexopathy.yml"
_DAY = ["--today", "2026-12-01"]


def _run(project: SiteProject, *arguments: str) -> Result:
    command, *others = arguments
    return CliRunner().invoke(main, [command, "--config", str(project.path("mkdocs.yml")), *others])


def _really(cwd: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own, as from a shell."""
    command = [sys.executable, "-c", "from generator.cli import main; main(prog_name='clinsum')", *arguments]
    given = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, cwd=cwd, env=given, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def checked_sample(tmp_path_factory: pytest.TempPathFactory) -> SiteProject:
    """A copy of this repository's site, published once."""
    project = sample(tmp_path_factory.mktemp("sample") / "project")
    project.build()
    return project


@pytest.fixture
def small(tmp_path: Path) -> SiteProject:
    project = starter(tmp_path / "project")
    project.edit("mkdocs.yml", "search: true", "search: false")
    return project


# --- check


def test_check_on_this_repository_finds_warnings_with_places_and_cures_and_no_error(
    checked_sample: SiteProject,
) -> None:
    result = _run(checked_sample, "check", *_DAY)
    assert result.exit_code == 0
    assert re.search(r"^clinsum check: [0-9]+ warnings?", result.output, re.MULTILINE)
    assert re.search(
        rf"^{re.escape(_SUMMARY)}:[0-9]+:[0-9]+: warning [A-Z]{{3}}[0-9]{{3}} ", result.output, re.MULTILINE
    )
    assert "    cure: " in result.output
    assert " error " not in result.output


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    maximum: {per_day: 150 mg}", "    maximun: {per_day: 150 mg}", "maximum"),
        ("    amount: 0.4 g/kg", "    amount: 0.4 g/kg\n    amount: 4 g/kg", "amount"),
        ("    amount: 0.3 to 1 g/m2", "    amount: 0.3 to 1", "unit"),
        ("    cites: [p-5]", "    cites: [p-55]", "p-5"),
    ],
)
def test_a_mistake_stops_with_1_on_its_line_with_a_cure_and_the_old_site_stays(
    checked_sample: SiteProject, tmp_path: Path, old: str, new: str, said: str
) -> None:
    project = SiteProject(Path(shutil.copytree(checked_sample.folder, tmp_path / "copy")))
    before = project.published()
    line = _break(project, old, new) + new.count("\n")
    result = _run(project, "check", *_DAY)
    assert result.exit_code == 1
    (finding,) = re.findall(
        rf"^{re.escape(_SUMMARY)}:{line}:[0-9]+: error .*(?:\n    .*)*", result.output, re.MULTILINE
    )
    assert said in finding
    build = _run(project, "build", *_DAY)
    assert build.exit_code == 1
    assert "nothing was published" in build.output
    assert f"{_SUMMARY}:{line}:" in build.output
    assert project.published() == before


def _break(project: SiteProject, old: str, new: str) -> int:
    """Change the first place where these words stand."""
    text = project.path(_SUMMARY).read_text(encoding="utf-8")
    assert old in text
    project.write(_SUMMARY, text.replace(old, new, 1))
    return text[: text.index(old)].count("\n") + 1


def test_a_misspelt_field_and_a_misspelt_citation_are_answered_with_did_you_mean(small: SiteProject) -> None:
    small.edit("content/summaries/example-question.yml", "    maximum:", "    maximun:")
    small.edit("content/drugs/example-drug.yml", "cites: [example-work]", "cites: [exampel-work]")
    said = _run(small, "check").output.replace("“", "").replace("”", "").lower()
    assert re.search(r"did you mean\W+maximum", said) or re.search(r"mean\W+maximum", said), said
    assert re.search(r"mean\W+example-work", said), said


def test_json_is_json_and_nothing_else(small: SiteProject) -> None:
    small.edit("content/summaries/example-question.yml", "    maximum:", "    maximun:")
    result = _run(small, "check", "--format", "json")
    assert result.exit_code == 1
    found = json.loads(result.output)
    listed = found["findings"] if isinstance(found, dict) else found
    error = next(one for one in listed if one["severity"] == "error" and "maximun" in json.dumps(one))
    assert "content/summaries/example-question.yml" in json.dumps(error)


def test_strict_lets_warnings_stop_check_and_build(small: SiteProject) -> None:
    assert _run(small, "check").exit_code == 0
    assert _run(small, "check", "--strict").exit_code == 1
    result = _run(small, "build", "--strict")
    assert result.exit_code == 1
    assert not small.site.exists()


# --- build


def test_build_closes_with_what_it_did(small: SiteProject) -> None:
    result = _run(small, "build")
    assert result.exit_code == 0, result.output
    assert re.search(
        r"clinsum build: 6 entries, [0-9]+ pages in .*site, .*warnings?, .*[0-9.]+ s", result.output
    )


def test_a_preview_goes_to_its_own_folder(small: SiteProject) -> None:
    result = _run(small, "build", "--preview")
    assert result.exit_code == 0, result.output
    assert "PREVIEW" in (small.folder / "build" / "preview" / "index.html").read_text(encoding="utf-8")
    assert not small.site.exists()


def test_an_output_can_be_named_but_not_one_that_holds_the_sources(
    small: SiteProject, tmp_path: Path
) -> None:
    assert _run(small, "build", "--output", str(tmp_path / "out")).exit_code == 0
    assert (tmp_path / "out" / "index.html").is_file()
    before = small.path("content/drugs/example-drug.yml").read_bytes()
    for name in ("content", ".", "content/drugs"):
        result = _run(small, "build", "--output", str(small.folder / name))
        assert result.exit_code == 2, name
        assert "Traceback" not in result.output
    assert small.path("content/drugs/example-drug.yml").read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("font: false", "font: {text: Inter}"),
        ("publish: all", "publish: everything"),
        ("site_dir: site", "site_dir: ../elsewhere"),
        ("theme:\n", "theme: [\n"),
    ],
)
def test_a_configuration_that_cannot_be_used_is_2_with_its_place(
    small: SiteProject, old: str, new: str
) -> None:
    small.edit("mkdocs.yml", old, new)
    result = _run(small, "build")
    assert result.exit_code == 2
    assert (
        re.search(r"mkdocs\.yml(:[0-9]+)?.*: error CONF[0-9]+", result.output)
        or "error ENGINE" in result.output
    )
    assert not small.site.exists()


def test_a_folder_that_is_not_ours_is_2_and_stays(small: SiteProject) -> None:
    small.write("site/thesis.txt", "years of work")
    result = _run(small, "build")
    assert result.exit_code == 2
    assert "error PUB" in result.output
    assert [path.name for path in small.site.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "--engine", "hugo"],
        ["check", "--today", "yesterday"],
        ["check", "--today", "2026-02-30"],
        ["check", "--config", "no-such.yml"],
        ["build", "--config", "."],
        ["nonsense"],
        ["check", "--format", "xml"],
        ["new"],
        ["new", "summary"],
        ["new", "poem", "x"],
        ["schema", "--out", "/dev/null/x"],
        ["new", "site", "/dev/null/x"],
    ],
)
def test_misuse_is_2_in_words(tmp_path: Path, arguments: list[str]) -> None:
    run = _really(tmp_path, *arguments)
    assert run.returncode == 2, run.stdout + run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    assert run.stdout + run.stderr
    assert list(tmp_path.iterdir()) == []


# --- what it prints


def test_no_colour_and_no_progress_where_there_is_no_terminal(small: SiteProject) -> None:
    for command in ("check", "build"):
        run = _really(small.folder, command, TERM="xterm-256color", CLICOLOR="1")
        assert run.returncode == 0, run.stderr
        assert "\x1b" not in run.stdout + run.stderr
        assert "\r" not in run.stdout + run.stderr
        assert run.stderr == ""


def test_controls_in_content_never_reach_the_terminal_raw(small: SiteProject) -> None:
    name = "evil\x1b[2Jname.txt"
    small.write(f"content/{name}", "x")
    small.edit(
        "content/drugs/example-drug.yml",
        "drug_class: Invented drugs",
        'drug_class: Inv\n"\\u001b]0;owned\\u0007": x',
    )
    small.edit("references.bib", "evidencetype = {other}", "evidencetype = {\x1b[31mred\x07}")
    for arguments in (["check"], ["build"], ["check", "--format", "json"]):
        run = _really(small.folder, *arguments)
        assert run.returncode == 1
        raw = set(re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", run.stdout + run.stderr))
        assert raw == set(), arguments


def test_version_and_help() -> None:
    assert CliRunner().invoke(main, ["--version"]).output == f"clinsum, version {__version__}\n"
    for arguments in ([], ["check"], ["build"], ["schema"], ["new"], ["new", "site"], ["new", "drug"]):
        result = CliRunner().invoke(main, [*arguments, "--help"])
        assert result.exit_code == 0
        assert "Example" in result.output, arguments


def test_no_line_of_the_overview_is_cut_and_each_command_says_its_exit_codes() -> None:
    overview = CliRunner().invoke(main, ["--help"], terminal_width=80).output
    assert "..." not in overview.replace("[ARGS]...", "")
    for command in ("check", "build", "where", "dose", "add-reference", "migrate"):
        assert "Exit codes: 0" in CliRunner().invoke(main, [command, "--help"]).output, command


def test_a_folder_without_a_site_is_told_where_to_run_the_command(tmp_path: Path) -> None:
    result = _run(SiteProject(tmp_path), "check")
    assert result.exit_code == 2
    assert "cure: Run the command in the folder of the site, or name the file with --config" in result.output


def test_help_and_version_load_no_heavy_library() -> None:
    heavy = {
        "pydantic",
        "mkdocs",
        "jinja2",
        "nh3",
        "markdown_it",
        "citeproc",
        "yaml",
        "bibtexparser",
        "playwright",
    }
    script = (
        "import sys\nfrom generator.cli import main\n"
        "try:\n    main(['build', '--help'])\nexcept SystemExit:\n    pass\n"
        f"print('LOADED', sorted({heavy!r} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "LOADED []"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_told_in_words(small: SiteProject) -> None:
    command = [sys.executable, "-c", "from generator.cli import main; main()", "check"]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        run = subprocess.run(
            command, cwd=small.folder, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert run.returncode == 2
    assert "Traceback" not in run.stderr
    assert "Error: " in run.stderr
