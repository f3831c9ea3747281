"""What changes and whole editions are about."""

from __future__ import annotations

from dataclasses import replace

from generator.model.change import ALL_TOPICS, ChangeClass, Topic
from generator.review.contents.comparison import compare_closures
from generator.review.contents.topics import topics_in, topics_of
from tests.model.entries import EXAMPLIN, SUMMARY
from tests.review.edition_closure import closure, summary
from tests.review.sample_closure import sample_closure

_AMOUNT = ("doses", "examplin-usual", "amount")


def test_changes_are_about_what_their_fields_are_about() -> None:
    assert topics_of(()) == frozenset()
    dose = compare_closures(closure(), closure(summary(*_AMOUNT, "3 mg/kg")))
    assert topics_of(dose) == {Topic.DOSE}
    name = compare_closures(closure(), closure(examplin=EXAMPLIN | {"name": "examplinum"}))
    assert topics_of((*dose, *name)) == {Topic.DOSE, Topic.NAME}
    assert topics_of([replace(change, level=ChangeClass.NONE) for change in dose]) == frozenset()


def test_what_could_not_be_compared_may_be_about_anything() -> None:
    changes = compare_closures(closure(), closure() | {"later": "x"})
    assert topics_of(changes) == ALL_TOPICS


def test_an_edition_is_about_all_that_it_says() -> None:
    whole = topics_in(sample_closure("summary"))
    assert whole == ALL_TOPICS - {Topic.WORDING}
    topics = topics_in(closure())
    assert {Topic.DOSE, Topic.RECOMMENDATION, Topic.CITATION, Topic.NAME} <= topics
    assert not topics & {Topic.MONITORING, Topic.SAFETY, Topic.ALGORITHM}


def test_it_is_about_doses_if_it_has_or_quotes_one() -> None:
    bare = {key: value for key, value in SUMMARY.items() if key not in ("doses", "options")}
    assert Topic.DOSE not in topics_in(closure(bare))
    assert Topic.DOSE not in topics_in(closure(SUMMARY, "patient"))
    limited = EXAMPLIN | {"usual_limits": [{"per": "day", "maximum": "150 mg", "cites": ["roe-2020"]}]}
    assert Topic.DOSE not in topics_in(closure(bare, examplin=limited))
    quoting = summary("recommendations", 0, "wording", "Consider {dose:other#examplin-usual}.", base=bare)
    assert Topic.DOSE in topics_in(closure(quoting, other=SUMMARY))
    assert Topic.DOSE in topics_in(sample_closure("drug"))


def test_content_of_no_known_kind_may_be_about_anything() -> None:
    assert topics_in({"content": {"kind": "poem"}}) == ALL_TOPICS
    assert topics_in({}) == ALL_TOPICS
