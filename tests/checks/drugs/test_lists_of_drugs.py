"""The lists of drugs agree with themselves and with each other."""

from __future__ import annotations

from generator.checks.facts import packaged_facts
from generator.checks.views.drugs.listed_drugs import cells


def test_a_brand_stands_once_and_has_its_drug_among_the_names() -> None:
    rows = packaged_facts("brands").rows
    brands = [row["brand"].casefold() for row in rows]
    assert len(set(brands)) == len(brands)
    assert all(row["drug"] in cells(row, "names") for row in rows)


def test_a_brand_is_no_name_of_a_drug() -> None:
    rows = packaged_facts("brands").rows
    names = {name.casefold() for row in rows for name in cells(row, "names")}
    assert not names & {row["brand"].casefold() for row in rows}


def test_pairs_of_look_alikes_differ_and_stand_once() -> None:
    pairs = [frozenset({row["name"], row["other"]}) for row in packaged_facts("look-alikes").rows]
    assert all(len(pair) == 2 for pair in pairs)
    assert len(set(pairs)) == len(pairs)


def test_exceptions_end_with_their_stem() -> None:
    for row in packaged_facts("inn-stems").rows:
        assert all(word.endswith(row["stem"]) for word in cells(row, "exceptions")), row


def test_every_term_names_the_drugs_that_it_defines() -> None:
    rows = packaged_facts("defining-terms").rows
    assert all(cells(row, "drugs") and row["basis"] for row in rows)
    assert len({row["term"] for row in rows}) == len(rows)
