"""Which texts were approved, by whom, and what the present one still lacks. All people here are fictional."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from generator.model.approval import Extent, Lack
from generator.model.change import ChangeClass, Topic
from generator.model.library import Library
from generator.model.policy import EditorialPolicy
from generator.model.reviewers import Reviewers
from generator.model.state import Digests, EditionState, State, edition_state
from tests.model.entries import SUMMARY, library

A, B, C = (f"clinsum-1:{letter * 64}" for letter in "abc")
WORDS, OTHER_WORDS = (f"clinsum-words-1:{letter * 64}" for letter in "12")
PEOPLE: dict[str, Any] = {
    f"{name}_example": {"kind": "person", "name": f"{name.title()} Example"}
    for name in ("ada", "ben", "cleo")
}
DOSE = Extent(frozenset({Topic.DOSE}), ChangeClass.CRITICAL)
TEXT = Extent(frozenset({Topic.TEXT}), ChangeClass.MINOR)


@dataclass
class Record:
    """Decisions about one edition, a second apart, in the order in which they are made."""

    policy: dict[str, Any] = field(default_factory=dict)
    reviewers: list[dict[str, Any]] | None = None
    decisions: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add(
        self, kind: str, by: str, content: str | None = None, words: str = WORDS, day: int = 1, **more: Any
    ) -> str:
        bound = {"audience": "clinician", "digest": content, "words": words}
        bound |= {"change_from": more.pop("change_from")} if "change_from" in more else {}
        covers = {"entry": "question", "editions": [bound] if content else []}
        name = f"d{len(self.decisions):03d}"
        at = f"2026-01-{day:02d}T00:00:{len(self.decisions):02d}Z"
        made = {"kind": "decision", "decision": kind, "by": f"{by}-example", "at": at, "covers": [covers]}
        self.decisions[name] = made | more
        return name

    def state(
        self,
        content: str = A,
        words: str = WORDS,
        extent: Extent = TEXT,
        today: date = date(2026, 6, 1),
        **entry: Any,
    ) -> EditionState:
        made = library(SUMMARY | entry, **PEOPLE, **self.decisions)
        policy = EditorialPolicy.model_validate({"approval": "recorded", **self.policy})
        listed = {"version": "1", "reviewers": self.reviewers}
        reviewers = Reviewers.model_validate(listed) if self.reviewers is not None else None
        made = Library(**{**made.__dict__, "policy": policy, "reviewers": reviewers})
        summary = made.summaries["question"]
        return edition_state(
            made, summary, "clinician", Digests(content, words), today, extents=lambda before, after: extent
        )


def approved(*people: str, content: str = A, role: str = "pharmacy") -> Record:
    record = Record()
    for name in people or ("ada", "ben"):
        record.add("approve", name, content, role=role)
    return record


def test_where_a_dose_changed_one_of_two_is_a_pharmacist() -> None:
    lacking = approved(role="neurology").state(extent=DOSE)
    assert lacking.state is State.UNDER_REVIEW
    assert lacking.lacks == (Lack("role", roles=("pharmacy",)),)
    assert approved(role="neurology").state(extent=TEXT).state is State.APPROVED
    assert approved(role="Pharmacy").state(extent=DOSE).state is State.APPROVED


def test_what_is_lacking_is_counted() -> None:
    record = approved("ada")
    assert record.state().lacks == (Lack("people", 1),)
    assert Record({"people": "3"}).state().lacks == (Lack("people", 3),)


def test_a_requirement_holds_where_its_conditions_do() -> None:
    asked = {"kinds": ["summary"], "audiences": ["clinician"], "classes": ["critical"], "people": "3"}
    for changed, lacks in (({}, 1), ({"kinds": ["drug"]}, 0), ({"audiences": ["patient"]}, 0)):
        record = approved()
        record.policy = {"requirements": [asked | changed]}
        assert len(record.state(extent=DOSE).lacks) == lacks, changed
        assert not record.state(extent=TEXT).lacks


def test_going_back_to_an_older_text_needs_a_new_approval() -> None:
    record = approved(content=A)
    for name in ("ada", "ben"):
        record.add("approve", name, B, role="pharmacy")
    assert record.state(B).state is State.APPROVED
    assert record.state(A).state is State.UNDER_REVIEW
    assert record.state(A).lacks == (Lack("people", 2),)
    for name in ("ada", "ben"):
        record.add("approve", name, A)
    assert record.state(A).state is State.APPROVED
    assert [one.digests.content for one in record.state(A).versions] == [A, B, A]


def test_a_change_that_one_person_read_spends_nothing() -> None:
    record = approved(content=A)
    record.add("approve", "ada", B)
    assert record.state(A).state is State.APPROVED
    assert record.state(B).state is State.UNDER_REVIEW


def test_the_approval_of_a_change_counts_only_from_what_is_approved() -> None:
    record = approved(content=A)
    for name in ("ada", "ben"):
        record.add("approve", name, C, change_from=B)
    assert record.state(C).lacks == (Lack("people", 2),)
    for name in ("ada", "ben"):
        record.add("approve", name, C, change_from=A)
    assert record.state(C).state is State.APPROVED


def test_only_reading_the_whole_moves_the_full_review() -> None:
    record = approved(content=A)
    for name in ("ada", "ben"):
        record.add("approve", name, B, day=20, change_from=A)
    assert record.state(B).full_review == date(2026, 1, 1)
    assert record.state(B).due == date(2027, 1, 1)
    record.add("reaffirm", "cleo", B, day=25)
    assert record.state(B).full_review == date(2026, 1, 25)


def test_other_words_of_the_same_content_want_one_person_who_reaffirms_them() -> None:
    record = approved()
    reworded = record.state(words=OTHER_WORDS)
    assert reworded.state is State.UNDER_REVIEW
    assert reworded.lacks == (Lack("reaffirm"),)
    assert reworded.kept is None
    record.add("reaffirm", "cleo", A, OTHER_WORDS)
    assert record.state(words=OTHER_WORDS).state is State.APPROVED
    assert record.state(words=WORDS).state is State.APPROVED


def test_nobody_approves_what_the_same_person_submitted() -> None:
    record = Record()
    record.add("submit", "ada")
    record.add("approve", "ada", A)
    record.add("approve", "ben", A)
    assert record.state().lacks == (Lack("people", 1),)


def test_who_submits_a_later_text_has_approved_the_earlier_one_all_the_same() -> None:
    record = approved()
    record.add("submit", "ada")
    assert record.state(A).state is State.APPROVED


@pytest.mark.parametrize("interests", [["Fees from the maker."], ["One.", "Two."]])
def test_who_has_an_interest_does_not_count(interests: list[str]) -> None:
    record = approved("ben")
    record.add("approve", "ada", A, interests=interests)
    assert record.state().lacks == (Lack("people", 1),)
    record.add("approve", "cleo", A, interests="none")
    assert record.state().state is State.APPROVED


def test_roles_are_those_of_the_list_of_reviewers() -> None:
    record = approved("ada", "ben", role="pharmacy")
    record.reviewers = [{"person": "ada-example", "roles": ["pharmacy"]}]
    assert record.state().lacks == (Lack("people", 1),), "who is not listed does not count"
    record.reviewers.append({"person": "ben-example", "roles": ["neurology"]})
    assert record.state().lacks == (Lack("people", 1),), "nor who claims a role of somebody else"
    record.reviewers[1]["roles"] = ["neurology", "pharmacy"]
    assert record.state().state is State.APPROVED


def test_an_objection_stands_until_somebody_independent_resolves_it() -> None:
    record = approved()
    objection = record.add("object", "cleo", A)
    assert record.state().lacks == (Lack("objection", decision=objection),)
    record.add("resolve", "ben", resolves=[objection])
    assert record.state().state is State.APPROVED
    objection = record.add("object", "cleo", A)
    record.add("resolve", "ben", resolves=[objection])
    assert record.state(authors=["ben-example"]).state is State.UNDER_REVIEW


def test_an_approval_of_tomorrow_does_not_count_and_a_suspension_does() -> None:
    record = approved("ada")
    record.add("approve", "ben", A, day=20)
    assert record.state(today=date(2026, 1, 19)).state is State.UNDER_REVIEW
    assert record.state(today=date(2026, 1, 20)).state is State.APPROVED
    record.add("suspend", "ben", day=25)
    assert record.state(today=date(2026, 1, 20)).state is State.SUSPENDED


def test_the_last_approved_text_is_kept_unless_it_was_ever_suspended_or_objected_to() -> None:
    record = approved()
    kept = record.state(B).kept
    assert kept is not None
    assert kept.digests == Digests(A, WORDS)
    assert record.state(A).kept is None
    objected = approved()
    objected.add("object", "cleo", A)
    assert objected.state(B).kept is None
    record.add("suspend", "ada")
    record.add("lift", "ada")
    record.add("lift", "ben")
    assert record.state(A).state is State.APPROVED
    assert record.state(B).kept is None


def test_a_rejected_text_is_a_draft_again_and_what_was_given_to_it_is_spent() -> None:
    record = Record()
    record.add("submit", "cleo")
    record.add("approve", "ada", A)
    record.add("reject", "ben")
    assert record.state().state is State.DRAFT
    record.add("submit", "cleo")
    record.add("approve", "ben", A)
    assert record.state().lacks == (Lack("people", 1),)


def test_a_decision_about_one_edition_leaves_the_others() -> None:
    record = approved()
    record.add("withdraw", "ada", A)
    record.decisions["d002"]["covers"][0]["editions"][0]["audience"] = "patient"
    assert record.state().state is State.APPROVED


def test_an_objection_that_names_no_text_is_about_every_text() -> None:
    record = approved()
    objection = record.add("object", "cleo")
    assert record.state(A).lacks == (Lack("objection", decision=objection),)
    assert Lack("objection", decision=objection) in record.state(B).lacks
    assert record.state(B).kept is None
