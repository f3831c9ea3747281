"""From entries to pages: what each reader is told, what it stands on, and what is not told at all."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.entries.decision import Decision
from generator.model.library import Library
from generator.pages.audit import AUDIT_FILE
from generator.pages.blocks import (
    Algorithm,
    DoseTable,
    KeyMessage,
    OptionCard,
    RecommendationCard,
    ReferenceItem,
    Table,
)
from generator.pages.feed import FEED_FILE
from generator.pages.inline import Amount, Missing, PageLink
from generator.pages.site import Page, Site
from generator.sources.load import load_library
from tests.compiler.compiled import blocks_of, citations_of, compiled, page, text_of, words_of
from tests.compiler.written import written
from tests.model.entries import EXAMPLIN, EXAMPLITIS, SUMMARY, entry, library

_CLINICIAN = "summaries/question/clinician/"
_PATIENT = "summaries/question/patient/"


@pytest.fixture(scope="module")
def sample_library() -> Library:
    """The entries of this repository."""
    read, findings = load_library(Path(__file__).resolve().parents[2])
    assert [finding for finding in findings if finding.severity == "error"] == []
    return read


@pytest.fixture(scope="module")
def sample_site(sample_library: Library) -> Site:
    """The repository's own site, compiled."""
    return compiled(sample_library)


def _summary(**changes: Any) -> dict[str, Any]:
    return copy.deepcopy(SUMMARY) | changes


def _missing(value: Any) -> list[str]:
    return [node.text for words in words_of(value) for node in words.run if isinstance(node, Missing)]


def _sections(shown: Page) -> dict[str, Any]:
    return {section.id: section for section in shown.sections}


# --- citations


def _assert_citations_hold(shown: Page) -> None:
    marks = [mark for citation in citations_of((shown.lead, shown.sections)) for mark in citation.marks]
    items = blocks_of(shown.sections, ReferenceItem)
    first = list(dict.fromkeys(mark.number for mark in marks))
    assert sorted(first) == [item.number for item in items] == list(range(1, len(first) + 1)), shown.path
    for item in items:
        mentions = [mark.anchor for mark in marks if mark.number == item.number]
        assert sorted(item.mentions) == sorted(mentions), shown.path
        assert {mark.key for mark in marks if mark.number == item.number} == {item.key}
    anchors = [mark.anchor for mark in marks]
    assert len(anchors) == len(set(anchors)), shown.path


def test_references_are_numbered_by_first_mention_and_every_mention_is_led_back_to() -> None:
    works = {"cites": ["roe-2020"]}
    summary = _summary(
        limitations=[
            {"wording": "First [@roe-2020]."},
            {"wording": "Second, **with [@roe-2020] inside**.", **works},
            {"wording": "Third.", "cites": ["nobody-1999"]},
        ]
    )
    _assert_citations_hold(page(compiled(library(summary)), _CLINICIAN))


def test_on_every_page_of_the_sample_site_numbers_and_anchors_match(sample_site: Site) -> None:
    cited = [shown for shown in sample_site.pages if blocks_of(shown.sections, ReferenceItem)]
    assert len(cited) > 10
    for shown in cited:
        _assert_citations_hold(shown)


def test_a_statement_that_its_source_gives_no_reference_for_says_so() -> None:
    summary = _summary(limitations=[{"wording": "Said.", "cites": "uncited-in-source"}])
    said = _sections(page(compiled(library(summary)), _CLINICIAN))["limitations"]
    assert _missing(said) == ["(no reference in the source)"]


# --- editions


def test_patients_get_neither_doses_nor_what_is_said_to_clinicians_only() -> None:
    shown = page(compiled(library()), _PATIENT)
    said = text_of((shown.heading, shown.lead, shown.sections, shown.description))
    assert blocks_of((shown.lead, shown.sections), DoseTable) == []
    assert "mg" not in said
    assert "Only clinicians read this." not in said
    assert "Consider examplin" not in said
    assert "Only patients read this." in said
    assert [words.audience for words in words_of((shown.lead, shown.sections)) if words.entry == "question"]
    for words in words_of((shown.lead, shown.sections)):
        assert words.audience in {"", "patient"}, words.text


