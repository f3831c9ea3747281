"""What is stated is told to readers, what is not is not claimed, and the order of keys says nothing."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.formats.html import HtmlWriter
from generator.package_files import packaged_templates
from tests.compiler.compiled import compiled, page, text_of
from tests.compiler.english import english
from tests.model.entries import SUMMARY, library

_PATH = "summaries/question/clinician/"
_FIGURE: dict[str, Any] = {
    "outcome": "Pain eased",
    "proportion": {"events": "47", "of": "62"},
    "comparator": {"label": "Untreated", "proportion": {"events": "4", "of": "27"}},
    "cites": ["roe-2020"],
}
_RATIO = {"value": "0.47", "ci95": ["0.25", "0.87"]}


def _text(**changes: Any) -> str:
    return text_of(page(compiled(library(copy.deepcopy(SUMMARY) | changes)), _PATH))


def _with_dose(**changes: Any) -> str:
    return _text(doses={"examplin-usual": SUMMARY["doses"]["examplin-usual"] | changes})


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        (lambda: _with_dose(phase="relapse"), "relapse"),
        (lambda: _with_dose(form="modified-release tablet"), "modified-release tablet"),
        (lambda: _text(options=[SUMMARY["options"][0] | {"phase": "refractory"}]), "refractory disease"),
        (lambda: _text(evidence={"x": _FIGURE}), "Untreated"),
        (
            lambda: _text(
                evidence={"x": _FIGURE | {"comparator": _FIGURE["comparator"] | {"adjusted": "no"}}}
            ),
            "Untreated (unadjusted)",
        ),
        (
            lambda: _text(
                evidence={"x": {"outcome": "Relapse", "hazard_ratio": _RATIO | {"adjusted": "yes"}}}
            ),
            "adjusted hazard ratio 0.47",
        ),
        (
            lambda: _text(
                evidence_search={
                    "databases": "not-stated",
                    "searched": "not-stated",
                    "strategy": "examplitis AND trial",
                }
            ),
            "examplitis AND trial",
        ),
    ],
    ids=[
        "phase of a dose",
        "form",
        "phase of an option",
        "comparator",
        "unadjusted",
        "adjusted ratio",
        "strategy",
    ],
)
def test_what_is_stated_is_told(stated: Any, told: str) -> None:
    assert told in stated()
    assert told not in _text()


def test_nobody_claims_what_the_entry_does_not_say() -> None:
    text = _text(evidence={"x": _FIGURE, "y": {"outcome": "Relapse", "hazard_ratio": _RATIO}})
    assert "adjusted" not in text
    assert "It is not stated whether the groups were alike" in text
    assert "No fair comparison" not in text


@st.composite
def _reordered(draw: st.DrawFn) -> dict[str, Any]:
    second = SUMMARY["doses"]["examplin-usual"] | {"amount": "5 mg", "label": "Other"}
    doses = SUMMARY["doses"] | {"a-first": second, "z-last": second}
    figures = dict.fromkeys(("one", "two", "three"), _FIGURE)
    made = copy.deepcopy(SUMMARY) | {"doses": doses, "evidence": figures}
    return {key: _in_any_order(draw, made[key]) for key in draw(st.permutations(sorted(made)))}


def _in_any_order(draw: st.DrawFn, value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _in_any_order(draw, value[key]) for key in draw(st.permutations(sorted(value)))}
    return [_in_any_order(draw, item) for item in value] if isinstance(value, list) else value


@given(summaries=st.tuples(_reordered(), _reordered()))
@settings(max_examples=15)
def test_compiled_twice_in_any_order_of_keys_the_bytes_are_the_same(
    summaries: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    drawn = []
    for summary in summaries:
        writer = HtmlWriter([packaged_templates()], english())
        drawn.append({p.path: writer.article(p) for p in compiled(library(summary)).pages})
    assert drawn[0] == drawn[1]
