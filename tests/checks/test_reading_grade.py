"""The formulas give what a reader computes by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.checks.views.text.reading_grade import ReadingGrade
from generator.checks.views.text.sentences import sentences
from generator.checks.views.text.syllables import syllables
from generator.sources.load import load_library
from tests.checks.checked import checked
from tests.checks.rule_fixture import SHARED, Project


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


_ADDRESS = """\
Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived in Liberty, and
dedicated to the proposition that all men are created equal. Now we are engaged in a great civil war, testing whether
that nation, or any nation so conceived and so dedicated, can long endure. We are met on a great battle-field of that
war. We have come to dedicate a portion of that field, as a final resting place for those who here gave their lives
that that nation might live. It is altogether fitting and proper that we should do this. But, in a larger sense, we can
not dedicate, we can not consecrate, we can not hallow this ground. The brave men, living and dead, who struggled here,
have consecrated it, far above our poor power to add or detract. The world will little note, nor long remember what we
say here, but it can never forget what they did here. It is for us the living, rather, to be dedicated here to the
unfinished work which they who fought here have thus far so nobly advanced. It is rather for us to be here dedicated to
the great task remaining before us, that from these honored dead we take increased devotion to that cause for which
they gave the last full measure of devotion, that we here highly resolve that these dead shall not have died in vain,
that this nation, under God, shall have a new birth of freedom, and that government of the people, by the people, for
the people, shall not perish from the earth.
"""


def test_a_well_known_speech_has_the_grade_that_is_told_of_it() -> None:
    """Lincoln's address of 1863 (Bliss copy) is mostly put at grade 11: its sentences are long, its words short."""
    counted = [
        tuple(syllables(word) for word in re.findall(r"[A-Za-z]+(?:-[a-z]+)*", sentence))
        for sentence in sentences(" ".join(_ADDRESS.split()))
    ]
    grade = ReadingGrade.of(counted)
    assert (grade.sentences, grade.words) == (10, 271)
    assert grade.flesch_kincaid == pytest.approx(11, abs=0.5)


@pytest.mark.parametrize(("count", "is_over"), [("2", False), ("9", True)])
def test_syllables_that_a_project_counts_decide(tmp_path: Path, count: str, is_over: bool) -> None:
    patient = SHARED["content/audiences/patient.yml"] + "ratings: plain\nreading_grade: 8\n"
    told = [f"  - wording: {{patient: The first zamplinora helps on day {day}.}}" for day in range(10)]
    head = [
        "kind: summary",
        "question: {patient: Does it help?}",
        "condition: plexopathy",
        "audiences: [patient]",
    ]
    page = "\n".join([*head, "overview:", *told, ""])
    made = "source: Counted here\nversion: '1'\nlicence: our own work\nretrieved: 2026-11-21\n"
    rows = f'{made}rows:\n  - {{word: zamplinora, syllables: "{count}"}}\n'
    files = {
        "content/audiences/patient.yml": patient,
        "content/summaries/x.yml": page,
        "content/vocabulary/syllables.yml": rows,
    }
    Project(tuple((name, text.encode()) for name, text in files.items()), frozenset(), ()).write(tmp_path)
    library, _ = load_library(tmp_path)
    assert any(one.rule.name == "reading-grade-over-target" for one in checked(library)) is is_over
