"""What is suspended stands in no byte of the published site. The people and drugs are fictional."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compiler.context import SiteContext
from generator.compiler.public_findings import PublicFindings
from generator.compiler.withheld_words import tells_an_amount
from generator.model.entries.decision import Decision
from generator.model.library import Library
from generator.model.suspension import Suspensions
from tests.compiler.english import english
from tests.pipeline.html_pages import dead_links
from tests.site_project import DAY, SiteProject

_SUMMARY = "content/summaries/example-question.yml"
_CLINICIAN = "summaries/example-question/clinician"
_DECISION = Decision.model_construct(id="stop", by="rae")
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


def _suspend(project: SiteProject, entry: str, what: str, reason: str = "") -> None:
    decision = project.decide("suspend", entry, "rae", "2026-11-30T10:00:00Z")
    text = decision.read_text(encoding="utf-8")
    target = f"  - entry: {entry}\n"
    assert target in text
    text = text.replace(target, f"{target}    {what}\n") + (f"reason: {reason}\n" if reason else "")
    decision.write_text(text, encoding="utf-8")


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


@pytest.mark.parametrize(
    ("entry", "what"),
    [("example-question", "doses: [example-dose]"), ("example-drug", "everywhere: yes")],
    ids=["dose", "drug"],
)
def test_neither_a_change_note_nor_a_reason_tells_it_anywhere(
    approved: SiteProject, entry: str, what: str
) -> None:
    note = "Since 24 November 2026 the dose goes up to 77 mg."
    approved.edit(_SUMMARY, "note: A fictional example.", f'note: "{note}"')
    approved.build()
    assert {"changes.atom", "changes/index.html", "index.html"} <= set(_telling(approved, b"77 mg"))
    _suspend(approved, entry, what, "A leaflet says 66 mg.")
    approved.build(search=True)
    assert _telling(approved, b"77 mg", b"66 mg") == []
    withheld = "This note is told again when the dose that it may speak of is no longer suspended."
    assert withheld in approved.page(_CLINICIAN)
    assert withheld in approved.page("changes")


def test_the_history_tells_no_dose_of_it_after_the_dose_got_another_drug(approved: SiteProject) -> None:
    drug = approved.path("content/drugs/example-drug.yml").read_text(encoding="utf-8")
    for old, new in (
        ("example drug", "other drug"),
        ("placeholder drug", "third drug"),
        ("Examplon", "Otheron"),
    ):
        drug = drug.replace(old, new)
    approved.write("content/drugs/other-drug.yml", drug)
    approved.edit(_SUMMARY, "    drug: example-drug\n    purpose", "    drug: other-drug\n    purpose")
    approved.edit(_SUMMARY, "amount: 1 to 77 mg", "amount: 1 to 5 mg")
    approved.edit(_SUMMARY, "per_day: 88 mg", "per_day: 5 mg")
    approved.approve("example-question", "clinician", day="2026-11-26")
    approved.build()
    amounts = [amount.encode() for amount in ("77 mg", "77 →", "88 mg", "88 →")]
    assert _telling(approved, *amounts) == [f"{_CLINICIAN}/history/index.html"]
    _suspend(approved, "example-drug", "everywhere: yes")
    approved.build()
    assert _telling(approved, *amounts) == []


def test_a_waiver_tells_it_neither_and_a_day_is_no_amount() -> None:
    context = SiteContext(today=DAY, words=english())
    assert not tells_an_amount("Stopped on 3 June 2026, told on 2026-06-04.", context)
    assert tells_an_amount("Stopped on 3 June 2026 at 30 mg.", context)
    assert tells_an_amount("Up to 2026 mg.", context)
    stopped = replace(context, suspended=Suspensions({}, {"example-drug": _DECISION}))
    assert (
        PublicFindings(Library(), context, tells_messages=True).reason("30 mg is right.") == "30 mg is right."
    )
    assert "30" not in PublicFindings(Library(), stopped, tells_messages=False).reason("30 mg is right.")


def test_a_reason_without_an_amount_is_told(approved: SiteProject) -> None:
    reason = "The invented agency stopped it on 30 November 2026."
    _suspend(approved, "example-drug", "everywhere: yes", reason)
    approved.build()
    assert f"The reason as recorded: {reason}" in approved.page(_CLINICIAN)


def test_a_drug_is_suspended_everywhere(approved: SiteProject) -> None:
    _suspend(approved, "example-drug", "everywhere: yes")
    approved.build(search=True)
    assert _telling(approved, b"77 mg", b"88 mg", b"1 to 77", b"1 to 2 mg") == []
    assert _STOPPED in approved.page(_CLINICIAN)
    assert "example drug (fictional): all its doses, on every page" in approved.page("status")
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