def test_clinicians_do_not_get_the_words_for_patients() -> None:
    said = text_of(page(compiled(library()), _CLINICIAN).sections)
    assert "Only patients read this." not in said
    assert "Only clinicians read this." in said


def test_patients_get_one_message_and_clinicians_a_recommendation_with_its_ratings() -> None:
    site = compiled(library())
    (message,) = page(site, _PATIENT).lead
    (card,) = page(site, _CLINICIAN).lead
    assert isinstance(message, KeyMessage)
    assert isinstance(card, RecommendationCard)
    assert [rating.words for rating in card.ratings] == [
        "For",
        "Conditional recommendation",
        "Low certainty of the evidence",
    ]


def test_a_good_practice_statement_carries_no_certainty() -> None:
    recommendation = SUMMARY["recommendations"][0] | {"strength": "good-practice"}
    (card,) = page(compiled(library(_summary(recommendations=[recommendation]))), _CLINICIAN).lead
    assert isinstance(card, RecommendationCard)
    assert [rating.scale for rating in card.ratings] == ["direction", "strength"]


def test_the_patients_pages_of_the_sample_site_give_no_regimen(
    sample_library: Library, sample_site: Site
) -> None:
    checked = 0
    for summary in sample_library.summaries.values():
        shown = page(sample_site, f"summaries/{summary.id}/patient/")
        said = text_of((shown.lead, shown.sections))
        assert blocks_of((shown.lead, shown.sections), DoseTable) == []
        for dose in summary.doses.values():
            for amount in (node.text for node in written(dose).short if isinstance(node, Amount)):
                if "/" in amount or "mg" in amount:
                    assert amount not in said, f"{summary.id}: {amount}"
                    checked += 1
    assert checked


# --- what the source does not say


def test_what_a_dose_omits_is_said_at_its_place() -> None:
    dose = {"drug": "examplin", "purpose": "recommended", "amount": "5 mg", "cites": ["roe-2020"]}
    step = {"id": "give", "wording": "Give it.", "doses": ["bare"]}
    options = [SUMMARY["options"][0] | {"doses": ["bare"]}]
    sections = _sections(
        page(compiled(library(_summary(doses={"bare": dose}, options=options, algorithm=[step]))), _CLINICIAN)
    )
    (table,) = blocks_of(sections["options"], DoseTable)
    (row,) = table.rows
    assert (row.route.text, row.maximum.text) == ("none stated", "none stated")
    assert _missing(row.route) == _missing(row.maximum) == ["none stated"]
    (algorithm,) = blocks_of(sections["algorithm"], Algorithm)
    assert (
        algorithm.steps[0].doses[0].text
        == "examplin: 5 mg, route not stated in the source; maximum not stated in the source"
    )


def test_the_row_of_a_dose_says_route_maximum_and_where_it_bites() -> None:
    (table,) = blocks_of(_sections(page(compiled(library()), _CLINICIAN))["options"], DoseTable)
    (row,) = table.rows
    assert row.anchor == "dose-examplin-usual"
    assert [line.text for line in row.dose] == ["1 to 2 mg/kg daily"]
    assert row.route.text == "oral"
    assert row.maximum.text == "150 mg per day (reached at 75 kg on 2 mg/kg and at 150 kg on 1 mg/kg)"
    assert row.purpose_words == "Given as treatment"


def test_a_drug_page_says_what_its_source_omits() -> None:
    bare = {"kind": "drug", "name": "examplin", "brands": "not-stated", "drug_class": "not-stated"}
    site = compiled(library(examplin=bare | {"mechanism": "not-stated"}))
    shown = page(site, "drugs/examplin/")
    assert _missing(_sections(shown)["names"]) == ["none stated", "none stated"]
    assert _missing(_sections(shown)["mechanism"]) == ["mechanism not stated in the source"]


