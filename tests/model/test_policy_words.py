"""What an editorial policy can ask for: every topic and every class that a change can have, in the same words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from generator.model.approval import Extent, Lack
from generator.model.change import ChangeClass, Topic
from generator.model.library import Library
from generator.model.policy import ChangeTopic, EditorialPolicy, GravityOfChange, Requirement
from generator.model.state import Digests, EditionState, edition_state
from tests.model.entries import SUMMARY, library

NOW = Digests(f"clinsum-1:{'a' * 64}", f"clinsum-words-1:{'b' * 64}")
PEOPLE: dict[str, Any] = {"ada_example": {"kind": "person", "name": "Ada Example"}}
APPROVAL: dict[str, Any] = {
    "kind": "decision",
    "decision": "approve",
    "by": "ada-example",
    "role": "neurology",
    "at": datetime(2026, 1, 1, tzinfo=UTC),
    "covers": [
        {
            "entry": "question",
            "editions": [{"audience": "clinician", "digest": NOW.content, "words": NOW.words}],
        }
    ],
}
REAL_CLASSES = [one for one in ChangeClass if one is not ChangeClass.NONE]


def _approved_once(requirement: dict[str, Any], extent: Extent) -> EditionState:
    """How the text stands that one neurologist approved, where the policy has one requirement."""
    made = library(SUMMARY, approval=APPROVAL, **PEOPLE)
    policy = EditorialPolicy.model_validate(
        {"approval": "recorded", "people": "1", "requirements": [requirement]}
    )
    made = Library(**{**made.__dict__, "policy": policy})
    return edition_state(
        made,
        made.summaries["question"],
        "clinician",
        NOW,
        date(2026, 6, 1),
        extents=lambda before, after: extent,
    )


def test_topics_are_those_of_a_change() -> None:
    assert get_args(ChangeTopic) == tuple(topic.value for topic in Topic)


def test_classes_are_those_of_a_change_that_is_one() -> None:
    assert get_args(GravityOfChange) == tuple(level.value for level in REAL_CLASSES)


@pytest.mark.parametrize("topic", Topic)
def test_every_topic_can_be_asked_for(topic: Topic) -> None:
    asked = {"topics": [topic.value], "one_of_roles": ["pharmacy"]}
    lacking = _approved_once(asked, Extent(frozenset({topic}), ChangeClass.MINOR))
    assert lacking.lacks == (Lack("role", roles=("pharmacy",)),)
    others = _approved_once(asked, Extent(frozenset(Topic) - {topic}, ChangeClass.CRITICAL))
    assert not others.lacks


@pytest.mark.parametrize("level", REAL_CLASSES)
def test_every_class_can_be_asked_for(level: ChangeClass) -> None:
    asked = {"classes": [level.value], "people": "2"}
    assert _approved_once(asked, Extent(frozenset({Topic.TEXT}), level)).lacks == (Lack("people", 1),)
    for other in set(ChangeClass) - {level}:
        assert not _approved_once(asked, Extent(frozenset({Topic.TEXT}), other)).lacks


@pytest.mark.parametrize("asked", [{"topics": ["doses"]}, {"classes": ["none"]}, {"classes": ["grave"]}])
def test_a_word_that_no_change_has_is_refused(asked: dict[str, Any]) -> None:
    """It would hold nowhere, and so an approval would need less than the policy seems to say."""
    with pytest.raises(ValidationError):
        Requirement.model_validate(asked)


def test_what_the_default_policy_asks_for() -> None:
    asked = {(one.topics, one.audiences, one.one_of_roles) for one in EditorialPolicy().requirements}
    assert asked == {
        (("dose",), (), ("pharmacy",)),
        ((), ("patient",), ("lay", "health-literacy")),
    }
