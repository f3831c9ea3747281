"""What is suspended stands in no byte of the published site. The people and drugs are fictional."""

from __future__ import annotations

import pytest

from tests.pipeline.html_pages import dead_links
from tests.site_project import SiteProject

_SUMMARY = "content/summaries/example-question.yml"
_CLINICIAN = "summaries/example-question/clinician"
_STOPPED = "This dose is suspended since 30 November 2026 (Rae Invented): do not use it"


@pytest.fixture
def approved(reviewed_project: SiteProject) -> SiteProject:
    """Two approved versions of the summary; in the newer one the dose is another."""
    reviewed_project.edit(_SUMMARY, "route: not-stated", "route: oral")
    reviewed_project.edit(_SUMMARY, "maximum: {per_day: 2 mg}", "maximum: {per_day: 88 mg}")
    reviewed_project.approve("example-question", "clinician", "patient", day="2026-11-22")
    reviewed_project.approve("example-drug", "clinician", day="2026-11-22")
    reviewed_project.edit(_SUMMARY, "amount: 1 to 2 mg", "amount: 1 to 77 mg")
    reviewed_project.approve("example-question", "clinician", day="2026-11-24")
    return reviewed_project


def _suspend(project: SiteProject, entry: str, what: str) -> None:
    decision = project.decide("suspend", entry, "rae", "2026-11-30T10:00:00Z")
    text = decision.read_text(encoding="utf-8")
    target = f"  - entry: {entry}\n"
    assert target in text
    decision.write_text(text.replace(target, f"{target}    {what}\n"), encoding="utf-8")


def _telling(project: SiteProject, *told: bytes) -> list[str]:
    return [path for path, data in project.published().items() if any(one in data for one in told)]


def test_the_dose_was_told_before(approved: SiteProject) -> None:
    approved.build()
    assert f"{_CLINICIAN}/index.html" in _telling(approved, b"77 mg")


def test_no_byte_of_a_suspended_dose_is_published(approved: SiteProject) -> None:
    _suspend(approved, "example-question", "doses: [example-dose]")
    approved.build(search=True)
    assert _telling(approved, b"77 mg", b"88 mg", b"1 to 77", b"1 to 2 mg") == []
    shown = approved.page(_CLINICIAN)
    assert _STOPPED in shown
    assert 'id="dose-example-dose"' in shown
    assert "A dose of example drug (fictional) is suspended" in shown
    assert "Not approved" not in shown, "the text itself is approved still"
    assert "A dose of example drug (fictional) is suspended" in approved.page("drugs/example-drug")
    assert dead_links(approved.published()) == []


def test_a_drug_is_suspended_everywhere(approved: SiteProject) -> None:
    _suspend(approved, "example-drug", "everywhere: yes")
    approved.build(search=True)
    assert _telling(approved, b"77 mg", b"88 mg", b"1 to 77", b"1 to 2 mg") == []
    assert _STOPPED in approved.page(_CLINICIAN)
    for path in (_CLINICIAN, "summaries/example-question/patient"):
        assert "example drug (fictional) is suspended since 30 November 2026" in approved.page(path)
    assert dead_links(approved.published()) == []


def test_two_lift_it_and_the_approval_holds(approved: SiteProject) -> None:
    _suspend(approved, "example-question", "doses: [example-dose]")
    for hour, person in enumerate(("rae", "sam")):
        decision = approved.decide("lift", "example-question", person, f"2026-12-01T0{hour}:00:00Z")
        text = decision.read_text(encoding="utf-8")
        target = "  - entry: example-question\n"
        decision.write_text(text.replace(target, f"{target}    doses: [example-dose]\n"), encoding="utf-8")
    approved.build()
    shown = approved.page(_CLINICIAN)
    assert "77 mg" in shown
    assert "suspended since" not in shown
    assert "Not approved" not in shown
