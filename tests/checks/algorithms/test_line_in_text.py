"""Which line a sentence gives which drug."""

from __future__ import annotations

import pytest

from generator.checks.views.claims.line_in_text import lines_said
from generator.checks.views.text.names_in_text import NamesInText

_NAMES = NamesInText((name, name) for name in ("examplin", "samplin", "otherin"))


def _said(sentence: str) -> dict[str, int]:
    return {said.drug: said.line for said in lines_said(sentence, list(_NAMES.found(sentence)))}


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        ("Second-line agents such as examplin, samplin and otherin.", {"examplin": 2, "samplin": 2, "otherin": 2}),
        ("After first-line drugs like examplin, 2nd line therapy with samplin.", {"examplin": 1, "samplin": 2}),
        ("Third-line treatment is examplin; samplin is another drug.", {"examplin": 3}),
        ("First-line examplin was given.", {"examplin": 1}),
        ("Examplin and samplin are second-line drugs.", {"examplin": 2, "samplin": 2}),
        ("Examplin remains the usual first-line drug, before otherin.", {"examplin": 1}),
        ("Second-line options (examplin, samplin).", {"examplin": 2, "samplin": 2}),
    ],
)  # fmt: skip
def test_lines_are_read(sentence: str, lines: dict[str, int]) -> None:
    assert _said(sentence) == lines


@pytest.mark.parametrize(
    "sentence",
    [
        "First- or second-line treatment is examplin.",
        "Examplin comes after second-line drugs.",
        "Examplin is not a first-line drug.",
        "Examplin is no longer first-line.",
        "Once second-line treatment fails, examplin is given.",
        "The second line of the table is about examplin.",
        "In line with this, examplin is used.",
    ],
)
def test_no_line_is_read_where_none_is_said(sentence: str) -> None:
    assert _said(sentence) == {}
