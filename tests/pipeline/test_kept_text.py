"""The last approved text is kept while a newer one is under review, where the policy says so. All is fictional."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from generator.model.digest import short_digest
from generator.model.state import State
from generator.pages.site import Page
from generator.pipeline.prepare import Prepared
from tests.compiler.compiled import page, text_of
from tests.pipeline.html_pages import dead_links
from tests.site_project import SiteProject

_SUMMARY = "content/summaries/example-question.yml"
_CLINICIAN = "summaries/example-question/clinician/"
_PATIENT = "summaries/example-question/patient/"
_OLD, _NEW = (
    "In this invented example, the example drug is the first choice.",
    "The zq1newx drug is zq2second.",
)
_KEPT = "This is the text approved on 22 November 2026"
_PENDING = "What stands here is newer than the last approved version, which was approved on 22 November 2026"


def _policy(project: SiteProject, changed_entry: str) -> None:
    text = project.path("content/editorial-policy.yml").read_text(encoding="utf-8")
    project.write("content/editorial-policy.yml", f"{text}changed_entry: {changed_entry}\n")


@pytest.fixture
def kept(reviewed_project: SiteProject) -> SiteProject:
    """Both editions were approved; then the words of the clinicians' were changed. The policy keeps."""
    reviewed_project.edit(_SUMMARY, "route: not-stated", "route: oral")
    reviewed_project.approve("example-question", "clinician", "patient")
    _policy(reviewed_project, "keep")
    reviewed_project.edit(_SUMMARY, _OLD, _NEW)
    return reviewed_project


def _clinician(prepared: Prepared) -> Page:
    return page(prepared.site, _CLINICIAN)


def _text(shown: Page) -> str:
    return text_of((shown.heading, shown.lead, shown.sections))


def test_the_approved_text_is_shown_and_says_so(kept: SiteProject) -> None:
    prepared = kept.prepare()
    shown = _clinician(prepared)
    assert _OLD in _text(shown)
    assert _KEPT in text_of(shown.lead[0])
    assert "A newer version is under review" in text_of(shown.lead[0])
    assert shown.status is not None
    assert shown.status.code == "approved"
    assert not shown.status.warning
    assert shown.is_indexed
    record = next(one for one in prepared.records if one.url_path == _CLINICIAN)
    assert _OLD in str(record)
    assert record.state == "Approved"


def test_nothing_of_the_newer_text_is_published(kept: SiteProject) -> None:
    kept.edit(
        _SUMMARY,
        "  - {date: 2026-11-21, kind: major, note: A fictional example.}",
        "  - {date: 2026-11-21, kind: major, note: A fictional example.}\n"
        "  - {date: 2026-11-30, kind: major, note: It says zq3note.}",
    )
    kept.edit(_SUMMARY, "amount: 1 to 2 mg", "amount: 1 to 77 mg")
    kept.build(search=True)
    for path, data in kept.published().items():
        for told in (b"zq1newx", b"zq2second", b"zq3note", b"77 mg"):
            assert told not in data, path
    assert dead_links(kept.published()) == []


def test_the_state_of_the_present_text_is_what_decisions_are_about(kept: SiteProject) -> None:
    """Who decides next, decides on the newer text."""
    inspection = kept.inspect()
    state = inspection.context.states["example-question", "clinician"]
    assert state.state is State.UNDER_REVIEW
    assert state.digests.words == inspection.bodies["example-question", "clinician"].words_digest
    shown = inspection.kept.states["example-question", "clinician"]
    assert shown.state is State.APPROVED
    assert state.kept is not None
    assert shown.digests == state.kept.digests
    status = _clinician(kept.prepare()).status
    assert status is not None
    assert status.short_digest == short_digest(state.kept.digests.content)


def test_the_other_edition_is_not_touched(kept: SiteProject) -> None:
    shown = page(kept.prepare().site, _PATIENT)
    assert shown.status is not None
    assert shown.status.code == "approved"
    assert "A newer version" not in _text(shown)


def test_lists_count_it_as_approved(kept: SiteProject) -> None:
    site = kept.prepare().site
    listed = text_of(page(site, "summaries/"))
    assert "Does the example drug help" in listed
    assert "Approved" in listed
    assert f"{_CLINICIAN}" in listed or "summaries/example-question/" in listed


def test_once_the_newer_text_is_approved_it_is_shown(kept: SiteProject) -> None:
    kept.approve("example-question", "clinician", day="2026-11-29")
    shown = _clinician(kept.prepare())
    assert _NEW in _text(shown)
    assert "A newer version" not in _text(shown)


def test_its_own_due_date_counts(kept: SiteProject) -> None:
    shown = _clinician(kept.prepare(today=date(2027, 11, 23)))
    assert shown.status is not None
    assert shown.status.code == "review-overdue"
    assert shown.status.due_day == "2027-11-22"
    assert _OLD in _text(shown)


def test_a_preview_shows_the_newer_text_to_its_author(kept: SiteProject) -> None:
    shown = _clinician(kept.prepare(is_preview=True))
    assert _NEW in _text(shown)
    assert _PENDING in text_of(shown.lead[0])