@pytest.mark.parametrize(
    ("as_of", "said"),
    [("2026-01-31", "(as of 31 January 2026)"), ("not-stated", "(day not stated in the source)")],
)
def test_a_licence_tells_its_day_as_the_rest_of_the_site_does(as_of: str, said: str) -> None:
    licence = {
        "status": "licensed",
        "body": "FDA",
        "country": "US",
        "indications": ["an illness"],
        "as_of": as_of,
    }
    site = compiled(library(examplin=EXAMPLIN | {"indications": [licence]}))
    (words,) = words_of(_sections(page(site, "drugs/examplin/"))["indications"])
    assert words.text == f"licensed (FDA, US): an illness {said}"


def test_a_computed_total_is_marked_as_computed_and_a_stated_one_is_not() -> None:
    base = {"drug": "examplin", "purpose": "recommended", "route": "oral"}
    doses = {
        "follows": base | {"amount": "1 g/kg", "every": "1 d", "duration": "1 to 2 d"},
        "stated": base | {"course_total": "2 g/kg", "divided_over": "5 d"},
    }
    summary = _summary(doses=doses, options=[SUMMARY["options"][0] | {"doses": ["follows", "stated"]}])
    (table,) = blocks_of(page(compiled(library(summary)), _CLINICIAN).sections, DoseTable)
    totals = [row.course_total.text if row.course_total else None for row in table.rows]
    assert totals == ["1 to 2 g/kg (computed)", "2 g/kg"]


def _monitoring(*rows: dict[str, str]) -> Table:
    watched = [
        {"id": f"row-{index}", "test": "Blood count", "drug": "examplin", **row}
        for index, row in enumerate(rows)
    ]
    section = _sections(page(compiled(library(_summary(monitoring=watched))), _CLINICIAN))["monitoring"]
    (table,) = blocks_of(section, Table)
    return table


def test_a_row_without_a_time_says_so_where_others_have_one() -> None:
    table = _monitoring({"when": "Weekly"}, {"when": "not-stated"}, {})
    assert table.columns == ("Treatment", "What to watch", "When")
    assert [row.cells[2].text for row in table.rows] == ["Weekly", "none stated", ""]


def test_where_no_row_has_a_time_the_caption_says_that_the_source_omits_it() -> None:
    table = _monitoring({"when": "not-stated"}, {"when": "not-stated"})
    assert table.columns == ("Treatment", "What to watch")
    assert table.caption.endswith(": when.")


# --- order and quotes


def test_options_stand_by_line_of_treatment_and_those_without_a_line_last() -> None:
    lines = [("c", "not-stated"), ("b", "3"), ("a", "1"), ("d", "1")]
    made = [{"id": f"option-{name}", "title": name, "line": line} for name, line in lines]
    shown = page(compiled(library(_summary(options=made))), _CLINICIAN)
    assert [card.anchor for card in blocks_of(shown.sections, OptionCard)] == [
        "option-option-a",
        "option-option-d",
        "option-option-b",
        "option-option-c",
    ]


def test_a_dose_quoted_in_a_sentence_is_worded_from_its_data_and_leads_to_its_row() -> None:
    summary = _summary(limitations=[{"wording": "Give {dose:examplin-usual}, not {quantity:5 ug}."}])
    said = _sections(page(compiled(library(summary)), _CLINICIAN))["limitations"]
    (words,) = words_of(said.blocks)
    assert words.text == "Give 1 to 2 mg/kg daily by mouth (maximum 150 mg per day), not 5 mcg."
    (link,) = [node for node in words.run if isinstance(node, PageLink)]
    assert link.path == "#dose-examplin-usual"


