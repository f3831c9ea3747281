"""Figures of evidence: counts first, with the interval that says how sure they are."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compiler.context import SiteContext
from generator.compiler.figures import (
    denominator,
    figure_interval,
    figure_words,
    proportion_words,
    wilson,
)
from generator.model.figure import EvidenceFigure
from generator.pages.blocks import Interval
from generator.pages.inline import plain_text
from tests.compiler.english import english

CONTEXT = SiteContext(today=date(2026, 12, 1), words=english())
PLAIN = SiteContext(today=date(2026, 12, 1), words=english(), is_plain=True)


def _figure(**fields: Any) -> EvidenceFigure:
    return EvidenceFigure.model_validate({"outcome": "Felt better", **fields})


@pytest.mark.parametrize(
    ("events", "of", "low", "high"),
    [(47, 62, 64, 85), (10, 14, 45, 88), (4, 27, 6, 32), (0, 10, 0, 28), (10, 10, 72, 100), (1, 1, 21, 100)],
)
def test_wilsons_interval_in_whole_percent(events: int, of: int, low: int, high: int) -> None:
    assert [round(100 * end) for end in wilson(events, of)] == [low, high]


@given(st.integers(1, 10_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_an_interval_lies_within_0_and_1_and_holds_the_share(figure: tuple[int, int]) -> None:
    events, of = figure
    low, high = wilson(events, of)
    assert 0 <= low <= events / of + 1e-12
    assert events / of - 1e-12 <= high <= 1
    assert low < high


def test_a_proportion_prints_its_counts_the_printed_percentage_and_the_interval() -> None:
    figure = _figure(proportion={"events": "47", "of": "62", "reported": "76%"})
    assert plain_text(figure_words(figure, CONTEXT)) == "47 of 62 (76%; computed 95% interval 64% to 85%)"


def test_a_percentage_that_the_source_does_not_print_is_computed() -> None:
    figure = _figure(proportion={"events": "1234", "of": "2000"})
    assert (
        plain_text(figure_words(figure, CONTEXT)) == "1,234 of 2,000 (62%; computed 95% interval 60% to 64%)"
    )


@pytest.mark.parametrize(
    ("events", "of", "said"),
    [
        ("1", "2100", "1 of 2,100 (0.05%; computed 95% interval 0.01% to 0.27%)"),
        ("999", "1000", "999 of 1,000 (99.90%; computed 95% interval 99.44% to 99.98%)"),
        ("1", "62", "1 of 62 (1.6%; computed 95% interval 0.3% to 8.6%)"),
        ("500000", "1000000", "500,000 of 1,000,000 (50.0%; computed 95% interval 49.9% to 50.1%)"),
        ("0", "10", "0 of 10 (0%; computed 95% interval 0% to 28%)"),
        ("10", "10", "10 of 10 (100%; computed 95% interval 72% to 100%)"),
        ("0", "5000", "0 of 5,000 (0%; computed 95% interval 0% to 0.1%)"),
        ("1", "1", "1 of 1 (100%; computed 95% interval 21% to 100%)"),
    ],
)
def test_only_none_is_0_percent_and_only_all_is_100_percent(events: str, of: str, said: str) -> None:
    figure = _figure(proportion={"events": events, "of": of})
    assert plain_text(figure_words(figure, CONTEXT)) == said


@pytest.mark.parametrize(
    ("events", "printed", "said"),
    [
        ("1", "0%", "0.05%"),
        ("1", "0.0 %", "0.05%"),
        ("2099", "100%", "99.95%"),
        ("1", "<1%", "<1%"),
        ("0", "0.0%", "0.0%"),
    ],
)
def test_a_printed_percentage_stands_unless_it_says_none_or_all_of_some(
    events: str, printed: str, said: str
) -> None:
    figure = _figure(proportion={"events": events, "of": "2100", "reported": printed})
    assert f" ({said}; computed " in plain_text(figure_words(figure, CONTEXT))


_COUNTS = st.integers(1, 999_999_999).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@given(_COUNTS)
def test_a_percentage_and_its_interval_never_run_together(counts: tuple[int, int]) -> None:
    events, of = counts
    said = plain_text(figure_words(_figure(proportion={"events": str(events), "of": str(of)}), CONTEXT))
    share, low, high = (float(number) for number in re.findall(r"([0-9.]+)%(?! interval)", said))
    assert (low == 0, share == 0) == (events == 0, events == 0)
    assert (high == 100, share == 100) == (events == of, events == of)
    assert (low < share or events == 0) and (share < high or events == of)


@pytest.mark.parametrize(
    ("kind", "said"),
    [("hazard_ratio", "hazard ratio"), ("odds_ratio", "odds ratio"), ("risk_ratio", "risk ratio"),
     ("rate_ratio", "rate ratio")],
)  # fmt: skip
def test_a_ratio_keeps_the_precision_that_was_printed(kind: str, said: str) -> None:
    figure = _figure(**{kind: {"value": "0.50", "ci95": ["0.25", "1.00"], "p": "0.020"}})
    assert plain_text(figure_words(figure, CONTEXT)) == f"{said} 0.50 (95% interval 0.25 to 1.00; P = .020)"
    assert figure_interval(figure) == Interval("ratio", 0.25, 0.5, 1.0)


@pytest.mark.parametrize(
    ("written", "said"),
    [("<0.001", "P < .001"), (">0.99", "P > .99"), ("0.000", "P = .000"), ("1.0", "P = 1.0"), ("0", "P = 0"),
     ("not-stated", "P not stated in the source")],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["hazard_ratio", "mean_difference"])
def test_a_p_value_is_printed_as_its_source_prints_it(kind: str, written: str, said: str) -> None:
    figure = _figure(**{kind: {"value": "1.5", "ci95": ["1", "2"], "p": written}})
    assert plain_text(figure_words(figure, CONTEXT)).endswith(f" 1.5 (95% interval 1 to 2; {said})")


def test_a_ratio_without_its_interval_says_so_and_is_not_drawn() -> None:
    figure = _figure(odds_ratio={"value": "0.5", "ci95": "not-stated"})
    assert (
        plain_text(figure_words(figure, CONTEXT)) == "odds ratio 0.5 (95% interval not stated in the source)"
    )
    assert figure_interval(figure) is None


def test_a_difference_has_its_unit_and_true_minus_signs() -> None:
    values = {"value": "-3.20", "unit": "points of 10", "ci95": ["-5.1", "-1.3"], "adjusted": "no"}
    figure = _figure(mean_difference=values)
    said = "unadjusted mean difference −3.20 points of 10 (95% interval −5.1 to −1.3)"
    assert plain_text(figure_words(figure, CONTEXT)) == said
    assert figure_interval(figure) == Interval("difference", -5.1, -3.2, -1.3)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (
            {"measure": "median", "value": "8.0", "unit": "weeks", "spread": "range 5 to 12"},
            "median 8.0 weeks (range 5 to 12)",
        ),
        ({"measure": "number-needed-to-treat", "value": "8"}, "number needed to treat 8"),
        ({"measure": "other", "value": "8", "unit": "beds"}, "8 beds"),
    ],
)
def test_a_single_value_says_what_it_is_and_its_spread(value: dict[str, str], said: str) -> None:
    assert plain_text(figure_words(_figure(value=value), CONTEXT)) == said


# --- for lay readers


def _both(events: str, of: str, other_events: str, other_of: str) -> EvidenceFigure:
    other = {"label": "Others", "proportion": {"events": other_events, "of": other_of}, "fair": "yes"}
    return _figure(proportion={"events": events, "of": of}, comparator=other)


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (_figure(proportion={"events": "47", "of": "62", "reported": "76%"}), "47 of 62 people (about 76 in 100)"),
        (_figure(proportion={"events": "3", "of": "100"}), "3 of 100 people"),
        (_figure(proportion={"events": "0", "of": "62"}), "0 of 62 people"),
        (_figure(proportion={"events": "62", "of": "62"}), "62 of 62 people"),
        (_figure(proportion={"events": "1", "of": "1"}), "1 of 1 person"),
        (_figure(proportion={"events": "999", "of": "1000"}), "999 of 1,000 people"),
        (_figure(proportion={"events": "1999", "of": "2000"}), "1,999 of 2,000 people (about 9,995 in 10,000)"),
        (_figure(proportion={"events": "1", "of": "2100"}), "1 of 2,100 people (about 5 in 10,000)"),
        (_figure(proportion={"events": "1", "of": "400000"}), "1 of 400,000 people (about 3 in 1,000,000)"),
        (_figure(hazard_ratio={"value": "0.47", "ci95": ["0.25", "0.87"], "p": "0.02", "adjusted": "yes"}),
         "adjusted hazard ratio 0.47 (we can be 95% sure it lies between 0.25 and 0.87)"),
        (_figure(mean_difference={"value": "-3.2", "unit": "points", "ci95": ["-5.1", "-1.3"], "p": "<0.001"}),
         "difference −3.2 points (we can be 95% sure it lies between −5.1 and −1.3)"),
        (_figure(odds_ratio={"value": "2", "ci95": "not-stated", "p": "not-stated"}),
         "odds ratio 2 (the source does not say how sure we can be of this number)"),
        (_figure(value={"measure": "median", "value": "8", "unit": "weeks", "spread": "range 5 to 12"}),
         "median 8 weeks (range 5 to 12)"),
    ],
)  # fmt: skip
def test_lay_readers_get_people_and_how_sure_a_number_is_but_no_p_value(
    figure: EvidenceFigure, said: str
) -> None:
    assert plain_text(figure_words(figure, PLAIN)) == said


def test_what_is_compared_has_one_denominator_for_lay_readers() -> None:
    rare = _both("30", "100", "4", "2000")
    assert rare.comparator is not None
    per = denominator(rare)
    both = (rare.proportion, rare.comparator.proportion)
    assert [plain_text(proportion_words(one, PLAIN, per=per)) for one in both if one] == [
        "30 of 100 people (about 300 in 1,000)",
        "4 of 2,000 people (about 2 in 1,000)",
    ]


@given(_COUNTS, _COUNTS)
def test_the_round_number_of_lay_readers_is_neither_none_nor_all(
    counts: tuple[int, int], other: tuple[int, int]
) -> None:
    figure = _both(*map(str, (*counts, *other)))
    said = plain_text(figure_words(figure, PLAIN))
    about = re.search(r"about ([0-9,]+) in ([0-9,]+)", said)
    if about is None:
        assert counts[0] in (0, counts[1]) or counts[1] == denominator(figure)
    else:
        number, per = (int(text.replace(",", "")) for text in about.groups())
        assert 0 < number < per == denominator(figure)


def test_what_lay_readers_are_told_of_doubt_says_no_more_than_clinicians_are_told() -> None:
    keys = ("frequency-frequency-unknown", "situation-uncertain-benefit-certain-harm", "domain-imprecision")
    assert [PLAIN.word(key) for key in keys] == [
        "not known",
        "it is not certain that it helps, and the harm or cost is certain",
        "the result is not precise",
    ]
