"""Whatever decisions are made, and in whichever order: what approves a text. All people here are fictional."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.model.approval import Extent
from generator.model.change import ChangeClass, Topic
from generator.model.entries.decision import Decision
from generator.model.library import Library
from generator.model.policy import EditorialPolicy
from generator.model.state import NOTICES, Digests, EditionState, State, edition_state
from tests.model.entries import SUMMARY, library

CONTENTS = tuple(f"clinsum-1:{letter * 64}" for letter in "abc")
WORDS = tuple(f"clinsum-words-1:{digit * 64}" for digit in "12")
TEXTS = (*CONTENTS[:1] * 4, *CONTENTS)
"""Mostly the present one, so that something is approved at times."""
WORDS_READ = (*WORDS[:1] * 3, *WORDS)
NOW = Digests(CONTENTS[0], WORDS[0])
PEOPLE: dict[str, Any] = {
    f"{name}_example": {"kind": "person", "name": f"{name.title()} Example"}
    for name in ("ada", "ben", "cleo", "dan")
} | {"house": {"kind": "organisation", "name": "House of Examples"}}
AUTHOR = "dan-example"
KINDS = ("approve",) * 30 + (
    "submit", "start-review", "reaffirm", "object", "resolve", "reject", "suspend", "lift", "withdraw",
)  # fmt: skip
BASE = library(SUMMARY | {"authors": [AUTHOR]}, **PEOPLE)
POLICY = EditorialPolicy.model_validate({"approval": "recorded"})


@st.composite
def decisions(draw: st.DrawFn) -> list[Decision]:
    """Decisions of few people about few texts, several in the same second."""
    made = [_decision(draw, number) for number in range(draw(st.integers(1, 12)))]
    return [*_APPROVED, *made] if draw(st.booleans()) else made


def _decision(draw: st.DrawFn, number: int) -> Decision:
    pick = st.sampled_from
    bound = {"audience": "clinician", "digest": draw(pick(TEXTS)), "words": draw(pick(WORDS_READ))}
    if (start := draw(pick((None, None, None, *CONTENTS)))) is not None:
        bound["change_from"] = start
    kind = draw(pick(KINDS))
    names_text = kind in {"approve", "reaffirm"} or draw(st.booleans())
    made = {
        "kind": "decision",
        "decision": kind,
        "by": draw(pick([name.replace("_", "-") for name in PEOPLE])),
        "role": draw(pick(["clinical", "pharmacy", "Pharmacy"])),
        "at": f"2026-01-01T00:00:{draw(st.integers(0, 6)):02d}Z",
        "covers": [{"entry": "question", "editions": [bound] * draw(pick([1, 1, 2])) if names_text else []}],
        "resolves": [f"d{other:02d}" for other in draw(st.lists(st.integers(0, 11), max_size=2))],
        "recused": draw(pick(["no", "no", "no", "yes"])),
    }
    return Decision.model_validate(made | {"id": f"d{number:02d}"})


_APPROVED = tuple(
    Decision.model_validate(
        {
            "id": f"approved-{name}",
            "kind": "decision",
            "decision": "approve",
            "by": f"{name}-example",
            "role": "pharmacy",
            "at": "2026-01-01T00:00:00Z",
            "covers": [
                {
                    "entry": "question",
                    "editions": [{"audience": "clinician", "digest": NOW.content, "words": NOW.words}],
                }
            ],
        }
    )
    for name in ("ada", "ben")
)
"""Half of the records start with an approval of the present text."""


def state(record: Iterable[Decision]) -> EditionState:
    made = Library(
        **{**BASE.__dict__, "policy": POLICY, "decisions": {one.id: one for one in record}},
    )
    summary = made.summaries["question"]
    return edition_state(made, summary, "clinician", NOW, date(2026, 6, 1), extents=_extent)


def _extent(before: str | None, after: str) -> Extent:
    topics = {Topic.DOSE, Topic.TEXT} if before is None or CONTENTS[2] in {before, after} else {Topic.TEXT}
    return Extent(frozenset(topics), ChangeClass.MAJOR)


def _about(record: Iterable[Decision], kinds: set[str], content: str) -> list[Decision]:
    return [
        one
        for one in record
        if one.decision in kinds and any(bound.digest == content for bound in one.covers[0].editions)
    ]


@given(record=decisions())
def test_what_is_approved_was_approved_by_two_others_than_its_authors(record: list[Decision]) -> None:
    found = state(record)
    if not found.is_approved:
        return
    assert not found.lacks
    assert found.full_review is not None
    people = {one.by for one in found.approvals if one.decision == "approve" and not one.recused}
    assert len(people - {AUTHOR, "house"}) >= 2
    approved = _about(record, {"approve"}, NOW.content)
    assert people <= {one.by for one in approved}
    assert len(set(found.approvals)) == len(found.approvals)
    last = found.versions[-1]
    assert last.digests.content == NOW.content
    first = next(one for one in found.versions if one.digests.content == NOW.content)
    if first is found.versions[0]:
        assert "pharmacy" in {(one.role or "").casefold() for one in found.approvals}


@given(record=decisions(), order=st.randoms(use_true_random=False))
def test_the_order_of_files_does_not_count(record: list[Decision], order: random.Random) -> None:
    shuffled = list(record)
    order.shuffle(shuffled)
    assert state(shuffled) == state(record)


@given(record=decisions(), kind=st.sampled_from(["suspend", "object", "withdraw", "supersede"]))
def test_what_stops_a_text_never_sets_it_free(record: list[Decision], kind: str) -> None:
    stop = Decision.model_validate(
        {
            "id": "stop",
            "kind": "decision",
            "decision": kind,
            "by": "ada-example",
            "at": "2026-01-01T00:01:00Z",
            "covers": [{"entry": "question"}],
        }
    )
    assert not state([*record, stop]).is_approved
    earlier = stop.model_copy(update={"at": datetime(2025, 12, 31, tzinfo=UTC)})
    assert state(record).is_approved or not state([*record, earlier]).is_approved


@given(record=decisions())
def test_without_one_of_the_approvals_no_more_is_approved(record: list[Decision]) -> None:
    """As long as no other text was approved between: without that the older approval would still stand."""
    only = [
        one
        for one in record
        if not (one.decision == "approve" and one.covers[0].editions[0].digest != NOW.content)
    ]
    before = state(only)
    for gone in _about(only, {"approve"}, NOW.content):
        after = state(one for one in only if one is not gone)
        assert before.is_approved or before.state in NOTICES or not after.is_approved


@given(record=decisions())
def test_withdrawn_stays_withdrawn(record: list[Decision]) -> None:
    if any(one.decision == "withdraw" and state([one]).state is State.WITHDRAWN for one in record):
        assert state(record).state is State.WITHDRAWN