def test_the_steps_of_an_algorithm_are_numbered_as_a_tree_and_branches_name_their_target() -> None:
    steps = [
        {"id": "a", "wording": "A.", "next": [{"if": "it fails", "go": "c"}], "steps": [{"id": "b", "wording": "B."}]},
        {"id": "c", "wording": "C.", "next": [{"if": "nowhere", "go": "gone"}]},
    ]  # fmt: skip
    (tree,) = blocks_of(page(compiled(library(_summary(algorithm=steps))), _CLINICIAN).sections, Algorithm)
    first, second = tree.steps
    assert (first.number, first.steps[0].number, second.number) == ("1", "1.1", "2")
    assert [(branch.condition.text, branch.number, branch.anchor) for branch in first.branches] == [
        ("it fails", "2", "step-c")
    ]
    assert second.branches == ()


def test_a_branch_repeats_the_words_of_its_target_without_their_citation() -> None:
    steps = [
        {"id": "a", "wording": "A.", "next": [{"if": "it fails", "go": "b"}]},
        {"id": "b", "wording": "Give *only* {dose:examplin-usual} [@roe-2020]."},
    ]
    shown = page(compiled(library(_summary(algorithm=steps))), _CLINICIAN)
    (tree,) = blocks_of(shown.sections, Algorithm)
    assert (
        tree.steps[0].branches[0].target.text
        == "Give only 1 to 2 mg/kg daily by mouth (maximum 150 mg per day)."
    )
    _assert_citations_hold(shown)


def test_a_drug_page_gathers_its_doses_from_the_pages_that_state_them() -> None:
    doses = _sections(page(compiled(library()), "drugs/examplin/"))["doses"]
    (table,) = blocks_of(doses, DoseTable)
    assert [line.text for row in table.rows for line in row.dose] == ["1 to 2 mg/kg daily"]
    (link,) = [node for node in table.rows[0].label.run if isinstance(node, PageLink)]
    assert link.path == "summaries/question/clinician/#dose-examplin-usual"
    assert citations_of(doses) == []


# --- nothing in a library makes it fail


_DROPPABLE = ("drugs", "conditions", "works", "people", "summaries", "medications", "decisions")


@settings(max_examples=12)
@given(data=st.data())
def test_whatever_is_missing_from_the_library_pages_are_compiled(
    sample_library: Library, data: st.DataObject
) -> None:
    changes: dict[str, Any] = {}
    for field in _DROPPABLE:
        whole = getattr(sample_library, field)
        dropped = data.draw(st.sets(st.sampled_from(sorted(whole))) if whole else st.just(set()), label=field)
        changes[field] = {key: value for key, value in whole.items() if key not in dropped}
    audiences = data.draw(st.sets(st.sampled_from(["clinician", "patient"])), label="audiences")
    changes["audiences"] = {
        key: value for key, value in sample_library.audiences.items() if key not in audiences
    }
    site = compiled(replace(sample_library, **changes))
    paths = [shown.path for shown in site.pages]
    assert len(paths) == len(set(paths))
    for shown in site.pages:
        _assert_citations_hold(shown)


def _dangling() -> dict[str, Any]:
    nowhere = "[@gone] {dose:gone} {dose:gone#gone} {stat:gone} {quantity:many} [it *really*](entry:gone)"
    return _summary(
        condition="gone",
        audiences=["clinician", "patient", "gone"],
        options=[{"id": "o", "title": nowhere, "line": "1", "recommendation": "gone", "doses": ["gone"],
                  "intervention": {"drug": "gone"}}],
        algorithm=[{"id": "s", "wording": nowhere, "option": "gone", "doses": ["gone"],
                    "next": [{"if": nowhere, "go": "gone"}]}],
        monitoring=[{"id": "m", "test": nowhere, "drugs": ["gone", "examplin"]}],
        harms=[{"id": "h", "wording": nowhere, "drug": "gone", "cites": ["gone"]}],
        pitfalls=[{"id": "p", "wording": nowhere, "guards": "gone"}],
        interactions=[{"id": "i", "drug": "gone", "other": "x", "wording": nowhere}],
        studies={"t": {"title": nowhere, "design": "rct", "doses": ["gone"],
                       "arms": [{"label": "a", "n": "3", "dose": "gone"}]}},
        images=[{"file": "gone.png", "alt": "x", "source": "y", "licence": "z"}],
        owner="gone", authors=["gone"],
    )  # fmt: skip


