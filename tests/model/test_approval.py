"""Which texts were approved, by whom, and what the present one still lacks. All people here are fictional."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
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


def test_an_objection_of_tomorrow_stands_today() -> None:
    record = approved()
    objection = record.add("object", "cleo", A, day=20)
    record.add("resolve", "cleo", day=20, resolves=[objection])
    assert record.state(today=date(2026, 1, 19)).lacks == (Lack("objection", decision=objection),)
    assert record.state(today=date(2026, 1, 20)).state is State.APPROVED


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


@pytest.mark.parametrize("earlier", [False, True], ids=["first approval", "after another text"])
def test_a_text_that_lacked_only_the_answer_to_an_objection_is_approved_when_it_comes(earlier: bool) -> None:
    record = approved(content=A) if earlier else Record()
    record.add("approve", "ada", B)
    objection = record.add("object", "cleo", B)
    record.add("approve", "ben", B)
    assert record.state(B).lacks == (Lack("objection", decision=objection),)
    answer = record.add("resolve", "cleo", day=3, resolves=[objection])
    found = record.state(B)
    assert found.state is State.APPROVED
    assert found.versions[-1].at == date_time(record, answer)
    assert found.full_review == date(2026, 1, 1), "nobody read it again"


def date_time(record: Record, decision: str) -> datetime:
    return datetime.strptime(record.decisions[decision]["at"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def test_who_submitted_a_text_does_not_sweep_an_objection_to_it_away() -> None:
    record = Record()
    record.add("submit", "ben")
    objection = record.add("object", "cleo", A)
    record.add("resolve", "ben", resolves=[objection])
    record.add("approve", "ada", A)
    assert Lack("objection", decision=objection) in record.state().lacks


def test_who_approves_and_then_submits_the_text_does_not_count_either() -> None:
    record = approved("ada")
    record.add("submit", "ada")
    record.add("approve", "ben", A)
    assert record.state().lacks == (Lack("people", 1),)


def test_who_read_only_the_change_from_a_text_to_itself_has_read_nothing() -> None:
    record = Record()
    for name in ("ada", "ben"):
        record.add("approve", name, A, change_from=A)
    assert record.state().lacks == (Lack("people", 2),)


def test_what_was_never_approved_cannot_be_reaffirmed() -> None:
    record = Record()
    for name in ("ada", "ben"):
        record.add("reaffirm", name, A)
    assert record.state().lacks == (Lack("people", 2),)


def test_a_text_that_was_once_suspended_is_not_kept_though_it_was_approved_again() -> None:
    record = approved(content=A)
    record.add("suspend", "ada", day=2)
    for name in ("ada", "ben"):
        record.add("lift", name, day=2)
    for content in (B, A):
        for name in ("ada", "ben"):
            record.add("approve", name, content, day=3)
    assert record.state(C).kept is None
    for name in ("ada", "ben"):
        record.add("approve", name, B, day=4)
    assert record.state(C).kept is not None, "the other one was never suspended"


def test_a_suspended_text_that_is_approved_only_later_is_not_kept_either() -> None:
    record = approved("ada", content=A)
    record.add("suspend", "ada", A)
    record.add("approve", "ben", A)
    for name in ("ada", "ben"):
        record.add("lift", name)
    assert record.state(B).kept is None


def test_an_objection_that_covers_the_entry_twice_is_about_both_texts() -> None:
    record = approved(content=A)
    objection = record.add("object", "cleo", A)
    covers = record.decisions[objection]["covers"]
    covers.append({"entry": "question", "editions": [covers[0]["editions"][0] | {"digest": B}]})
    assert record.state(A).lacks == (Lack("objection", decision=objection),)
    assert Lack("objection", decision=objection) in record.state(B).lacks


def test_an_approval_that_names_the_edition_twice_is_shown_and_counted_once() -> None:
    record = Record()
    for name in ("ada", "ben"):
        covers = record.decisions[record.add("approve", name, A)]["covers"]
        covers[0]["editions"] *= 2
        covers *= 2
    assert [one.by for one in record.state().approvals] == ["ada-example", "ben-example"]
    del record.decisions["d001"]
    assert record.state().lacks == (Lack("people", 1),)
