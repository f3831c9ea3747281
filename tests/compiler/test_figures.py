"""Figures of evidence: counts first, with the interval that says how sure they are."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compiler.context import SiteContext
from generator.compiler.figures import figure_interval, figure_words, wilson
from generator.model.evidence import EvidenceFigure
from generator.pages.inline import plain_text
from tests.compiler.english import english

CONTEXT = SiteContext(today=date(2026, 12, 1), words=english())


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
    assert plain_text(figure_words(figure, CONTEXT)) == "47 of 62 (76%; 95% interval 64% to 85%)"


def test_a_percentage_that_the_source_does_not_print_is_computed() -> None:
    figure = _figure(proportion={"events": "1234", "of": "2000"})
    assert plain_text(figure_words(figure, CONTEXT)) == "1,234 of 2,000 (62%; 95% interval 60% to 64%)"


@pytest.mark.parametrize(
    ("kind", "said"), [("hazard_ratio", "hazard ratio"), ("odds_ratio", "odds ratio"), ("risk_ratio", "risk ratio")]
)  # fmt: skip
def test_a_ratio_keeps_the_precision_that_was_printed(kind: str, said: str) -> None:
    figure = _figure(**{kind: {"value": "0.50", "ci95": ["0.25", "1.00"], "p": "0.020"}})
    assert plain_text(figure_words(figure, CONTEXT)) == f"{said} 0.50 (95% interval 0.25 to 1.00; P = .020)"
    assert figure_interval(figure).scale == "ratio"
