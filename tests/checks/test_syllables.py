"""Syllables are counted as the words are read aloud."""

from __future__ import annotations

import pytest

from generator.checks.views.text.syllables import syllables

_WORDS = {
    1: """I a ached aches blood bone brain breath breathe breathes bruise can't caused cells change changed
    clear cough days death don't dose drug eye eyes feel fruit guard guide health heart help helped
    it's juice knee lung lungs make makes months nerve nerves once pain passed pill place placed
    played please rash rough scan scans sick skin sleep spine stayed strength the they'll though
    thought through time times tongue twice used vein veins weeks while whole won't worse years you
    you're your""",
    2: """always ancient being beyond breathing buying cancer capsule careless causes changes clinic couldn't
    create didn't diet disease doctor doctors doesn't doing doses fever fluid giant going handle
    handled hundred involve involved isn't itching kidney kidneys largely lawyer lion little liver
    lotion marriage minutes mouth-wash movement muscle muscles nation needed never nurses patient
    patients people pigeon places player poem poet pressure prevent quickly quiet react rhythm ruin
    safely saying seeing severe someone something sometimes spasm special steroid steroids sugar
    surgeon surgeon's swelling symptom symptoms table tables tablet tablets taken taking thyroid
    today treated trial trials troubled trying useful vessel vessels weakness""",
    3: """annoying another appointment area arthritis autism beginning bleeding-time calcium carrier carriers
    creative damaged-cell dangerous decision diseases earlier earliest easier element enjoyment
    example exercise giving-up history hospital hospitals important infection influence involvement
    management measurement medicines medium museum musician nutrient obvious period physician piano
    possible previous probable quieter quietly radio radius reaction recover recovered regular
    remember serious settlement severely sodium studio supplement tablet-form tomorrow usual various
    video vomiting""",
    4: """January ability activity actually anaemia anemia antibody anxiety appropriate bacterial category
    continuous cooperate diabetes diagnosis diarrhea diarrhoea education emergency especially
    gradually hepatitis identify immediate inflammation influenza information ingredient material
    medication meningitis mentality military necessary operating operation ordinary particular
    population recovery responsible society usually variety""",
    5: """abnormality administration associated communication creativity electricity examination immediately
    inflammatory investigation opportunity possibility university""",
    6: """rehabilitation responsibility susceptibility""",
}
_SURE = [(word, count) for count, words in _WORDS.items() for word in words.split()]


def test_the_table_is_large() -> None:
    assert len({word for word, _ in _SURE}) >= 150


@pytest.mark.parametrize(("word", "count"), sorted(set(_SURE)))
def test_counts(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"), [("MRI", 3), ("TNF", 3), ("DNA", 3), ("", 1), ("12", 1), ("–", 1), ("x-ray", 2)]
)
def test_initials_and_what_is_no_word(word: str, count: int) -> None:
    assert syllables(word) == count


def test_capital_letters_do_not_matter() -> None:
    assert syllables("Treatment") == syllables("treatment") == 2


def test_a_project_counts_words_of_its_own() -> None:
    """Their plural, their genitive and the parts of words with hyphens, too; the package's list stands otherwise."""
    added = {"plexopathy": 4, "acne": 3}
    assert syllables("plexopathies") == 4
    assert [syllables(word, added) for word in ("Plexopathy", "plexopathys", "plexopathy’s")] == [4, 4, 4]
    assert syllables("acne-prone", added) == 4
    assert syllables("acne-prone") == 3
    assert syllables("people", added) == 2
