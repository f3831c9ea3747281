"""What readers get of approved text, and what holds it to the publish gate. The people are fictional."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.pipeline import BuildStopped
from tests.site_project import DAY, SiteProject

_SUMMARY = "content/summaries/example-question.yml"
_CLINICIAN = "summaries/example-question/clinician"
_WARNING = "Not approved: do not use for care"


@pytest.fixture
def approved(reviewed_project: SiteProject) -> SiteProject:
    """The summary is approved for both audiences, and what it quotes is settled."""
    reviewed_project.edit(_SUMMARY, "route: not-stated", "route: oral")
    reviewed_project.approve("example-question", "clinician", "patient")
    return reviewed_project


def test_an_approved_page_carries_no_warning_and_may_be_found(approved: SiteProject) -> None:
    approved.build(search=True)
    page = approved.page(_CLINICIAN)
    assert _WARNING not in page
    assert "Approved by Rae Invented, MD (fictional)" in page
    assert "Sam Invented" in page
    assert 'content="noindex"' not in page
    sitemap = (approved.site / "sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>https://example.org/{_CLINICIAN}/</loc>" in sitemap
    assert "drugs/example-drug" not in sitemap
    assert "Allow: /" in (approved.site / "robots.txt").read_text(encoding="utf-8")


def test_an_unsigned_approval_says_that_it_is_only_recorded(approved: SiteProject) -> None:
    approved.build()
    assert "Recorded, not signed." in approved.page(_CLINICIAN)


def test_under_the_policy_signed_an_unsigned_record_approves_nothing(approved: SiteProject) -> None:
    approved.set_policy(approval="signed")
    approved.build()
    assert not (approved.site / _CLINICIAN).exists()


def test_one_person_is_not_two(reviewed_project: SiteProject) -> None:
    for hour in ("10", "11"):
        reviewed_project.decide(
            "approve",
            "example-question",
            "rae",
            f"2026-11-2{hour[1]}T{hour}:00:00Z",
            audiences=("clinician",),
        )
    reviewed_project.build()
    assert not (reviewed_project.site / _CLINICIAN).exists()


def test_an_author_does_not_approve_what_he_wrote(reviewed_project: SiteProject) -> None:
    reviewed_project.edit(_SUMMARY, "authors: [my-organisation]", "authors: [rae]")
    reviewed_project.approve("example-question", "clinician")
    reviewed_project.build()
    assert not (reviewed_project.site / _CLINICIAN).exists()


def test_what_is_a_warning_in_a_draft_is_an_error_in_approved_text(reviewed_project: SiteProject) -> None:
    before = reviewed_project.inspect().findings
    route = next(finding for finding in before if "names no route" in finding.message)
    assert route.severity == "warning"
    reviewed_project.build()
    reviewed_project.approve("example-question", "clinician")
    with pytest.raises(BuildStopped) as stopped:
        reviewed_project.build()
    errors = [finding for finding in stopped.value.findings if finding.severity == "error"]
    assert [(finding.code, finding.place) for finding in errors] == [(route.code, route.place)]


def test_the_day_decides_whether_a_review_is_overdue(approved: SiteProject) -> None:
    def state_on(day: date) -> str:
        return approved.inspect(day).context.states["example-question", "clinician"].state.value

    assert state_on(date(2027, 11, 22)) == "approved"
    assert state_on(date(2027, 11, 23)) == "review-overdue"
    approved.build(date(2027, 11, 23))
    page = approved.page(_CLINICIAN)
    assert "Review overdue" in page
    assert _WARNING not in page


def test_a_link_to_what_is_not_published_is_words(approved: SiteProject) -> None:
    approved.build()
    page = approved.page(_CLINICIAN)
    assert "example drug (fictional)" in page
    assert "drugs/example-drug/" not in page
    assert not (approved.site / "drugs" / "example-drug").exists()


def test_approving_the_drug_brings_its_page_and_the_links_to_it(approved: SiteProject) -> None:
    approved.edit(
        "content/drugs/example-drug.yml", "mechanism: not-stated", "mechanism: not-stated\nproperties: []"
    )
    approved.approve("example-drug", "clinician")
    approved.build()
    assert "drugs/example-drug/" in approved.page(_CLINICIAN)
    assert "1 to 2 mg" in approved.page("drugs/example-drug")


def test_lifting_a_suspension_takes_two(approved: SiteProject) -> None:
    def state() -> str:
        return approved.inspect(DAY).context.states["example-question", "clinician"].state.value

    approved.decide("suspend", "example-question", "rae", "2026-11-25T10:00:00Z")
    assert state() == "suspended"
    approved.decide("lift", "example-question", "rae", "2026-11-26T10:00:00Z")
    assert state() == "suspended"
    approved.decide("lift", "example-question", "sam", "2026-11-27T10:00:00Z")
    assert state() == "approved"


def test_a_copy_of_the_project_elsewhere_is_approved_too(approved: SiteProject, tmp_path: Path) -> None:
    import shutil

    copy = SiteProject(Path(shutil.copytree(approved.folder, tmp_path / "elsewhere" / "copy")))
    # Layout is no content: comments, blank lines and line ends change no digest.
    file = copy.path(_SUMMARY)
    file.write_bytes(b"# One more comment.\n\n" + file.read_bytes().replace(b"\n", b"\r\n"))
    copy.build()
    assert "Approved by Rae Invented" in copy.page(_CLINICIAN)
