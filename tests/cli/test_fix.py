"""``clinsum check --fix``: what is certainly right is written, and every other byte stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import fix
from generator.diagnostics import Finding
from tests.cli.checked_project import SUMMARY, check, small_project
from tests.site_project import SiteProject

_DOSE = "    amount: 1 to 2 mg\n"


@pytest.fixture
def small(tmp_path: Path) -> SiteProject:
    return small_project(tmp_path / "project")


def _bytes(project: SiteProject) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(project.folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("1-2 mg", "1 to 2 mg"),
        ("2mg", "2 mg"),
        ("'.5 mg'  # as printed", "'0.5 mg'  # as printed"),
        ('"1 to 2mg"', '"1 to 2 mg"'),
    ],
)
def test_a_quantity_is_mended_in_its_place_and_nothing_else(
    small: SiteProject, written: str, mended: str
) -> None:
    small.edit(SUMMARY, _DOSE, f"    amount: {written}\n")
    before = _bytes(small)
    result = check(small, "--fix")
    assert result.exit_code == 0, result.output
    expected = before[str(small.path(SUMMARY))].replace(
        f"amount: {written}".encode(), f"amount: {mended}".encode()
    )
    assert _bytes(small) == before | {str(small.path(SUMMARY)): expected}
    assert f"mended {SUMMARY}:" in result.output
    assert "1 finding was mended." in result.output
    after = _bytes(small)
    assert "0 findings were mended." in check(small, "--fix").output
    assert _bytes(small) == after


@pytest.mark.parametrize("written", ["1,5 mg", "2", "50 MG", "2 to 1mg"])
def test_what_is_not_certain_is_left_to_a_person(small: SiteProject, written: str) -> None:
    small.edit(SUMMARY, _DOSE, f"    amount: {written}\n")
    before = _bytes(small)
    result = check(small, "--fix")
    assert result.exit_code == 1
    assert "0 findings were mended." in result.output
    assert _bytes(small) == before


def test_a_dry_run_shows_the_difference_and_writes_nothing(small: SiteProject) -> None:
    small.edit(SUMMARY, _DOSE, "    amount: 2mg\n")
    before = _bytes(small)
    result = check(small, "--fix", "--dry-run")
    assert result.exit_code == 1
    assert "-    amount: 2mg\n+    amount: 2 mg\n" in result.output
    assert "Nothing was written." in result.output
    assert _bytes(small) == before


def test_a_dry_run_of_nothing_is_a_usage_error(small: SiteProject) -> None:
    assert check(small, "--dry-run").exit_code == 2


def test_without_fix_the_command_says_how_many_it_may_mend(small: SiteProject) -> None:
    small.edit(SUMMARY, _DOSE, "    amount: 2mg\n")
    assert "clinsum check --fix may mend 1" in check(small).output


def test_a_file_with_other_errors_of_form_is_not_touched(small: SiteProject) -> None:
    small.edit(SUMMARY, _DOSE, "    amount: 2mg\n")
    small.edit(SUMMARY, "    purpose: recommended\n", "    purpos: recommended\n")
    before = _bytes(small)
    result = check(small, "--fix")
    assert result.exit_code == 1
    assert "the file has other errors of form" in result.output
    assert _bytes(small) == before


def test_what_cannot_be_mended_is_named_and_not_offered_again(small: SiteProject) -> None:
    words = "      clinician: In this invented example, the example drug is the first choice.\n"
    folded = (
        "      clinician: >-\n        In this invented example, the\n        the drug is the first choice.\n"
    )
    small.edit(SUMMARY, words, folded)
    result = check(small, "--fix")
    assert "WRD015 “the the” stands in a text that is written in a way" in result.output
    assert "--fix may mend" not in result.output
    assert "--fix may mend 1" in check(small).output


def test_errors_of_form_hide_what_else_is_wrong_and_the_report_says_so(small: SiteProject) -> None:
    small.edit(SUMMARY, "    purpose: recommended\n", "    purpos: recommended\n")
    said = "1 file has errors of form (SRC, SCH): what else is wrong there shows when these are mended"
    assert said in check(small).output.splitlines()
    small.edit(SUMMARY, "    purpos: recommended\n", "    purpose: recommended\n")
    assert "errors of form" not in check(small).output


def test_only_named_files_are_changed(small: SiteProject) -> None:
    small.edit(SUMMARY, _DOSE, "    amount: 2mg\n")
    before = _bytes(small)
    assert check(small, "--fix", small.path("content/drugs")).exit_code == 0
    assert _bytes(small) == before


def test_a_file_that_somebody_changes_meanwhile_is_not_overwritten(
    small: SiteProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.edit(SUMMARY, _DOSE, "    amount: 2mg\n")
    write = fix._write

    def late(project: Path, file: object) -> None:
        small.write(SUMMARY, "# written by a person\n")
        write(project, file)  # type: ignore[arg-type]

    monkeypatch.setattr(fix, "_write", late)
    result = check(small, "--fix")
    assert result.exit_code == 2
    assert "it was changed in the meantime" in result.output
    assert small.path(SUMMARY).read_text(encoding="utf-8") == "# written by a person\n"


def test_what_is_mended_is_told_beside_a_report_for_programs(small: SiteProject) -> None:
    small.edit(SUMMARY, _DOSE, "    amount: 2mg\n")
    result = check(small, "--fix", "--format", "json")
    assert result.stdout.startswith("[")
    assert "1 finding was mended." in result.stderr


def test_a_chain_of_fixes_ends(small: SiteProject) -> None:
    """A rule that is never content must not keep the command busy for ever."""
    small.edit(SUMMARY, _DOSE, "    amount: 2mg\n")
    looks = 0

    def look() -> tuple[Finding, ...]:
        nonlocal looks
        looks += 1
        small.path(SUMMARY).write_text(
            small.path(SUMMARY).read_text(encoding="utf-8").replace("2 mg\n", "2mg\n"), encoding="utf-8"
        )
        return small.inspect().findings

    fix.write_fixes(small.folder, look, err=False)
    assert looks <= 10
