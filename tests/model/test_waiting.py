"""What an edition waits for, and who could do it. All people here are fictional."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.model.approval import Lack
from generator.model.edition_record import Digests
from generator.model.library import Library
from generator.model.policy import EditorialPolicy
from generator.model.reviewers import Reviewers
from generator.model.state import edition_state
from generator.model.waiting import Waiting, waiting_for
from tests.model.entries import SUMMARY, library

NOW = Digests(f"clinsum-1:{'a' * 64}", f"clinsum-words-1:{'1' * 64}")
OTHER_WORDS = Digests(NOW.content, f"clinsum-words-1:{'2' * 64}")
PEOPLE: dict[str, Any] = {
    "ada_example": {"kind": "person", "name": "Ada Example", "roles": ["clinical", "pharmacy"]},
    "ben_sample": {"kind": "person", "name": "Ben Sample", "roles": ["clinical"]},
    "cleo_made_up": {"kind": "person", "name": "Cleo Made-Up", "roles": ["lay"]},
    "house": {"kind": "organisation", "name": "House of Examples", "roles": ["clinical"]},
}
EVERYBODY = ("ada-example", "ben-sample", "cleo-made-up")


def decision(kind: str, by: str, day: int = 1, *, bound: Digests | None = NOW, **more: Any) -> dict[str, Any]:
    editions = [{"audience": "clinician", "digest": bound.content, "words": bound.words}] if bound else []
    return {
        "kind": "decision",
        "decision": kind,
        "by": by,
        "at": f"2026-01-{day:02d}T00:00:00Z",
        "covers": [{"entry": "question", "editions": editions}],
    } | more


def waits(
    *decisions: dict[str, Any],
    policy: dict[str, Any] | None = None,
    reviewers: dict[str, list[str]] | None = None,
    today: date = date(2026, 6, 1),
    now: Digests = NOW,
    **entry: Any,
) -> tuple[Waiting, ...]:
    """What the edition of clinicians waits for after some decisions."""
    numbered = {f"decision_{index}": one for index, one in enumerate(decisions)}
    made = library(SUMMARY | entry, **PEOPLE, **numbered)
    asked = EditorialPolicy.model_validate({"approval": "recorded", "requirements": ()} | (policy or {}))
    made = Library(**{**made.__dict__, "policy": asked, "reviewers": _listed(reviewers)})
    state = edition_state(made, made.summaries["question"], "clinician", now, today)
    return tuple(waiting_for(made, {("question", "clinician"): state}))


def _listed(roles: dict[str, list[str]] | None) -> Reviewers | None:
    if roles is None:
        return None
    people = [{"person": person, "roles": held} for person, held in roles.items()]
    return Reviewers.model_validate({"version": "1", "reviewers": people})


APPROVED = (decision("approve", "ada-example", 2), decision("approve", "ben-sample", 3))
PHARMACY = {"requirements": [{"one_of_roles": ["pharmacy"]}]}


def test_a_draft_waits_for_those_who_answer_for_it() -> None:
    (one,) = waits(owner="house", deputy="ben-sample", authors=["ada-example", "house"])
    assert one == Waiting("question", "clinician", Lack("submit"), ("house", "ben-sample", "ada-example"))


def test_nobody_who_has_no_file_is_waited_for() -> None:
    (one,) = waits(owner="gone-away", authors=["nobody-known"])
    assert one.people == ()


def test_what_is_submitted_waits_for_everybody_but_its_authors() -> None:
    (one,) = waits(decision("submit", "house", bound=None), authors=["ben-sample"])
    assert one.lack == Lack("people", 2)
    assert one.people == ("ada-example", "cleo-made-up")


def test_an_organisation_is_never_waited_for_as_a_reviewer() -> None:
    (one,) = waits(decision("submit", "ada-example", bound=None), reviewers={"house": ["clinical"]})
    assert one.people == ()


def test_who_has_approved_is_not_asked_again() -> None:
    (one,) = waits(decision("approve", "ada-example"))
    assert one.lack == Lack("people", 1)
    assert one.people == ("ben-sample", "cleo-made-up")


def test_a_role_is_waited_for_from_those_who_have_it() -> None:
    both = (decision("approve", "ben-sample"), decision("approve", "cleo-made-up"))
    (one,) = waits(*both, policy=PHARMACY)
    assert one.lack == Lack("role", roles=("pharmacy",))
    assert one.people == ("ada-example",)


def test_people_and_role_are_two_things() -> None:
    first, second = waits(decision("approve", "ben-sample"), policy=PHARMACY)
    assert (first.lack.kind, second.lack.kind) == ("people", "role")
    assert first.people == ("ada-example", "cleo-made-up")
    assert second.people == ("ada-example",)


def test_the_list_of_reviewers_stands_over_what_people_say_of_themselves() -> None:
    listed = {"cleo-made-up": ["pharmacy"], "ben-sample": []}
    (people, role) = waits(decision("submit", "house", bound=None), policy=PHARMACY, reviewers=listed)
    assert people.people == ("cleo-made-up",)
    assert role.people == ("cleo-made-up",)


def test_a_role_that_nobody_has_waits_for_nobody() -> None:
    asked = {"requirements": [{"one_of_roles": ["radiology"]}]}
    both = (decision("approve", "ada-example"), decision("approve", "ben-sample"))
    (one,) = waits(*both, policy=asked)
    assert one.people == ()


def test_an_objection_waits_for_those_who_answer_for_the_text() -> None:
    objection = decision("object", "cleo-made-up", 4, reason="The dose is not the one of the study.")
    (one,) = waits(*APPROVED, objection, owner="house", authors=["ada-example"])[:1]
    assert one.lack == Lack("objection", decision="decision-2")
    assert one.people == ("house", "ada-example")


def test_other_words_wait_for_anybody_who_is_no_author() -> None:
    (one,) = waits(*APPROVED, now=OTHER_WORDS)
    assert one.lack == Lack("reaffirm")
    assert one.people == EVERYBODY


def test_what_is_approved_waits_for_nothing() -> None:
    assert waits(*APPROVED) == ()


def test_an_overdue_review_is_waited_for() -> None:
    (one,) = waits(*APPROVED, today=date(2027, 1, 4))
    assert one.lack == Lack("review")
    assert one.people == EVERYBODY


@pytest.mark.parametrize(
    ("roles", "people"), [([], EVERYBODY), (["pharmacy"], ("ada-example",)), (["radiology"], ())]
)
def test_a_suspension_waits_for_those_who_may_lift_it(roles: list[str], people: tuple[str, ...]) -> None:
    # Who may suspend is judged by the role in the record, since this site has no list of reviewers.
    stop = decision("suspend", "ada-example", 5, bound=None, role=" ".join(roles) or "clinical")
    (one,) = waits(*APPROVED, stop, policy={"suspend_roles": roles})
    assert one.lack.kind == "lift"
    assert one.people == people


@pytest.mark.parametrize("kind", ["withdraw", "supersede"])
def test_what_is_gone_waits_for_nothing(kind: str) -> None:
    assert waits(*APPROVED, decision(kind, "ada-example", 5, bound=None)) == ()


def test_what_was_rejected_waits_to_be_submitted_again() -> None:
    (one,) = waits(
        decision("submit", "house", 1, bound=None),
        decision("reject", "ada-example", 2, bound=None),
        owner="house",
    )
    assert one.lack == Lack("submit")
    assert one.people == ("house",)


def test_editions_of_entries_that_are_gone_are_left_out_and_the_order_is_that_of_ids() -> None:
    made = library(SUMMARY, **PEOPLE)
    entry = made.summaries["question"]
    state = edition_state(made, entry, "clinician", NOW, date(2026, 6, 1))
    found = waiting_for(
        made, {("question", "patient"): state, ("gone", "clinician"): state, ("question", "clinician"): state}
    )
    assert [(one.entry, one.audience) for one in found] == [
        ("question", "clinician"),
        ("question", "patient"),
    ]


def test_who_submitted_the_text_is_not_waited_for_to_approve_it() -> None:
    found = waits(decision("submit", "ben-sample", bound=None))
    assert found == (Waiting("question", "clinician", Lack("people", 2), ("ada-example", "cleo-made-up")),)
