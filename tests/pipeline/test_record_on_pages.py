"""What readers are told of the record: signatures, what is lacking, versions, tags, days. All people are fictional."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.formats.audit_json import render_audit
from generator.model.outside_facts import GitHistory
from generator.pipeline import RunContext
from generator.pipeline.prepare import Prepared, prepare
from tests.site_project import DAY, SiteProject, reviewed

SUMMARY = "content/summaries/example-question.yml"
PAGE = "summaries/example-question/clinician/"
PATIENT = "summaries/example-question/patient/"
_NOTE = "  - {date: 2026-11-21, kind: major, note: A fictional example.}"
_NOTES = """\
  - {date: 2024-03-01, kind: major, note: First published.}
  - {date: 2026-05-18, kind: major, note: The maximum is 3 mg a day.}
  - {date: 2026-06-02, kind: minor, note: A spelling was corrected.}"""


def told(project: SiteProject, kind: str, by: str, at: str, more: str = "", *audiences: str) -> str:
    """Record a decision with more fields than the project's own helper writes. Gives its id."""
    file = project.decide(kind, "example-question", by, at, audiences=audiences)
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    return file.stem


def approved_twice(folder: Path, *, publish: str = "approved") -> SiteProject:
    """Approved in 2024 with a review of the evidence; then a dose changed, and clinicians' text is approved again."""
    project = reviewed(folder, publish=publish)
    project.edit(SUMMARY, "route: not-stated", "route: oral")
    told(project, "submit", "my-organisation", "2024-03-01T09:00:00Z")
    told(project, "start-review", "rae", "2024-03-02T09:00:00Z", "role: clinical\n")
    both = ("clinician", "patient")
    evidence = "role: clinical\nmeaning: reviewed\ncriteria: [references-read, evidence-search-current]\n"
    told(project, "approve", "rae", "2024-03-10T09:00:00Z", evidence, *both)
    more = "role: pharmacy\nmeaning: reviewed\ncriteria: [dose-checked]\ninterests: none\nai_assistance: A speller.\n"
    told(project, "approve", "sam", "2024-03-10T11:30:00Z", more, *both)
    project.edit(SUMMARY, "maximum: {per_day: 2 mg}", "maximum: {per_day: 3 mg}")
    project.edit(
        SUMMARY, "the example drug is the first choice.", "the example drug may be the first choice."
    )
    project.edit(SUMMARY, _NOTE, _NOTES)
    objected = told(
        project,
        "object",
        "sam",
        "2026-05-15T08:00:00Z",
        "role: pharmacy\nreason: The source was missing.\n",
        "clinician",
    )
    told(project, "resolve", "rae", "2026-05-16T08:00:00Z", f"role: clinical\nresolves: [{objected}]\n")
    reason = "role: clinical\nmeaning: reviewed\nreason: The source was read.\n"
    told(project, "approve", "rae", "2026-05-20T09:00:00Z", reason, "clinician")
    told(
        project, "approve", "sam", "2026-05-20T10:00:00Z", "role: pharmacy\nmeaning: reviewed\n", "clinician"
    )
    return project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> SiteProject:
    """Read only."""
    return approved_twice(tmp_path_factory.mktemp("record") / "project")


@pytest.fixture(scope="module")
def prepared(project: SiteProject) -> Prepared:
    """The articles of that project."""
    return project.prepare()


def article(prepared: Prepared, path: str) -> str:
    """The HTML of an article."""
    return prepared.articles[path].article


