"""The four JAMA benchmarks of a page."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Literal

import pytest

from generator.model.entries.decision import Decision
from generator.model.entries.person import Person
from generator.model.entries.summary import Summary
from generator.model.jama_benchmarks import JamaBenchmarks, jama_benchmarks
from generator.model.library import Library
from generator.model.quotes import quotes_of
from generator.model.work import Work

_WHOLE: dict[str, Any] = {
    "kind": "summary",
    "question": "Does examplin help?",
    "condition": "examplitis",
    "audiences": ["clinician"],
    "authors": ["jane-roe"],
    "overview": [{"wording": "It does.", "cites": ["roe-2009"]}],
    "changes": [{"date": "2026-11-01", "kind": "major", "note": "First published."}],
}
_LIBRARY = Library(
    people={
        "jane-roe": Person(id="jane-roe", kind="person", name="Jane Roe", credentials="MD"),
        "john-doe": Person(id="john-doe", kind="person", name="John Doe"),
        "project": Person(id="project", kind="organisation", name="The project", credentials="MD"),
    },
    works={"roe-2009": Work(key="roe-2009"), "p-1": Work(key="p-1", unresolved="no list")},
)


def _approval(interests: Literal["none"] | None) -> Decision:
    return Decision(
        kind="decision",
        decision="approve",
        by="jane-roe",
        at=datetime(2026, 11, 2, tzinfo=UTC),
        covers=(),
        interests=interests,
    )


def _scored(interests: tuple[Literal["none"] | None, ...] = ("none",), **changed: Any) -> JamaBenchmarks:
    entry = Summary.model_validate(_WHOLE | changed)
    return jama_benchmarks(_LIBRARY, entry, quotes_of(entry), map(_approval, interests))


def test_all_four() -> None:
    found = _scored()
    assert found.score == 4
    assert found.gaps == ()


@pytest.mark.parametrize("authors", [[], ["john-doe"], ["project"], ["nobody"], ["jane-roe", "john-doe"]])
def test_authorship_wants_people_with_credentials(authors: list[str]) -> None:
    found = _scored(authors=authors)
    assert (found.authorship, found.score) == (False, 3)
    assert found.gaps == ("authorship (authors who are named people, with credentials)",)


@pytest.mark.parametrize("cites", [[], ["p-1", "roe-2009"], ["nowhere"], "uncited-in-source"])
def test_attribution_wants_works_that_can_be_found(cites: Any) -> None:
    found = _scored(overview=[{"wording": "It does.", "cites": cites}])
    assert (found.attribution, found.score) == (False, 3)


@pytest.mark.parametrize("interests", [(), (None,), ("none", None)])
def test_disclosure_wants_the_interests_of_all(interests: tuple[Literal["none"] | None, ...]) -> None:
    found = _scored(interests)
    assert (found.disclosure, found.score) == (False, 3)


def test_currency_wants_a_day() -> None:
    assert _scored(changes=[]).currency
    found = _scored((), changes=[])
    assert (found.currency, found.disclosure) == (False, False)
