"""Sixty and more pairs written by hand, each with the class and the sentence that a clinician is to read."""

from __future__ import annotations

import pytest

from generator.review.reports.report_words import where_words
from generator.review.site.changed_fact import LibraryComparison
from generator.review.site.library_comparison import compare_libraries
from tests.review.pair_fixture import Pair, pairs, side


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.name)
def test_a_pair_gives_these_classes_and_sentences(pair: Pair) -> None:
    comparison = compare_libraries(side("main", pair.before), side("proposal", pair.after))
    assert _told(comparison) == list(pair.told)


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.name)
def test_nothing_changed_between_a_state_and_itself(pair: Pair) -> None:
    for state in (pair.before, pair.after):
        comparison = compare_libraries(side("main", state), side("proposal", state))
        assert (comparison.facts, comparison.new_pages, comparison.needs, comparison.notes) == (
            (),
            (),
            (),
            (),
        )


def test_there_are_sixty_and_each_has_its_own_name() -> None:
    names = [pair.name for pair in pairs()]
    assert len(set(names)) == len(names) >= 60


def _told(comparison: LibraryComparison) -> list[str]:
    """The class, the sentence, and below it where it stands."""
    lines = []
    for fact in comparison.facts:
        lines.append(f"{fact.level.value}: {fact.sentence}")
        if where := where_words(fact):
            lines.append(f"  {where}")
    lines += [f"new: {page.entry} ({page.label})" for page in comparison.new_pages]
    return lines
