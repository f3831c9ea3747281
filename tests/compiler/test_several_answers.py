"""Pages with several answers: which list belongs to which, what is said once, and on what it all stands."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from generator.pages.blocks import Bullets, Facts, KeyMessage, OptionCard, SubHeading
from generator.pages.inline import PageLink
from tests.compiler.compiled import blocks_of, citations_of, compiled, page, text_of
from tests.model.entries import CLINICIAN, PATIENT, SUMMARY, library

_ALL = ["bottom-line", "options", "for-whom", "evidence"]
_BASIS = {"clinician": "case reports only", "patient": "only a few patients"}
_SECOND = SUMMARY["recommendations"][0] | {
    "id": "wash",
    "bottom_line": "no",
    "wording": {"clinician": "Wash next [@roe-2020].", "patient": "Washing may help."},
}


def _page(audience: str = "clinician", **changes: Any) -> Any:
    made = library(
        copy.deepcopy(SUMMARY) | changes,
        clinician=CLINICIAN | {"sections": _ALL},
        patient=PATIENT | {"sections": _ALL},
    )
    return page(compiled(made), f"summaries/question/{audience}/")


# --- the kind of evidence


@pytest.mark.parametrize(
    ("audience", "label"), [("clinician", "Kind of evidence"), ("patient", "What this rests on")]
)
def test_an_option_says_on_what_kind_of_evidence_its_recommendation_stands(audience: str, label: str) -> None:
    option = SUMMARY["options"][0] | {"recommendation": "wash", "title": {"clinician": "A", "patient": "A"}}
    shown = _page(audience, recommendations=[_SECOND | {"evidence_basis": _BASIS}], options=[option])
    (card,) = blocks_of(shown.sections, OptionCard)
    assert (label, _BASIS[audience]) in [(fact.label, fact.words.text) for fact in card.facts]


def test_the_main_answer_says_once_on_what_kind_of_evidence_it_stands() -> None:
    main = SUMMARY["recommendations"][0] | {"evidence_basis": _BASIS}
    for audience, said in _BASIS.items():
        shown = _page(audience, recommendations=[main])
        assert text_of((shown.lead, shown.sections)).count(said) == 1
    (message,) = blocks_of(_page("patient", recommendations=[main]).lead, KeyMessage)
    assert [fact.label for fact in message.facts] == ["What this rests on"]


# --- for whom and why


def _for_whom(*answers: dict[str, Any]) -> list[str]:
    (section,) = [one for one in _page(recommendations=list(answers)).sections if one.id == "for-whom"]
    return [
        block.words.text if isinstance(block, SubHeading) else text_of(block.items)
        for block in section.blocks
        if isinstance(block, (SubHeading, Bullets))
    ]


def test_each_list_stands_below_the_answer_that_it_belongs_to() -> None:
    first = SUMMARY["recommendations"][0] | {"rationale": [{"wording": "It is quick."}]}
    second = _SECOND | {"bottom_line": "yes", "rationale": [{"wording": "It is safe."}]}
    assert _for_whom(first, second) == [
        "Consider examplin.", "Why", "It is quick.", "Wash next.", "Why", "It is safe.",
    ]  # fmt: skip
    assert _for_whom(first) == ["Why", "It is quick."]
    assert _for_whom(first, SUMMARY["recommendations"][0] | {"id": "bare", "bottom_line": "yes"}) == [
        "Consider examplin.", "Why", "It is quick.",
    ]  # fmt: skip


# --- one recommendation, several options


def test_options_with_the_same_recommendation_print_it_once_in_the_order_of_reading() -> None:
    second = _SECOND | {"rationale": [{"wording": "It is safe."}], "population": "Adults."}
    options = [
        {"id": "late", "title": "Late", "line": "3", "recommendation": "wash"},
        {"id": "early", "title": "Early", "line": "2", "recommendation": "wash"},
        {"id": "other", "title": "Other", "line": "not-stated", "recommendation": "wash"},
    ]
    shown = _page(recommendations=[SUMMARY["recommendations"][0], second], options=options)
    for said in ("Wash next", "It is safe.", "Adults."):
        assert text_of(shown.sections).count(said) == 1
    cards = blocks_of(shown.sections, OptionCard)
    assert [card.anchor for card in cards if card.groups] == ["option-early"]
    for card in cards[1:]:
        (fact,) = card.facts
        assert (fact.label, fact.words.text) == ("Same recommendation as", "Early")
        assert [node.path for node in fact.words.run if isinstance(node, PageLink)] == ["#option-early"]
        assert card.ratings == cards[0].ratings


def test_options_without_a_recommendation_or_with_the_main_answer_have_no_such_link() -> None:
    options = [
        {"id": f"o{number}", "title": "One", "line": "1"} | extra
        for number, extra in enumerate([{}, {}, *[{"recommendation": "try-examplin"}] * 2])
    ]
    assert all(not card.facts for card in blocks_of(_page(options=options).sections, OptionCard))


# --- the search for evidence


@pytest.mark.parametrize("found", [{}, {"none_found": "No trial."}, {"none_found": {"patient": "None."}}])
def test_the_search_has_its_heading_and_its_citation_once(found: dict[str, Any]) -> None:
    search = {"databases": ["Index"], "searched": "2026-01-31", "cites": ["roe-2020"]} | found
    (section,) = [one for one in _page(evidence_search=search).sections if one.id == "evidence"]
    heading, facts = section.blocks
    assert isinstance(heading, SubHeading)
    assert heading.words.text == "How the evidence was searched for"
    assert isinstance(facts, Facts)
    assert [mark.key for one in citations_of(facts) for mark in one.marks] == ["roe-2020"]
