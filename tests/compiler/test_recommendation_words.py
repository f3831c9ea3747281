"""What stands around recommendations and options: how they were rated, compared with what, what others say."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from generator.pages.blocks import Bullets, DecisionTable, OptionCard, OptionGroupCard, OptionLine
from generator.pages.inline import Missing, PageLink
from tests.compiler.compiled import blocks_of, compiled, page, text_of, words_of
from tests.model.entries import CLINICIAN, EXAMPLIN, PATIENT, SUMMARY, library

_ALL = ["bottom-line", "options", "for-whom", "evidence", "others-say", "cost-and-access", "more"]


def _page(audience: str = "clinician", **changes: Any) -> Any:
    made = library(
        copy.deepcopy(SUMMARY) | changes,
        clinician=CLINICIAN | {"sections": _ALL},
        patient=PATIENT | {"sections": _ALL},
        otherin=EXAMPLIN | {"name": "otherin", "synonyms": ["OTH"]},
    )
    return page(compiled(made), f"summaries/question/{audience}/")


def _facts(audience: str = "clinician", **fields: Any) -> dict[str, str]:
    recommendation = copy.deepcopy(SUMMARY["recommendations"][0]) | fields
    shown = _page(audience, recommendations=[recommendation])
    (section,) = [one for one in shown.sections if one.id == "for-whom"] or [None]
    blocks = section.blocks if section else ()
    return {fact.label: fact.words.text for block in blocks for fact in getattr(block, "items", ())}


@pytest.mark.parametrize(
    ("fields", "label", "said"),
    [
        ({"intervention": {"drug": "otherin"}}, "Intervention", "otherin"),
        ({"intervention": {"one_of": ["otherin", "examplin"]}}, "Intervention", "otherin or examplin"),
        ({"intervention": {"drugs": ["otherin", "examplin"]}}, "Intervention", "otherin and examplin"),
        (
            {"intervention": {"drug": "otherin", "drug_class": "a partner"}},
            "Intervention",
            "otherin with a partner",
        ),
        ({"compared_with": {"no_treatment": "yes"}}, "Compared with", "no treatment"),
        (
            {"situation": "catastrophic-harm"},
            "Strong on low certainty",
            "a catastrophic harm is possible (GRADE)",
        ),
        (
            {"downgraded_for": [{"domain": "imprecision", "levels": "2", "why": "Few."}, {"domain": "indirectness"}]},
            "Certainty rated down for",
            "imprecision (2 levels): Few; indirectness",
        ),
        (
            {"upgraded_for": [{"domain": "large-effect", "levels": "1"}]},
            "Certainty rated up for",
            "large effect (one level)",
        ),
    ],
)  # fmt: skip
def test_what_is_stated_of_a_recommendation_is_told(fields: dict[str, Any], label: str, said: str) -> None:
    assert _facts(**fields)[label] == said


@pytest.mark.parametrize(
    ("intervention", "wording"),
    [
        ({"drug": "otherin"}, "Give OTHERIN next [@roe-2020]."),
        ({"drug": "otherin"}, "Give OTH next."),
        ({"procedure": "washing", "drug": "otherin"}, "Washing, then otherin."),
    ],
)
def test_what_the_words_name_already_is_not_said_twice(intervention: dict[str, Any], wording: str) -> None:
    facts = _facts(intervention=intervention, population="All.", wording=wording)
    assert facts == {"For whom": "All."}


def test_a_longer_name_is_no_mention_of_a_shorter_one() -> None:
    assert _facts(intervention={"drug": "otherin"}, wording="Give otherinol.")["Intervention"] == "otherin"


def test_an_option_and_its_recommendation_say_all_that_they_differ_in() -> None:
    second = {"id": "second", "direction": "for", "strength": "not-rated", "certainty": "not-rated",
              "phase": "relapse", "line": "1", "intervention": {"procedure": "washing"}, "wording": "Try."}  # fmt: skip
    option = SUMMARY["options"][0] | {
        "recommendation": "second", "phase": "refractory", "intervention": {"drug": "otherin"},
    }  # fmt: skip
    shown = _page(recommendations=[*SUMMARY["recommendations"], second], options=[option])
    (card,) = blocks_of(shown.sections, OptionCard)
    assert [(fact.label, fact.words.text) for fact in card.facts] == [
        ("Intervention", "otherin"),
        ("Phase", "refractory disease"),
        ("Intervention", "washing"),
        ("Phase", "relapse"),
    ]


# --- from the evidence to a decision

_WEIGHED = {
    "balance": {"judgement": "probably-favours-intervention"},
    "values": {"judgement": "not-stated"},
    "equity": {
        "judgement": "reduced",
        "statements": [{"wording": {"clinician": "Towns.", "patient": "Only towns have it."}}],
    },
}


def _weighed(audience: str) -> list[tuple[str, str | None, list[str]]]:
    recommendation = SUMMARY["recommendations"][0] | {"evidence_to_decision": _WEIGHED}
    shown = _page(audience, recommendations=[recommendation])
    (table,) = blocks_of(shown.sections, DecisionTable)
    return [
        (row.label, row.judgement.text if row.judgement else None, [one.text for one in row.statements])
        for row in table.rows
    ]


def test_each_criterion_stands_in_the_order_of_the_framework_with_its_judgement() -> None:
    assert _weighed("clinician") == [
        ("Values", "judgment not stated in the source", []),
        ("Balance of effects", "Probably favours the intervention", []),
        ("Equity", "Reduced", ["Towns."]),
    ]


def test_patients_read_what_was_weighed_and_no_grades() -> None:
    assert _weighed("patient") == [("Whether it is fair to all", None, ["Only towns have it."])]


# --- what others say


def _others(audience: str = "clinician", **fields: Any) -> Any:
    position = {
        "body": "Invented Board",
        "position": {"clinician": "It waits.", "patient": "It waits."},
    } | fields
    (section,) = [one for one in _page(audience, others_say=[position]).sections if one.id == "others-say"]
    (block,) = blocks_of(section, Bullets)
    return block.items[0]


def test_another_body_is_told_with_year_and_ratings_in_its_own_words() -> None:
    said = _others(year="2024", direction="against", strength="class III", certainty="level C")
    assert said.text == "Invented Board (2024): It waits. (against; strength: class III; certainty: level C)"


def test_what_another_body_leaves_open_is_said_and_what_is_absent_is_not() -> None:
    said = _others(year="not-stated", direction="not-stated", strength="not-stated", certainty="not-stated")
    missing = [node.text for node in said.run if isinstance(node, Missing)]
    assert missing == [
        f"{what} not stated in the source" for what in ("year", "direction", "strength", "certainty")
    ]
    assert _others().text == "Invented Board: It waits."


# --- groups of options


def _options(*lines: str) -> list[dict[str, Any]]:
    return [
        {
            "id": f"o{number}",
            "title": {"clinician": f"Option {number}", "patient": f"Way {number}"},
            "line": line,
        }
        for number, line in enumerate(lines)
    ]


def _group(**fields: Any) -> dict[str, Any]:
    return {
        "id": "slow",
        "title": {"clinician": "Slow ones", "patient": "Slow ones"},
        "options": ["o1", "o2"],
        "statements": [{"wording": {"clinician": "Wait.", "patient": "Wait."}}],
    } | fields


@pytest.mark.parametrize("audience", ["clinician", "patient"])
def test_what_is_said_of_several_options_stands_before_them_and_each_leads_to_it(audience: str) -> None:
    shown = _page(audience, options=_options("1", "2", "3"), option_groups=[_group()])
    lines = blocks_of(shown.sections, OptionLine)
    assert [[group.title.text for group in line.option_groups] for line in lines] == [[], ["Slow ones"], []]
    links = [
        [node.path for fact in card.facts for node in fact.words.run if isinstance(node, PageLink)]
        for card in blocks_of(shown.sections, OptionCard)
    ]
    assert links == [[], ["#group-slow"], ["#group-slow"]]


def test_a_group_whose_options_are_not_there_is_still_told() -> None:
    shown = _page(options=_options("1"), option_groups=[_group(options=["gone"])])
    (group,) = blocks_of(shown.sections, OptionGroupCard)
    assert (group.options, group.statements[0].text) == (None, "Wait.")


# --- studies and searches


def _text(**changes: Any) -> str:
    return text_of(_page(**changes).sections)


def test_an_outcome_quotes_its_figure_and_says_when_it_was_measured() -> None:
    study = {"title": "A trial", "design": "rct", "cites": ["roe-2020"],
             "primary": {"outcome": "Pain", "timepoint": "12 wk", "significant": "no", "stat": "pain"}}  # fmt: skip
    figure = {"outcome": "Pain eased", "proportion": {"events": "1", "of": "4"}, "cites": ["roe-2020"]}
    shown = _text(studies={"t": study}, evidence={"pain": figure})
    assert "Pain after 12 weeks: no statistically significant difference; 1 of 4 (25%; " in shown


@pytest.mark.parametrize(("n", "said"), [("1", "1 person, adults"), ("2", "2 people, adults")])
def test_one_participant_is_a_person(n: str, said: str) -> None:
    study = {"title": "A case", "design": "case-report", "n": n, "population": "adults"}
    assert said in _text(studies={"t": study})


@pytest.mark.parametrize(
    ("fair", "said"),
    [
        ({}, "It is not stated whether the groups were alike, so the difference is not drawn."),
        ({"fair": "no"}, "No fair comparison. "),
    ],
)
def test_only_what_is_called_unfair_is_said_to_be_unfair(fair: dict[str, str], said: str) -> None:
    others = {"label": "Others", "proportion": {"events": "4", "of": "27"}}
    shown = _text(evidence={"pain": {"outcome": "Pain", "proportion": others["proportion"],
                                     "comparator": others | fair}})  # fmt: skip
    assert said in shown
    assert ("No fair comparison" in shown) == bool(fair)


def test_a_fair_comparison_carries_no_warning() -> None:
    others = {"label": "Others", "proportion": {"events": "4", "of": "27"}, "fair": "yes"}
    shown = _text(
        evidence={"pain": {"outcome": "Pain", "proportion": others["proportion"], "comparator": others}}
    )
    assert "alike" not in shown


def test_every_omission_of_a_study_is_said() -> None:
    names = ("registration", "blinding", "setting", "n", "comparator", "follow_up", "harms", "funding")
    study = {"title": "A trial", "design": "not-stated", "risk_of_bias": {"judgement": "not-stated"}}
    shown = _page(studies={"t": study | dict.fromkeys(names, "not-stated")})
    missing = [
        node.text for words in words_of(shown.sections) for node in words.run if isinstance(node, Missing)
    ]
    assert missing[-4:] == [
        "none stated",
        "number not stated in the source",
        "none stated",
        "blinding, setting, comparator, follow-up, harms seen, funding, registration",
    ]


def test_an_arm_has_its_dose_where_the_edition_has_doses() -> None:
    arms = [
        {"label": "examplin", "n": "1200", "dose": "examplin-usual"},
        {"label": "placebo", "n": "not-stated"},
    ]
    study = {"title": {"clinician": "A trial", "patient": "A trial"}, "design": "rct", "arms": arms}
    (said,) = [words for words in words_of(_page(studies={"t": study}).sections) if "1,200" in words.text]
    assert said.text.startswith("examplin (1,200): 1 to 2 mg/kg")
    assert said.text.endswith("; placebo (number not stated in the source)")
    assert "mg/kg" not in text_of(_page("patient", studies={"t": study}).sections)


def test_a_search_is_shown_with_its_days_and_its_counts() -> None:
    search = {
        "question": "Does it help?",
        "databases": ["Index"],
        "searched": "2026-01-31",
        "updated_from": "2021-05-01",
        "limits": "Since 1990",
        "found": "1412",
        "included": "not-stated",
    }
    text = _text(evidence_search=search)
    for said in ("Does it help?", "31 January 2026", "1 May 2021", "Since 1990", "1,412", "studies included"):
        assert said in text
