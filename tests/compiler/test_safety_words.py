"""Harms, checks, cautions and red flags: what is data in an entry, readers read in words; what is omitted is said."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from generator.model.digest import edition_digest
from generator.model.library import Library
from generator.pages.blocks import Cautions, HarmItem, RedFlags, Table
from generator.pages.inline import Missing, PageLink
from tests.compiler.compiled import blocks_of, compiled, page, text_of, words_of
from tests.model.entries import CLINICIAN, EXAMPLIN, PATIENT, SUMMARY, library

_ALL = [
    *("bottom-line", "options", "checks", "monitoring", "contraindications", "interactions", "pregnancy"),
    *("harms", "red-flags", "limitations"),
]
_MARK = "(a condition that is worded for other readers only)"
_COUNT = {"id": "count", "drug": "examplin", "test": {"clinician": "Blood count", "patient": "Blood test"}}


def _page(audience: str = "clinician", **changes: Any) -> Any:
    made = library(
        copy.deepcopy(SUMMARY) | changes,
        clinician=CLINICIAN | {"sections": _ALL},
        patient=PATIENT | {"sections": _ALL},
    )
    return page(compiled(made), f"summaries/question/{audience}/")


def _missing(value: Any) -> list[str]:
    return [node.text for words in words_of(value) for node in words.run if isinstance(node, Missing)]


# --- what is examined, and when


def _when(*schedule: dict[str, Any]) -> str:
    (table,) = blocks_of(_page(monitoring=[_COUNT | {"schedule": list(schedule)}]).sections, Table)
    return table.rows[0].cells[table.columns.index("When")].text


@pytest.mark.parametrize(
    ("schedule", "said"),
    [
        ([{"every": "1 wk"}], "every week"),
        ([{"every": "2 to 4 wk"}], "every 2 to 4 weeks"),
        ([{"every": "1 wk", "times": "2"}], "2 times every week"),
        ([{"every": "1 mo", "times": "1"}], "once every month"),
        ([{"every": "1 mo", "times": "1 to 2"}], "1 to 2 times every month"),
        ([{"after": "2 wk"}], "after 2 weeks"),
        ([{"after": "2 wk", "every": "1 mo"}], "first after 2 weeks, then every month"),
        ([{"every": "1 wk", "duration": "1 mo"}], "every week for 1 month"),
        ([{"every": "1 wk", "until": "the dose is stable"}], "every week until the dose is stable"),
        ([{"at": "before-each-dose"}], "before each dose"),
        ([{"at": "before-treatment"}, {"after": "2 wk"}], "before treatment; then 2 weeks later"),
        (
            [{"every": "1 wk", "duration": "2 mo"}, {"every": "3 mo"}],
            "every week for 2 months; then every 3 months",
        ),
    ],
)
def test_a_schedule_is_worded_stretch_by_stretch(schedule: list[dict[str, Any]], said: str) -> None:
    assert _when(*schedule) == said


def test_words_and_schedule_both_stand_in_the_cell() -> None:
    watched = [_COUNT | {"when": "Often at first", "schedule": [{"every": "3 mo"}]}]
    (table,) = blocks_of(_page(monitoring=watched).sections, Table)
    assert table.rows[0].cells[2].text == "Often at first; every 3 months"


def _thresholds(*thresholds: dict[str, Any], audience: str = "clinician") -> list[tuple[str, str]]:
    (table,) = blocks_of(
        _page(audience, monitoring=[_COUNT | {"thresholds": list(thresholds)}]).sections, Table
    )
    return [(line.value.text, line.action.text) for line in table.rows[0].thresholds]


@pytest.mark.parametrize(
    ("threshold", "said"),
    [
        ({"value": "less than 3.5 10*9/L"}, "less than 3.5 × 10⁹/L"),
        ({"value": "2 to 3"}, "2 to 3"),
        ({"of": "INR", "value": "more than 3"}, "INR more than 3"),
        (
            {"of": "ALT", "value": "more than 3", "relative_to": "upper-limit-of-normal"},
            "ALT more than 3 times the upper limit of normal",
        ),
        ({"value": "less than 50 %", "relative_to": "baseline"}, "less than 50% of the baseline"),
        (
            {"of": "creatinine", "change": "rise", "value": "at least 30 %", "relative_to": "baseline"},
            "creatinine: a rise of at least 30% from the baseline",
        ),
        ({"change": "fall", "value": "at least 5 kg"}, "a fall of at least 5 kg"),
        ({"of": "INR", "change": "rise", "value": "2"}, "INR: a rise of 2"),
        (
            {"change": "rise", "value": "2", "relative_to": "baseline"},
            "a rise to 2 times the baseline",
        ),
        (
            {"change": "fall", "value": "less than 0.5", "relative_to": "lower-limit-of-normal"},
            "a fall to less than 0.5 times the lower limit of normal",
        ),
        (
            {"value": "more than 1", "relative_to": "upper-limit-of-normal"},
            "more than the upper limit of normal",
        ),
        ({"value": "1 to 3", "relative_to": "baseline"}, "1 to 3 times the baseline"),
        ({"change": "fall", "value": "1", "relative_to": "baseline"}, "a fall to the baseline"),
        ({"value": "11", "relative_to": "baseline"}, "11 times the baseline"),
    ],
)
def test_a_value_is_worded_with_what_is_done(threshold: dict[str, Any], said: str) -> None:
    assert _thresholds(threshold | {"action": "Stop it."}) == [(said, "Stop it.")]


def test_a_value_without_its_action_says_that_the_source_gives_none() -> None:
    assert _thresholds({"value": "more than 3", "action": "not-stated"}) == [
        ("more than 3", "what to do not stated in the source")
    ]


def test_a_value_stays_with_a_mark_where_readers_get_no_words_for_what_is_done() -> None:
    both = {"value": "more than 3", "action": {"clinician": "Stop it.", "patient": "You stop it."}}
    clinicians = {"value": "more than 5", "action": "Stop it at once."}
    assert _thresholds(both, clinicians, audience="patient") == [
        ("more than 3", "You stop it."),
        ("more than 5", _MARK),
    ]


def _cells(*watched: dict[str, Any], audience: str = "patient") -> list[dict[str, str]]:
    (table,) = blocks_of(_page(audience, monitoring=list(watched)).sections, Table)
    return [
        dict(zip(table.columns, (cell.text for cell in row.cells), strict=True)) | {"caption": table.caption}
        for row in table.rows
    ]


_TOLD = {"action": {"clinician": "Stop it.", "patient": "You stop it."}}


def test_a_cell_is_empty_where_others_have_words_or_nothing_is_written() -> None:
    others = {"action": "Stop it."}
    for fields in (others, {}):
        cells = _cells(_COUNT | _TOLD, _COUNT | {"id": "two"} | fields)
        assert [one["What to do"] for one in cells] == ["You stop it.", ""]


def test_what_only_some_rows_omit_is_said_in_these_rows() -> None:
    cells = _cells(_COUNT | {"action": "not-stated"}, _COUNT | {"id": "two"})
    assert [one["What to do"] for one in cells] == ["none stated", ""]
    assert "Not stated" not in cells[0]["caption"]


def test_what_every_row_omits_the_caption_says_and_what_nobody_wrote_it_does_not() -> None:
    (cells,) = _cells(_COUNT | {"action": "not-stated"})
    assert cells["caption"].endswith(". Not stated in the source: what to do.")
    (cells,) = _cells(_COUNT | {"action": "Clinicians stop it."})
    assert "What to do" not in cells
    assert "Not stated" not in cells["caption"]


def test_an_omitted_action_beside_values_is_said() -> None:
    (cells,) = _cells(_COUNT | {"thresholds": [{"value": "more than 3"} | _TOLD], "action": "not-stated"})
    assert cells["What to do"] == "none stated; see below"


def test_what_is_done_never_loses_the_value_at_which_it_is_done() -> None:
    limited = _COUNT | {"threshold": "A falling count"}
    assert _cells(limited | _TOLD)[0]["Threshold"] == _MARK
    assert "Threshold" not in _cells(limited)[0]
    assert _cells(limited | _TOLD, audience="clinician")[0]["Threshold"] == "A falling count"


def test_the_end_of_a_schedule_leaves_a_mark_where_readers_get_no_words_for_it() -> None:
    watched = _COUNT | {"schedule": [{"every": "1 wk", "until": "the dose is stable"}]}
    assert _cells(watched)[0]["When"] == f"every week until {_MARK}"


def test_a_column_leads_to_the_values_below_and_says_of_others_that_none_is_stated() -> None:
    watched = [
        _COUNT | {"thresholds": [{"value": "more than 3", "action": "Stop it."}]},
        {"id": "look", "test": "A look", "threshold": "not-stated"},
    ]
    (table,) = blocks_of(_page(monitoring=watched).sections, Table)
    at = table.columns.index("Threshold")
    assert [row.cells[at].text for row in table.rows] == ["see below", "none stated"]


def test_on_the_page_of_a_drug_no_column_repeats_its_name() -> None:
    watched = {"monitoring": [{"id": "count", "test": "Blood count", "schedule": [{"every": "1 mo"}]}]}
    (table,) = blocks_of(
        page(compiled(library(examplin=EXAMPLIN | watched)), "drugs/examplin/").sections, Table
    )
    assert table.columns == ("What to watch", "When")


# --- cautions


def _caution(field: str, **fields: Any) -> Any:
    part = {"id": "one", "drug": "examplin", "wording": {"clinician": "Said.", "patient": "Told."}} | fields
    (block,) = blocks_of(_page("clinician", **{field: [part]}).sections, Cautions)
    return block.items[0]


def test_a_contraindication_says_of_what_how_strictly_and_because_of_which_condition() -> None:
    item = _caution("contraindications", degree="relative", condition="examplitis", drug_class="teas")
    assert item.subject.text == "examplin, teas"
    assert [tag.words.text for tag in item.tags] == ["Relative contraindication"]
    assert [(fact.label, fact.words.text) for fact in item.facts] == [("Condition", "Examplitis")]


def test_an_interaction_names_both_and_says_at_its_place_what_the_source_omits() -> None:
    item = _caution(
        "interactions",
        other="wine",
        severity="not-stated",
        effect="It lasts longer.",
        action="not-stated",
        mechanism="not-stated",
    )
    assert item.subject.text == "examplin with wine"
    assert _missing(item.tags) == ["severity not stated in the source"]
    assert [(fact.label, fact.words.text) for fact in item.facts] == [
        ("Effect", "It lasts longer."),
        ("Not stated in the source", "what to do, mechanism"),
    ]


def _meeting(mechanism: Any) -> Library:
    meets = {
        "interactions": [{"id": "i", "other_drug": "otherin", "wording": "Apart.", "cites": ["roe-2020"]}]
    }
    return library(examplin=EXAMPLIN | meets, otherin=EXAMPLIN | {"name": "otherin", "mechanism": mechanism})


def test_an_interaction_leads_to_the_other_drug_but_an_approval_does_not_bind_that_page() -> None:
    libraries = [_meeting("not-stated"), _meeting([{"wording": "It binds."}])]
    digests = [edition_digest(one, one.drugs["examplin"], one.audiences["clinician"]) for one in libraries]
    assert digests[0] == digests[1]
    (block,) = blocks_of(page(compiled(libraries[0]), "drugs/examplin/").sections, Cautions)
    assert block.items[0].subject is not None
    assert block.items[0].subject.text == "otherin"
    assert blocks_of(block.items[0].subject, PageLink)[0].path == "drugs/otherin/"


def test_what_pregnancy_means_is_said_with_time_person_and_advice() -> None:
    item = _caution(
        "pregnancy", about="pregnancy", trimesters=["first", "third"], who="women", advice="only-if-needed"
    )
    assert [tag.words.text for tag in item.tags] == [
        "Pregnancy, first and third trimester, women",
        "Only if needed",
    ]


# --- harms and red flags


def _harm(audience: str = "clinician", **fields: Any) -> HarmItem:
    part = {"id": "h", "drug": "examplin", "wording": {"clinician": "Rash.", "patient": "A rash."}} | fields
    counted = {"rash": {"outcome": "Rash", "proportion": {"events": "2", "of": "62"}, "cites": ["roe-2020"]}}
    (item,) = blocks_of(_page(audience, harms=[part], evidence=counted).sections, HarmItem)
    return item


@pytest.mark.parametrize(
    ("audience", "said"),
    [
        (
            "clinician",
            "rare (1 in 10,000 to fewer than 1 in 1,000); 2 of 62 (3%; computed 95% interval 1% to 11%)",
        ),
        ("patient", "rare (may affect up to 1 in 1,000 people); 2 of 62 people (about 3 in 100)"),
    ],
)
def test_how_often_a_harm_happens_is_said_as_band_and_as_counted(audience: str, said: str) -> None:
    (fact,) = _harm(audience, frequency_category="rare", stat="rash").facts
    assert fact.words.text == said


def test_a_frequency_that_is_counted_is_not_called_omitted() -> None:
    for known in ({"frequency_category": "rare"}, {"stat": "rash"}):
        facts = _harm(frequency="not-stated", **known).facts
        assert [fact.label for fact in facts] == ["Frequency"]
        assert _missing(facts) == []


def test_every_omission_of_a_harm_is_named() -> None:
    names = ("severity", "frequency", "onset", "reversibility", "management")
    (fact,) = _harm(**dict.fromkeys(names, "not-stated")).facts
    assert fact.words.text == "severity, frequency, onset, course, what to do"
    assert _missing(fact) == [fact.words.text]


def test_red_flags_stand_by_how_fast_help_is_needed_and_none_is_lost() -> None:
    flags = [
        {"id": "a", "urgency": "soon", "wording": "A."},
        {"id": "b", "urgency": "not-stated", "wording": "B."},
        {"id": "c", "urgency": "emergency", "wording": "C.", "action": "Call."},
        {"id": "d", "wording": "D."},
        {"id": "e", "urgency": "emergency", "wording": "E.", "action": "not-stated"},
    ]
    (block,) = blocks_of(_page(red_flags=flags).sections, RedFlags)
    assert [(group.code, [item.words.text for item in group.items]) for group in block.groups] == [
        ("", ["D."]),
        ("emergency", ["C.", "E."]),
        ("soon", ["A."]),
        ("not-stated", ["B."]),
    ]
    assert _missing(block) == ["what to do not stated in the source", "urgency not stated in the source"]


def test_patients_read_how_fast_help_is_needed_in_plain_words() -> None:
    flag = {"id": "a", "urgency": "emergency", "wording": {"patient": "You cannot breathe."}}
    assert "Emergency. Get help at once" in text_of(_page("patient", red_flags=[flag]).sections)
