"""Near names are found, and other words are left alone."""

from __future__ import annotations

import pytest

from generator.checks.views.text.drug_spelling import DrugSpelling, words_of

_NAMES = (
    "azathioprine",
    "ciclosporin",
    "cyclophosphamide",
    "prednisone",
    "creatine",
    "infliximab",
    "examplin",
)
_LISTED = ("prednisolone", "azacitidine")


@pytest.fixture
def spelling() -> DrugSpelling:
    return DrugSpelling(_NAMES, (*_NAMES, "examplitis"), _LISTED)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("azathioprin", "azathioprine"),
        ("Azathioprime", "azathioprine"),
        ("AZATHIOPIRNE", "azathioprine"),
        ("azatioprine", "azathioprine"),
        ("cyclosporin", "ciclosporin"),
        ("cyclofosfamid", "cyclophosphamide"),
        ("inflixmab", "infliximab"),
        ("inflixiimab", "infliximab"),
    ],
)
def test_slips_are_found(spelling: DrugSpelling, word: str, meant: str) -> None:
    assert spelling.meant(word) == meant


@pytest.mark.parametrize(
    "word",
    [
        "azathioprine",
        "Azathioprines",
        "prednisolone",
        "azacitidine",
        "creating",
        "creatinine",
        "example",
        "",
        "ß",
        "İ",
    ],
)
def test_other_words_are_left_alone(spelling: DrugSpelling, word: str) -> None:
    assert spelling.meant(word) is None


def test_words_of_letters_only() -> None:
    assert list(words_of("Azathioprine-induced CD20 and 6-MP (a test)")) == [
        "Azathioprine", "induced", "and", "MP", "a", "test",
    ]  # fmt: skip