@pytest.mark.parametrize(
    "audience", [{}, {"regimens": "no"}, {"sections": ["bottom-line", "gone", "options"]}]
)
def test_ids_that_lead_nowhere_are_no_reason_to_fail_and_their_words_stay(audience: dict[str, Any]) -> None:
    from tests.model.entries import CLINICIAN

    lost = library(_dangling(), clinician=CLINICIAN | audience)
    shown = page(compiled(lost), _CLINICIAN)
    (option,) = blocks_of(shown.sections, OptionCard)
    assert "{dose:gone}" in option.title.text
    assert "[@gone]" in option.title.text
    assert "it really" in option.title.text


def test_a_decision_about_nothing_is_no_reason_to_fail() -> None:
    record = {"kind": "decision", "decision": "withdraw", "by": "gone", "at": "2026-11-22T10:00:00Z",
              "covers": [{"entry": "gone"}, {"entry": "question"}], "superseded_by": "gone"}  # fmt: skip
    withdrawn = entry("nothing", record)
    assert isinstance(withdrawn, Decision)
    site = compiled(replace(library(), decisions={"nothing": withdrawn}))
    assert "Withdrawn" in text_of(page(site, _CLINICIAN))


def test_a_superseded_page_leads_to_the_one_that_takes_its_place() -> None:
    record = {"kind": "decision", "decision": "supersede", "by": "gone", "at": "2026-11-22T10:00:00Z",
              "covers": [{"entry": "question"}], "superseded_by": "examplin"}  # fmt: skip
    superseded = entry("nothing", record)
    assert isinstance(superseded, Decision)
    site = compiled(replace(library(), decisions={"nothing": superseded}))
    links = blocks_of(page(site, _CLINICIAN).lead, PageLink)
    assert [link.path for link in links] == ["drugs/examplin/"]
    assert "See examplin." in text_of(page(site, _CLINICIAN).lead)


def test_an_entry_without_any_known_audience_is_listed_by_its_id() -> None:
    site = compiled(library(_summary(audiences=["gone"])))
    assert page(site, "summaries/question/").title == "question"
    assert [shown.path for shown in site.pages if shown.path.startswith("summaries/question/")] == [
        "summaries/question/"
    ]


def test_every_link_inside_the_sample_site_leads_to_a_page(sample_site: Site) -> None:
    paths = {AUDIT_FILE, FEED_FILE, *(shown.path for shown in sample_site.pages)}
    for shown in sample_site.pages:
        for link in blocks_of((shown.lead, shown.sections), PageLink):
            target = link.path.partition("#")[0]
            assert not target or target in paths, f"{shown.path}: {link.path}"


def test_names_of_a_drug_are_search_words_of_the_pages_that_name_it() -> None:
    facts = page(compiled(library()), _CLINICIAN).search
    assert facts is not None
    assert "Exemplar" in facts.aliases
    assert (facts.drugs, facts.conditions) == (("examplin",), ("Examplitis",))
    assert EXAMPLIN["name"] in facts.aliases
    assert EXAMPLITIS["name"] in facts.aliases


def test_names_of_a_drug_that_only_clinicians_read_of_are_no_search_words_for_patients() -> None:
    secret = EXAMPLIN | {"name": "otherin", "brands": [{"name": "Secretin", "country": "US"}]}
    dose = SUMMARY["doses"]["examplin-usual"] | {"drug": "otherin"}
    site = compiled(library(_summary(doses=SUMMARY["doses"] | {"other": dose}), otherin=secret))
    clinician, patient = page(site, _CLINICIAN).search, page(site, _PATIENT).search
    assert clinician is not None
    assert patient is not None
    assert "Secretin" in clinician.aliases
    assert "Secretin" not in patient.aliases
    assert "otherin" not in patient.drugs
