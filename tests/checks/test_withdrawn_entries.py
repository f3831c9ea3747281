"""Of a page whose text readers do not get, nobody is told that its review is overdue or its work retracted."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from generator.checks.context import CheckContext
from generator.checks.reviews import approval_older_than_retraction, review_overdue
from generator.model.entries.audience import Audience
from generator.model.entries.decision import Covered, Decision
from generator.model.entries.person import Person
from generator.model.entries.summary import Summary
from generator.model.library import Library
from generator.model.outside_facts import Retraction, Retractions
from generator.model.state import Digests, EditionState, State
from generator.model.work import Work

_ENTRY = Summary.model_validate(
    {
        "id": "x",
        "kind": "summary",
        "question": "What next?",
        "condition": "examplitis",
        "audiences": ["clinician"],
        "overview": [{"wording": "So.", "cites": ["roe-2009"]}],
    }
)
_APPROVED = Decision(
    id="approved",
    kind="decision",
    decision="approve",
    by="jane-roe",
    at=datetime(2020, 1, 1, tzinfo=UTC),
    covers=(Covered(entry="x"), Covered(entry="nowhere")),
)
_AUDIENCE = Audience.model_validate(
    {
        "id": "clinician",
        "kind": "audience",
        "label": "Clinicians",
        "switch": "Read this",
        "profile": "us-ismp",
    }
    | {"sections": ["bottom-line"]}
)
_RETRACTIONS = Retractions("x.csv", None, {"10.1000/1": (Retraction("retraction", date(2021, 1, 1)),)})


def _context(state: State) -> CheckContext:
    library = Library(
        summaries={"x": _ENTRY},
        audiences={"clinician": _AUDIENCE},
        people={"jane-roe": Person(id="jane-roe", kind="person", name="Jane Roe")},
        decisions={"approved": _APPROVED},
        works={"roe-2009": Work(key="roe-2009", doi="10.1000/1")},
    )
    states = {("x", "clinician"): EditionState(state, Digests("", ""))}
    return CheckContext(library, states, date(2026, 11, 21), retractions=_RETRACTIONS)


@pytest.mark.parametrize(
    ("state", "count"),
    [(State.REVIEW_OVERDUE, 1), (State.UNDER_REVIEW, 1), (State.WITHDRAWN, 0), (State.SUSPENDED, 0)],
)
def test_only_of_what_readers_get(state: State, count: int) -> None:
    context = _context(state)
    assert len(list(review_overdue.check(context))) == count
    assert len(list(approval_older_than_retraction.check(context))) == count


def test_an_interval_beyond_the_calendar_leaves_that_of_the_policy() -> None:
    context = _context(State.REVIEW_OVERDUE)
    entry = Summary.model_validate(_ENTRY.model_dump(exclude_unset=True) | {"review": {"every": "999999 mo"}})
    library = Library(
        summaries={"x": entry}, people=context.library.people, decisions=context.library.decisions
    )
    state = context.states
    found = list(review_overdue.check(CheckContext(library, state, date(2026, 11, 21))))
    plain = list(review_overdue.check(context))
    assert [one.message for one in found] == [one.message for one in plain]