def text(html: str) -> str:
    """The words of an article, on one line."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def section(html: str, name: str) -> str:
    """The words of one section."""
    found = re.search(rf'<section[^>]* id="{name}".*?</section>', html, re.DOTALL)
    assert found, name
    return text(found[0])


def test_each_counting_signature_is_told_whole(prepared: Prepared) -> None:
    said = section(article(prepared, PATIENT), "approvals")
    assert said.startswith("Who approved this text")
    rae, sam = said.split("Approved ")[1:]
    digests = prepared.inspection.context.states["example-question", "patient"].digests
    version = digests.content.partition(":")[2][:10]
    words = digests.words.partition(":")[2][:10]
    assert rae.startswith(
        "Rae Invented , MD (fictional), clinical When 10 March 2024, 09:00 UTC Meaning reviewed "
    )
    assert "Checked the references, that the evidence search is current" in rae
    assert f"Version {version} , words {words} Recorded, not signed." in rae
    assert "Checked doses Interests none declared Machine assistance A speller." in sam


def test_a_verified_signature_and_one_that_is_not_are_told_apart(project: SiteProject) -> None:
    from dataclasses import replace

    from generator.compiler.site import compile_site

    inspection = project.inspect()
    first = "2026-05-20-rae-approve-example-question"
    context = replace(inspection.context, verified=frozenset({first}))
    site = compile_site(inspection.library, inspection.bodies, (), context)
    status = next(page for page in site.pages if page.path == PAGE).status
    assert status is not None
    assert "UTC. Signature verified. Approved by Sam Invented" in status.decided
    assert status.decided.endswith("UTC. Recorded, not signed. Meaning: reviewed.")
    assert site.audit is not None
    assert {one.id: one.signature for one in site.audit.decisions}[first] == "verified"


def test_a_minor_change_moves_neither_the_public_date_nor_the_full_review(prepared: Prepared) -> None:
    head = text(article(prepared, PAGE).partition("</header>")[0])
    assert "Published 18 May 2026 Updated 2 June 2026 Last full review 20 May 2026" in head
    assert "Review due 20 May 2027" in head


def test_the_page_tells_what_changed_newest_first_with_class_and_leads_to_the_history(
    prepared: Prepared,
) -> None:
    said = section(article(prepared, PAGE), "changes")
    assert said.startswith(
        "What changed 2 June 2026 Minor change A spelling was corrected. 18 May 2026 Major change"
    )
    assert 'href="../../../summaries/example-question/clinician/history/"' in article(prepared, PAGE)


def test_the_history_tells_versions_with_addresses_approvals_and_clinical_changes(prepared: Prepared) -> None:
    html = article(prepared, f"{PAGE}history/")
    state = prepared.inspection.context.states["example-question", "clinician"]
    first, second = (one.digests.content.partition(":")[2][:10] for one in state.versions)
    assert html.index(f'id="{second}"') < html.index(f'id="{first}"')
    assert f"clinician/history/#{second}" in html
    said = section(html, "versions")
    assert f"20 May 2026: version {second}, the present text" in said
    newest, oldest = said.split("10 March 2024: version")
    assert f"Changed since version {first}: 2 critical." in newest
    assert "maximum: 2 → 3 mg daily" in newest
    assert "Approved Rae Invented" in newest and "Approved Sam Invented" in newest
    assert "This was the first approved version." in oldest
    others = section(html, "record")
    order = [others.index(word) for word in ("Objection resolved", "Objected", "Review started", "Submitted")]
    assert order == sorted(order)
    assert "The source was missing." in others


def test_before_the_first_approval_the_history_tells_what_was_done_so_far(tmp_path: Path) -> None:
    project = reviewed(tmp_path / "project", publish="all")
    told(project, "submit", "my-organisation", "2026-03-01T09:00:00Z")
    told(project, "approve", "rae", "2026-03-02T09:00:00Z", "role: clinical\n", "clinician")
    prepared = project.prepare()
    said = text(article(prepared, f"{PAGE}history/"))
    assert "No version has been approved yet." in said
    assert "Submitted My organisation" in said
    page = article(prepared, PAGE)
    assert "Still needed: one more person must approve it." in text(page)
    assert "One more person must approve it." in section(page, "approvals")
    assert "Rae Invented" in section(page, "approvals")


def test_what_is_said_of_the_history_in_git(project: SiteProject) -> None:
    def said(history: GitHistory | None) -> str:
        found = prepare(project.options(), RunContext(DAY, history=history))
        found.close()
        return section(article(found, f"{PAGE}history/"), "files")

    days = (date(2024, 2, 1), date(2026, 5, 19))
    assert "was not at hand" in said(None)
    assert "Only a part of the history in git" in said(GitHistory(is_shallow=True, days={SUMMARY: days}))
    assert "Git did not give" in said(GitHistory(is_shallow=False, is_refused=True))
    assert "no history of this file as it is now" in said(GitHistory(is_shallow=False))
    known = said(GitHistory(is_shallow=False, days={SUMMARY: days}))
    assert "since 1 February 2024; it was last changed there on 19 May 2026" in known


def test_a_recommendation_has_its_tag_with_the_meaning_and_the_words_digest_does_not(
    prepared: Prepared,
) -> None:
    page = next(page for page in prepared.site.pages if page.path == PAGE)
    assert [tag.text for tag in page.tags.values()] == ["[2024, amended 2026]"]
    html = article(prepared, PAGE)
    assert html.count("[2024, amended 2026]") == 2, "beside the recommendation, and in the legend"
    assert html.count("The recommendation was changed in 2026 without another review of the evidence.") == 2
    assert "[new 2024]" in article(prepared, PATIENT)
    body = prepared.inspection.bodies["example-question", "clinician"]
    assert (
        body.words_digest == prepared.inspection.context.states["example-question", "clinician"].digests.words
    )


def test_text_that_is_not_approved_has_no_tag(tmp_path: Path) -> None:
    project = approved_twice(tmp_path / "project", publish="all")
    project.edit(SUMMARY, "may be the first choice.", "could be the first choice.")
    html = article(project.prepare(), PAGE)
    assert "[2024" not in html
    assert "Who approved this text" not in html


def test_the_dashboard_tells_counts_what_is_overdue_and_who_is_waited_for(prepared: Prepared) -> None:
    html = article(prepared, "status/")
    assert "Draft 2 Approved 1 Review overdue 1 Review due within 90 days 0" in section(html, "counts")
    assert "10 March 2025" in section(html, "state-review-overdue")
    assert "My organisation (1)" in section(html, "waiting"), "who owns the page whose review is overdue"
    assert "example-drug" in section(html, "state-draft")
    assert 'data-due="2027-05-20"' in html
    for link in ("changes/", "qa/", "audit.json"):
        assert f'href="../{link}"' in html


def test_what_falls_due_within_90_days_is_told_from_the_first_of_them(project: SiteProject) -> None:
    def is_soon(day: date) -> bool:
        return 'id="due-soon"' in article(project.prepare(day), "status/")

    assert not is_soon(date(2027, 2, 18))
    assert is_soon(date(2027, 2, 19))
    assert is_soon(date(2027, 5, 20))
    assert not is_soon(date(2027, 5, 21))


def test_each_who_must_act_is_named_with_the_role_and_those_who_have_it(tmp_path: Path) -> None:
    project = reviewed(tmp_path / "project", publish="all")
    project.write(
        "content/editorial-policy.yml",
        "approval: recorded\npeople: 1\nreview_every: 12 mo\n"
        "requirements:\n  - {audiences: [clinician], one_of_roles: [pharmacy]}\n",
    )
    reviewers = (
        "reviewers:\n  - {person: rae, roles: [clinical]}\n  - {person: sam, roles: [clinical, pharmacy]}\n"
    )
    project.write("content/reviewers.yml", f"version: 1\n{reviewers}")
    told(project, "submit", "my-organisation", "2026-03-01T09:00:00Z")
    told(project, "object", "rae", "2026-03-02T09:00:00Z", "role: clinical\nreason: A doubt.\n", "clinician")
    said = section(article(project.prepare(), "status/"), "waiting")
    assert "Somebody in the role pharmacy (Sam Invented) (1)" in said
    assert "Rae Invented (1)" in said
    assert "The objection by Rae Invented of 2 March 2026 must be resolved." in said


def test_recent_changes_are_told_newest_first_on_a_page_on_the_home_page_and_in_the_feed(
    prepared: Prepared,
) -> None:
    said = text(article(prepared, "changes/"))
    assert said.index("2 June 2026") < said.index("18 May 2026") < said.index("1 March 2024")
    assert "(Approved)" in said
    assert 'href="../changes.atom"' in article(prepared, "changes/")
    assert "The maximum is 3 mg a day." in section(article(prepared, ""), "recent")
    assert prepared.site.feed is not None
    assert [entry.day for entry in prepared.site.feed.entries] == [
        "2026-06-02",
        "2026-05-18",
        "2024-03-01",
    ]
    assert "State: Approved." in prepared.site.feed.entries[0].text


_SECRETS = ("zqnote", "zqreason", "zqobjection", "zqfirst")


def _secretive(folder: Path, **settings: str) -> SiteProject:
    """The approved text was edited, and notes and reasons speak of the edit."""
    project = approved_twice(folder, **settings)
    project.edit(SUMMARY, "may be the first choice.", "zqfirst is the first choice.")
    project.edit(
        SUMMARY, "changes:\n", "changes:\n  - {date: 2026-11-24, kind: major, note: It is zqnote now.}\n"
    )
    reason = "role: clinical\nreason: Because of zqreason.\n"
    told(project, "approve", "rae", "2026-11-25T09:00:00Z", reason, "clinician")
    objection = "role: pharmacy\nreason: Mind the zqobjection.\n"
    told(project, "object", "sam", "2026-11-26T09:00:00Z", objection, "clinician")
    return project


def _everything(prepared: Prepared) -> Iterator[str]:
    yield from (one.article for one in prepared.articles.values())
    yield from (f"{record}" for record in prepared.records)
    yield f"{prepared.site.feed}"
    assert prepared.site.audit is not None
    yield render_audit(prepared.site.audit).decode()


def test_notes_and_reasons_that_speak_of_what_nobody_may_read_are_told_nowhere(tmp_path: Path) -> None:
    project = _secretive(tmp_path / "project")
    shown = "\n".join(_everything(project.prepare()))
    assert [word for word in _SECRETS if word in shown] == []
    # The page of patients is still approved, so what was public before still is.
    assert "The maximum is 3 mg a day." not in shown, "younger than the last approval of what is shown"
    assert "First published." in shown
    open_site = "\n".join(_everything(project.prepare(is_preview=True)))
    assert [word for word in _SECRETS if word not in open_site] == []


def test_beside_a_kept_text_nothing_is_told_of_the_newer_one(tmp_path: Path) -> None:
    project = _secretive(tmp_path / "project")
    policy = "content/editorial-policy.yml"
    project.write(policy, project.path(policy).read_text(encoding="utf-8") + "changed_entry: keep\n")
    prepared = project.prepare()
    shown = "\n".join(_everything(prepared))
    assert [word for word in _SECRETS if word in shown] == []
    assert "The maximum is 3 mg a day." in shown
    assert "The newer version: " in section(article(prepared, "status/"), "state-approved")
    waiting = section(article(prepared, "status/"), "waiting")
    assert "The objection by Sam Invented of 26 November 2026 must be resolved." in waiting


def test_of_a_notice_neither_page_nor_history_nor_audit_tell_more_than_id_and_state(tmp_path: Path) -> None:
    project = approved_twice(tmp_path / "project", publish="all")
    told(project, "suspend", "rae", "2026-11-25T10:00:00Z", "role: clinical\nreason: Of zqreason.\n")
    prepared = project.prepare()
    shown = "\n".join(_everything(prepared))
    for secret in ("zqreason", "The maximum is 3 mg", "First published", "The source was", "first choice"):
        assert secret not in shown
    assert "Its history is kept in the record and is not told here." in article(prepared, f"{PAGE}history/")
    assert prepared.site.audit is not None
    audit = json.loads(render_audit(prepared.site.audit))
    entry = next(one for one in audit["entries"] if one["id"] == "example-question")
    assert entry["editions"] == [
        {"audience": "clinician", "state": "suspended"},
        {"audience": "patient", "state": "suspended"},
    ]


def test_a_suspended_dose_is_told_in_no_sentence_of_the_history(tmp_path: Path) -> None:
    project = approved_twice(tmp_path / "project")
    file = project.decide("suspend", "example-question", "rae", "2026-11-25T10:00:00Z")
    covered = file.read_text(encoding="utf-8").replace(
        "- entry: example-question\n", "- entry: example-question\n    doses: [example-dose]\n"
    )
    file.write_text(covered + "role: clinical\n", encoding="utf-8")
    prepared = project.prepare()
    said = section(article(prepared, f"{PAGE}history/"), "versions")
    assert "3 mg" not in said
    assert "A dose that is suspended changed." in said
    assert "Dose example-dose of:" in section(article(prepared, "status/"), "suspended")


def test_the_audit_names_digests_decisions_and_the_files_of_the_contents(prepared: Prepared) -> None:
    assert prepared.site.audit is not None
    audit = json.loads(render_audit(prepared.site.audit))
    assert audit["format"] == "clinsum-audit-1"
    assert any("clinsum verify" in step for step in audit["verify"])
    clinician = audit["entries"][0]["editions"][0]
    state = prepared.inspection.context.states["example-question", "clinician"]
    assert (clinician["content"], clinician["words"]) == (state.digests.content, state.digests.words)
    known = {one["id"] for one in audit["decisions"]}
    assert set(clinician["decisions"]) <= known
    assert all(one["record"].startswith("clinsum-decision-1:") for one in audit["decisions"])
    folder = prepared.options.project
    assert [(folder / version["closure"]).is_file() for version in clinician["versions"]] == [True, True]
    drug = next(one for one in audit["entries"] if one["id"] == "example-drug")
    assert drug["editions"] == [{"audience": "clinician", "state": "draft"}]
