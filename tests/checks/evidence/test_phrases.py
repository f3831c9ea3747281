"""Phrases are found as whole words, in either spelling, and never after "not"."""

from __future__ import annotations

import pytest

from generator.checks.views.text.phrases import find_phrases, has_phrase, is_negated
from generator.checks.views.text.plain_words import QUOTED, plain_words

_PHRASES = ("no randomised trials", "is effective", "is effective in", "to date", "", "  ", "(a+")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("There are No randomized  trials.", ["No randomized  trials"]),
        ("There are no randomised trials.", ["no randomised trials"]),
        ("It is effective in adults.", ["is effective in"]),
        ("It is effectively done to dates.", []),
        ("It is (a+ good.", ["(a+"]),
        ("", []),
    ],
)
def test_phrases_are_whole_words(text: str, found: list[str]) -> None:
    assert [one.written for one in find_phrases(text, _PHRASES)] == found
    assert has_phrase(text, _PHRASES) is bool(found)


def test_no_phrases_are_nowhere() -> None:
    assert not has_phrase("anything", ())


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("It has not been ", True),
        ("It doesn’t really ", True),
        ("It never ", True),
        ("It is known to ", False),
        ("It is not for children, but it ", False),
        ("Note that it ", False),
        ("", False),
    ],
)
def test_negation_stands_just_before(text: str, negated: bool) -> None:
    assert is_negated(text + "works", len(text)) is negated


def test_plain_words_has_words_only() -> None:
    written = "*P* < .05 in [azathioprine](entry:azathioprine)  [@dyck-2009; @x]: {stat:a} of 10^9^."
    assert plain_words(written) == f"P < .05 in azathioprine: {QUOTED} of 109."
