"""A critical or major change since an approval wants a note for readers. All people are fictional."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site_project import SiteProject, reviewed

_SUMMARY = "content/summaries/example-question.yml"
_NOTE = "  - {date: 2026-11-25, kind: major, note: The dose was corrected.}\n"


@pytest.fixture
def project(tmp_path: Path) -> SiteProject:
    project = reviewed(tmp_path / "site")
    project.approve("example-question", "clinician", "patient")
    return project


def told(project: SiteProject) -> list[str]:
    found = project.inspect().findings
    return [f"{one.place.file}: {one.message}" for one in found if one.code == "CHG001"]


def change_dose(project: SiteProject) -> None:
    project.edit(_SUMMARY, "amount: 1 to 2 mg", "amount: 1 to 3 mg")


def test_a_changed_dose_without_a_note_is_told_and_with_one_it_is_not(project: SiteProject) -> None:
    assert told(project) == []
    change_dose(project)
    assert told(project) == [
        f"{_SUMMARY}: since the approval of 2026-11-22 there is a critical change, and no major note"
    ]
    project.edit(_SUMMARY, "changes:\n", f"changes:\n{_NOTE}")
    assert told(project) == []


def test_it_is_told_after_the_change_was_approved_too(project: SiteProject) -> None:
    change_dose(project)
    project.approve("example-question", "clinician", day="2026-11-24")
    assert len(told(project)) == 1


def test_a_minor_note_is_not_enough_and_a_spelling_needs_none(project: SiteProject) -> None:
    project.edit(_SUMMARY, "Give the example drug.", "Give the example drug")
    assert told(project) == []
    change_dose(project)
    project.edit(_SUMMARY, "changes:\n", "changes:\n" + _NOTE.replace("major", "minor"))
    assert len(told(project)) == 1


def test_what_changed_in_a_drug_is_not_told_of_each_page_that_names_it(project: SiteProject) -> None:
    project.edit("content/drugs/example-drug.yml", "drug_class: Invented drugs", "drug_class: Made-up drugs")
    assert told(project) == []
