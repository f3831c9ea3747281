"""The formulas give what a reader computes by hand."""

from __future__ import annotations

import pytest

from generator.checks.views.text.reading_grade import ReadingGrade
from generator.checks.views.text.syllables import syllables


def _grade(*sentences: str) -> ReadingGrade:
    return ReadingGrade.of([tuple(syllables(word.strip(".")) for word in one.split()) for one in sentences])


def test_flesch_kincaid_of_short_words() -> None:
    """6 words in 1 sentence, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59 = −1.45."""
    grade = _grade("The cat sat on the mat.")
    assert (grade.sentences, grade.words, grade.syllables, grade.polysyllables) == (1, 6, 6, 0)
    assert grade.flesch_kincaid == pytest.approx(-1.45)


def test_both_formulas_of_two_sentences() -> None:
    """“The medicine may help. It can damage the kidneys.”

    The · med-i-cine · may · help: 6 syllables in 4 words. It · can · dam-age · the · kid-neys: 7 in 5. Together 9 words
    in 2 sentences, 13 syllables, 1 long word.
    Flesch–Kincaid: 0.39 × 4.5 + 11.8 × 13/9 − 15.59 = 1.755 + 17.0444 − 15.59 = 3.2094.
    SMOG: 1 × 30/2 = 15; its root is 3.87298; 1.0430 × 3.87298 + 3.1291 = 7.1686.
    """
    grade = _grade("The medicine may help.", "It can damage the kidneys.")
    assert (grade.sentences, grade.words, grade.syllables, grade.polysyllables) == (2, 9, 13, 1)
    assert grade.flesch_kincaid == pytest.approx(3.2094, abs=0.0001)
    assert grade.smog == pytest.approx(7.1686, abs=0.0001)


def test_smog_of_thirty_sentences_needs_no_extrapolation() -> None:
    """30 sentences with 25 long words: 1.0430 × 5 + 3.1291 = 8.3441."""
    sentences = [(1, 3, 1)] * 25 + [(1, 2, 1)] * 5
    assert ReadingGrade.of(sentences).smog == pytest.approx(8.3441)


def test_smog_is_the_same_for_a_text_twice_as_long() -> None:
    sentences = [(1, 3, 1, 2), (2, 1, 4)]
    assert ReadingGrade.of(sentences).smog == ReadingGrade.of(sentences * 2).smog


def test_a_text_without_words_has_no_grade() -> None:
    empty = ReadingGrade.of([(), ()])
    assert (empty.sentences, empty.flesch_kincaid, empty.smog) == (0, 0.0, 0.0)
