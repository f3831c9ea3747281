"""The page of what the checks found, and errors that are let stand: what is told, to whom, and what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compiler.context import SiteContext
from generator.compiler.public_findings import PublicFindings
from generator.compiler.qa_page import MOST_ROWS, qa_page
from generator.diagnostics import Finding, Place, Rule, Severity
from generator.model.library import Library
from generator.pages.blocks import SubHeading, Table
from generator.pages.site import Page
from generator.pipeline import BuildStopped
from tests.compiler.compiled import blocks_of, page, text_of
from tests.compiler.english import english
from tests.pipeline.html_pages import dead_links
from tests.site_project import DAY, SiteProject

_SUMMARY = "content/summaries/example-question.yml"
_WAIVERS = """\
waivers:
  - rule: DOS001
    entry: example-question
    reason: The source is asked about 37 mg by *letter*.
    owner: rae
    until: 2027-01-31
"""


def _with_fault(project: SiteProject, waivers: str = _WAIVERS) -> SiteProject:
    """A dose stands in the words of clinicians, and is let stand."""
    project.add_people()
    project.edit(_SUMMARY, "is the first choice.", "is the first choice at 37 mg.")
    project.write("content/waivers.yml", waivers)
    return project


def _qa(project: SiteProject) -> Page:
    return page(project.prepare().site, "qa/")


def test_the_status_page_leads_to_it(project: SiteProject) -> None:
    project.build()
    assert 'href="../qa/"' in project.page("status")
    assert "What the checks found" in project.page("qa")
    assert dead_links(project.published()) == []
    assert "/qa/" not in project.published()["sitemap.xml"].decode()


def test_an_error_stops_the_build_until_somebody_lets_it_stand(project: SiteProject) -> None:
    _with_fault(project)
    project.prepare()
    project.path("content/waivers.yml").unlink()
    with pytest.raises(BuildStopped):
        project.prepare()


def test_an_error_is_let_stand_to_its_last_day_and_no_longer(project: SiteProject) -> None:
    _with_fault(project, _WAIVERS.replace("2027-01-31", DAY.isoformat()))
    project.prepare()
    _with_fault_again = _WAIVERS.replace("2027-01-31", "2026-11-30")
    project.write("content/waivers.yml", _with_fault_again)
    with pytest.raises(BuildStopped):
        project.prepare()


def test_an_error_that_is_let_stand_is_told_with_its_reason(project: SiteProject) -> None:
    text = text_of(_qa(_with_fault(project)))
    for said in (
        "DOS001",
        "The source is asked about 37 mg by letter.",
        "Rae Invented, until 31 January 2027",
        "“37 mg” stands in the text and not as data",
        "recommendations[example-drug-first].wording",
        "Let stand until 31 January 2027 by Rae Invented",
    ):
        assert said in text, said


def test_an_error_that_is_let_stand_shows_on_its_page_also_when_approved(
    reviewed_project: SiteProject,
) -> None:
    project = _with_fault(reviewed_project)
    project.edit(_SUMMARY, "route: not-stated", "route: oral")
    project.approve("example-question", "clinician", "patient")
    project.build()
    shown = project.page("summaries/example-question/clinician")
    assert "Finding that is let stand (error):" in shown
    assert "until 31 January 2027 by Rae Invented: The source is asked about 37 mg by letter." in shown
    assert "Open finding" not in shown
    assert "cs-notice" not in project.page("summaries/example-question/patient")


def test_an_error_without_a_place_in_the_text_is_told_apart(project: SiteProject) -> None:
    waiver = _WAIVERS.replace("DOS001", "REF005")
    project.edit(_SUMMARY, "audiences: [clinician, patient]", "audiences: [clinician, patient, nurse]")
    project.add_people()
    project.write("content/waivers.yml", waiver)
    site = project.prepare().site
    told = text_of(page(site, "summaries/example-question/clinician/"))
    assert "What is let stand on this page" in told
    assert "REF005" in told
    assert "REF005" not in text_of(page(site, "summaries/example-question/patient/"))


def test_of_an_entry_that_is_not_published_only_codes_are_told(reviewed_project: SiteProject) -> None:
    shown = text_of(_qa(_with_fault(reviewed_project)))
    assert "DOS001" in shown
    assert "example-question" in shown
    assert "A number with a dose unit stands in running text" in shown
    assert "37 mg" not in shown
    assert "example-drug-first" not in shown
    assert "Some entries are not published." in shown


def test_of_a_waiver_for_an_entry_that_is_not_published_no_place_and_no_reason_is_told(
    reviewed_project: SiteProject,
) -> None:
    place = "    place: recommendations[example-drug-first].wording.clinician\n    reason:"
    shown = text_of(_qa(_with_fault(reviewed_project, _WAIVERS.replace("    reason:", place))))
    assert "Rae Invented, until 31 January 2027" in shown
    assert "example-drug-first" not in shown
    assert "asked about" not in shown


def test_of_a_published_entry_among_drafts_places_are_told_and_no_messages(
    reviewed_project: SiteProject,
) -> None:
    """A message can quote another entry, which is a draft."""
    project = _with_fault(reviewed_project)
    project.edit(_SUMMARY, "route: not-stated", "route: oral")
    project.approve("example-question", "clinician", "patient")
    shown = text_of(_qa(project))
    assert "recommendations[example-drug-first].wording" in shown
    assert "“37 mg” stands" not in shown
    assert "asked about 37 mg" in shown


def test_the_findings_themselves_are_told_in_a_preview(reviewed_project: SiteProject) -> None:
    site = _with_fault(reviewed_project).prepare(is_preview=True).site
    assert "“37 mg” stands in the text and not as data" in text_of(page(site, "qa/"))


_ERROR = Rule("DOS901", "made-up", Severity.ERROR, "Made up.", "Why.", "Cure.")
_WARNING = replace(_ERROR, code="DOS902", severity=Severity.WARNING)


def _made(rule: Rule, entry: str, number: int) -> Finding:
    return rule.finding(f"fault {number}", Place(f"{entry}.yml", number), entry=entry, pointer=("x", number))


def _page_of(*findings: Finding) -> Page:
    context = SiteContext(today=DAY, words=english(), publishes_all=True, is_demonstration=True)
    return qa_page(Library(), findings, PublicFindings.of(Library(), context))


def test_the_worst_comes_first() -> None:
    findings = [
        _made(_WARNING, "a", 1),
        _made(_WARNING, "b", 2),
        _made(_WARNING, "b", 3),
        _made(_ERROR, "c", 4),
    ]
    shown = _page_of(*findings, _made(_WARNING, "c", 5))
    assert [one.words.text for one in blocks_of(shown, SubHeading)] == ["c", "b", "a"]
    rows = [row.cells[0].text for table in blocks_of(shown, Table)[1:] for row in table.rows]
    assert rows == ["DOS901", "DOS902", "DOS902", "DOS902", "DOS902"]
    assert _page_of(*reversed(findings)) == _page_of(*findings)


def test_it_does_not_grow_without_bound() -> None:
    findings = [_made(_WARNING, f"entry-{number % 7}", number) for number in range(MOST_ROWS + 1500)]
    shown = _page_of(*findings)
    assert sum(len(table.rows) for table in blocks_of(shown, Table)[1:]) == MOST_ROWS
    assert "1,500 more: clinsum check prints all of them." in text_of(shown)


def test_without_findings_it_says_nothing_but_numbers() -> None:
    shown = _page_of()
    assert [section.id for section in shown.sections] == ["counts"]