def test_with_the_policy_pending_the_newer_text_is_shown_and_the_approved_version_named(
    kept: SiteProject,
) -> None:
    kept.edit("content/editorial-policy.yml", "changed_entry: keep", "changed_entry: pending")
    kept.edit("mkdocs.yml", "publish: approved", "publish: all")
    shown = _clinician(kept.prepare())
    assert _NEW in _text(shown)
    assert _PENDING in text_of(shown.lead[0])
    assert shown.status is not None
    assert shown.status.code == "under-review"


def test_where_approved_text_alone_is_published_a_pending_text_is_not(kept: SiteProject) -> None:
    kept.edit("content/editorial-policy.yml", "changed_entry: keep", "changed_entry: pending")
    assert _CLINICIAN not in {shown.path for shown in kept.prepare().site.pages}


def _closures(project: SiteProject) -> list[Path]:
    return sorted(project.path("content/decisions/closures").iterdir())


@pytest.mark.parametrize("damage", ["gone", "edited"])
def test_without_its_stored_content_it_is_not_shown(kept: SiteProject, damage: str) -> None:
    state = kept.inspect().context.states["example-question", "clinician"]
    assert state.kept is not None
    name = state.kept.digests.content.rpartition(":")[2]
    (file,) = (one for one in _closures(kept) if one.stem == name)
    if damage == "gone":
        file.unlink()
    else:
        data = json.loads(file.read_text(encoding="utf-8"))
        data["content"]["limitations"] = []
        file.write_text(json.dumps(data), encoding="utf-8")
    inspection = kept.inspect()
    assert not inspection.kept.bodies
    assert list(inspection.kept.refused) == [("example-question", "clinician")]
    (found,) = (one for one in inspection.findings if one.code == "KEP001")
    assert found.entry == "example-question"
    assert "missing or damaged" in found.message


def test_where_the_words_would_be_others_the_newer_text_is_shown_with_the_reason(kept: SiteProject) -> None:
    """The audience's own settings changed since: the same content is worded otherwise."""
    kept.edit("mkdocs.yml", "publish: approved", "publish: all")
    audience = kept.path("content/audiences/clinician.yml")
    text = audience.read_text(encoding="utf-8")
    assert "profile: us-ismp" in text
    audience.write_text(text.replace("profile: us-ismp", "profile: uk-clinician"), encoding="utf-8")
    shown = _clinician(kept.prepare())
    assert _NEW in _text(shown)
    assert "cannot be shown as it was approved" in text_of(shown.lead[0])


def test_what_was_suspended_is_never_kept(kept: SiteProject) -> None:
    kept.decide("suspend", "example-question", "rae", "2026-11-25T10:00:00Z")
    for number, person in enumerate(("rae", "sam")):
        kept.decide("lift", "example-question", person, f"2026-11-26T1{number}:00:00Z")
    assert not kept.inspect().kept.bodies
    assert _CLINICIAN not in {shown.path for shown in kept.prepare().site.pages}


def test_findings_on_the_newer_text_are_not_shown_on_it(kept: SiteProject) -> None:
    assert "ALG007" in {one.code for one in kept.inspect().findings}
    assert "ALG007" in str(_clinician(kept.prepare(is_preview=True)).notices)
    prepared = kept.prepare()
    assert not _clinician(prepared).notices
    assert "example-option" not in text_of(page(prepared.site, "qa/")), "not even where they are"


def test_a_picture_whose_file_changed_is_not_shown(reviewed_project: SiteProject) -> None:
    picture = reviewed_project.path("content/images/nerves.png")
    picture.parent.mkdir(exist_ok=True)
    picture.write_bytes(_PNG)
    reviewed_project.edit(
        _SUMMARY,
        "limitations:\n",
        "images:\n  - file: nerves.png\n    alt: {clinician: Invented nerves., patient: Invented nerves.}\n"
        "    source: Our own drawing\n    licence: CC BY 4.0\n\nlimitations:\n",
    )
    reviewed_project.edit(_SUMMARY, "route: not-stated", "route: oral")
    reviewed_project.approve("example-question", "clinician", "patient")
    _policy(reviewed_project, "keep")
    assert "images/nerves.png" in reviewed_project.prepare().articles[_CLINICIAN].article
    picture.write_bytes(_PNG[:-1] + b"\x83")
    prepared = reviewed_project.prepare()
    assert _KEPT in _text(_clinician(prepared))
    assert "images/nerves.png" not in prepared.articles[_CLINICIAN].article
    assert "its file has changed since" in _text(_clinician(prepared))
    assert prepared.site.images == ()


_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6300010000000500010d0a2db4"
    "0000000049454e44ae426082"
)


def test_a_suspended_dose_is_not_told_by_a_kept_text_either(kept: SiteProject) -> None:
    decision = kept.decide("suspend", "example-question", "rae", "2026-11-25T10:00:00Z")
    text = decision.read_text(encoding="utf-8")
    decision.write_text(
        text.replace(
            "  - entry: example-question\n", "  - entry: example-question\n    doses: [example-dose]\n"
        ),
        encoding="utf-8",
    )
    shown = _clinician(kept.prepare())
    assert _OLD in _text(shown)
    assert "1 to 2 mg" not in _text(shown)
    assert "This dose is suspended since 25 November 2026 (Rae Invented)" in _text(shown)
    assert "A dose of" in text_of(shown.lead[0])
    assert _KEPT in text_of(shown.lead[1])
