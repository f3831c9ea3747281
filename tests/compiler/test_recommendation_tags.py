"""The tags that assert a review of the evidence come from recorded reviews alone. People and texts are fictional."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.compiler.context import SiteContext
from generator.compiler.recommendation_tags import CRITERION, evidence_reviews
from generator.model.approval import ApprovedVersion, Extent
from generator.model.edition_record import Digests
from generator.model.entries.decision import Decision
from tests.compiler.compiled import DAY
from tests.compiler.english import english

_CONTEXT = SiteContext(today=DAY, words=english())


def _approval(year: int, content: str, *criteria: str, change_from: str = "", hour: int = 10) -> Decision:
    bound = {"audience": "clinician", "digest": content, "words": "clinsum-words-1:w"}
    bound |= {"change_from": change_from} if change_from else {}
    return Decision.model_validate(
        {
            "kind": "decision",
            "decision": "approve",
            "by": "ada-example",
            "at": f"{year}-03-10T{hour}:00:00Z",
            "covers": [{"entry": "question", "editions": [bound]}],
            "criteria": list(criteria),
        }
    )


def _version(content: str, *approvals: Decision, later: tuple[Decision, ...] = ()) -> ApprovedVersion:
    at = approvals[-1].at
    digests = Digests(content, "clinsum-words-1:w")
    return ApprovedVersion(digests, (*approvals, *later), at, at.date(), Extent())


def _content(**wordings: str) -> Mapping[str, Any]:
    return {
        "content": {"recommendations": [{"id": name, "wording": text} for name, text in wordings.items()]}
    }


_CONTENTS = {
    "v1": _content(first="Give examplin.", second="Wait."),
    "v2": _content(first="Give examplin early.", second="Wait."),
    "v3": _content(first="Give examplin early.", second="Wait.", third="Look again."),
}


def _tags(*versions: ApprovedVersion, contents: Mapping[str, Any] | None = None) -> dict[str, str]:
    known = _CONTENTS if contents is None else contents
    found = evidence_reviews("question", "clinician", versions, known)
    tags = {name: review.tag(_CONTEXT) for name, review in found.items()}
    return {name: tag.text for name, tag in tags.items() if tag is not None}


def test_without_a_recorded_review_of_the_evidence_nothing_is_asserted() -> None:
    approved = _version("v1", _approval(2024, "v1", "dose-checked"), _approval(2024, "v1"))
    assert _tags(approved, _version("v2", _approval(2026, "v2", "references-read"))) == {}


def test_what_is_there_at_the_first_review_is_new() -> None:
    reviewed = _version("v1", _approval(2024, "v1", CRITERION), _approval(2024, "v1", hour=11))
    assert _tags(reviewed) == {"first": "[new 2024]", "second": "[new 2024]"}


def test_at_the_next_review_what_changed_is_new_and_the_rest_carries_the_year() -> None:
    first = _version("v1", _approval(2024, "v1", CRITERION))
    assert _tags(first, _version("v2", _approval(2026, "v2", CRITERION))) == {
        "first": "[new 2026]",
        "second": "[2026]",
    }


def test_a_change_without_a_review_of_the_evidence_is_an_amendment() -> None:
    first = _version("v1", _approval(2024, "v1", CRITERION))
    assert _tags(first, _version("v2", _approval(2026, "v2", "dose-checked"))) == {
        "first": "[2024, amended 2026]",
        "second": "[new 2024]",
    }


def test_a_later_review_of_an_amended_recommendation_ends_the_amendment() -> None:
    first = _version("v1", _approval(2024, "v1", CRITERION))
    amended = _version("v2", _approval(2025, "v2"), later=(_approval(2026, "v2", CRITERION),))
    assert _tags(first, amended) == {"first": "[2026]", "second": "[2026]"}


def test_a_third_approval_in_the_year_of_the_review_changes_nothing() -> None:
    first = _version(
        "v1", _approval(2024, "v1", CRITERION), later=(_approval(2024, "v1", CRITERION, hour=12),)
    )
    assert _tags(first) == {"first": "[new 2024]", "second": "[new 2024]"}


def test_what_was_added_without_a_review_has_no_tag() -> None:
    second = _version("v2", _approval(2025, "v2", CRITERION))
    third = _version("v3", _approval(2026, "v3"))
    assert "third" not in _tags(_version("v1", _approval(2024, "v1")), second, third)


def test_who_read_only_the_change_reviewed_the_evidence_of_what_changed_alone() -> None:
    first = _version("v1", _approval(2024, "v1", CRITERION))
    second = _version("v2", _approval(2026, "v2", CRITERION, change_from="v1"))
    assert _tags(first, second) == {"first": "[new 2026]", "second": "[new 2024]"}


def test_without_the_content_of_a_version_nobody_can_tell_what_changed() -> None:
    versions = (
        _version("v1", _approval(2024, "v1", CRITERION)),
        _version("v2", _approval(2026, "v2", CRITERION)),
    )
    assert _tags(*versions, contents={"v2": _CONTENTS["v2"]}) == {}


def test_the_same_content_in_other_words_is_no_change() -> None:
    first = _version("v1", _approval(2024, "v1", CRITERION))
    assert _tags(first, _version("v1", _approval(2026, "v1"))) == {
        "first": "[new 2024]",
        "second": "[new 2024]",
    }
