"""State is computed from decisions bound to digests: nobody can type it. All people here are fictional."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from generator.diagnostics import Gate
from generator.model.approval import Lack
from generator.model.library import Library
from generator.model.policy import EditorialPolicy
from generator.model.state import Digests, EditionState, State, add_months, edition_state, review_due
from tests.model.entries import SUMMARY, library

NOW = Digests("clinsum-1:aa", "clinsum-words-1:bb")
EARLIER = Digests("clinsum-1:00", "clinsum-words-1:bb")
DAY = date(2026, 6, 1)
PEOPLE: dict[str, Any] = {
    "ada_example": {"kind": "person", "name": "Ada Example"},
    "ben_sample": {"kind": "person", "name": "Ben Sample"},
    "house": {"kind": "organisation", "name": "House of Examples"},
}


def decision(
    kind: str, by: str, at: str = "2026-01-01T00:00:00Z", digests: Digests | None = NOW, **more: Any
) -> dict[str, Any]:
    editions = (
        [{"audience": "clinician", "digest": digests.content, "words": digests.words}] if digests else []
    )
    return {
        "kind": "decision",
        "decision": kind,
        "by": by,
        "at": at,
        "covers": [{"entry": "question", "editions": editions}],
    } | more


def state(
    *decisions: dict[str, Any], today: date = DAY, approval: str = "recorded", **more: Any
) -> EditionState:
    numbered = {f"decision_{index}": one for index, one in enumerate(decisions)}
    made = library(SUMMARY | more, **PEOPLE, **numbered)
    policy = EditorialPolicy.model_validate({"approval": approval, "requirements": ()})
    made = Library(**{**made.__dict__, "policy": policy})
    return edition_state(made, made.summaries["question"], "clinician", NOW, today)


def test_without_decisions_an_entry_is_a_draft() -> None:
    assert state().state is State.DRAFT
    assert state().gate is Gate.DRAFT


def test_an_organisation_may_submit() -> None:
    assert state(decision("submit", "house", digests=None)).state is State.SUBMITTED


def test_an_interval_beyond_the_calendar_is_no_review_at_all_and_no_crash() -> None:
    policy = EditorialPolicy.model_validate({"review_every": "999999 mo"})
    made = library(SUMMARY | {"review": {"every": "9999999 wk"}}, **PEOPLE)
    approved = datetime(2026, 1, 1, tzinfo=UTC)
    assert review_due(approved.date(), made.summaries["question"], policy) == date.max


def test_two_people_approve_exactly_this_text() -> None:
    approved = state(decision("approve", "ada-example"), decision("approve", "ben-sample"))
    assert approved.state is State.APPROVED
    assert approved.gate is Gate.PUBLISH
    assert approved.due == date(2027, 1, 1)


@pytest.mark.parametrize(
    "decisions",
    [
        [decision("approve", "ada-example")],
        [decision("approve", "ada-example"), decision("approve", "ada-example")],
        [decision("approve", "ada-example"), decision("approve", "house")],
        [decision("approve", "ada-example"), decision("approve", "ben-sample", digests=EARLIER)],
        [decision("approve", "ada-example"), decision("approve", "ben-sample", recused="yes")],
        [decision("approve", "ada-example"), decision("approve", "nobody-known")],
        [
            decision("approve", "ada-example"),
            decision("approve", "ben-sample"),
            decision("object", "ben-sample"),
        ],
    ],
    ids=["one person", "one twice", "an organisation", "another text", "recused", "unknown", "objection"],
)
def test_what_is_no_approval_by_two_people_of_this_text(decisions: list[dict[str, Any]]) -> None:
    assert state(*decisions).state is State.UNDER_REVIEW


def test_an_author_does_not_approve_the_own_entry() -> None:
    both = (decision("approve", "ada-example"), decision("approve", "ben-sample"))
    assert state(*both, authors=["ada-example"]).state is State.UNDER_REVIEW


def test_the_default_policy_counts_no_unsigned_record() -> None:
    both = (decision("approve", "ada-example"), decision("approve", "ben-sample"))
    assert state(*both, approval="signed").state is State.UNDER_REVIEW


def test_an_edit_turns_approved_into_under_review() -> None:
    both = (decision("approve", name, digests=EARLIER) for name in ("ada-example", "ben-sample"))
    edited = state(*both)
    assert edited.state is State.UNDER_REVIEW
    assert edited.decided is None, "what was decided about the earlier text is not said of this one"
    assert [version.digests for version in edited.versions] == [EARLIER]
    assert edited.kept is edited.versions[-1]


def test_an_approval_falls_due() -> None:
    both = (decision("approve", "ada-example"), decision("approve", "ben-sample"))
    assert state(*both, today=date(2027, 1, 1)).state is State.APPROVED
    assert state(*both, today=date(2027, 1, 2)).state is State.REVIEW_OVERDUE
    assert state(*both, today=date(2026, 8, 1), review={"every": "6 mo"}).state is State.REVIEW_OVERDUE


def test_one_suspends_and_two_lift() -> None:
    both = [decision("approve", "ada-example"), decision("approve", "ben-sample")]
    stop = decision("suspend", "ada-example", "2026-02-01T00:00:00Z", None)
    lifts = [decision("lift", name, "2026-03-01T00:00:00Z", None) for name in ("ada-example", "ben-sample")]
    assert state(*both, stop).state is State.SUSPENDED
    assert state(*both, stop, lifts[0]).state is State.SUSPENDED
    assert state(*both, stop).lacks == (Lack("lift", 2),)
    assert state(*both, stop, lifts[0]).lacks == (Lack("lift", 1),)
    assert state(*both, stop, lifts[0]).lifted_by == ("ada-example",)
    assert state(*both, stop, *lifts).state is State.APPROVED


def test_a_withdrawn_edition_is_a_notice() -> None:
    withdrawn = state(decision("withdraw", "ada-example", digests=None))
    assert withdrawn.state is State.WITHDRAWN
    assert withdrawn.is_notice


def test_months_end_on_their_last_day() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2026, 12, 15), 12) == date(2027, 12, 15)
