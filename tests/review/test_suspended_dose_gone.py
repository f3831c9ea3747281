"""A dose that was suspended and is not in the entry any more. All people here are fictional."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from generator.model.library import Library
from generator.model.policy import EditorialPolicy
from generator.review.record.record_check import check_record
from generator.review.record.record_rules import DOES_NOT_FIT
from generator.sources.closures import Closures
from tests.model.entries import SUMMARY, library

PEOPLE: dict[str, Any] = {
    f"{name}_example": {"kind": "person", "name": f"{name.title()} Example"} for name in ("ada", "ben")
}


def faults(*decisions: tuple[str, str]) -> list[str]:
    """What is found about the fields of decisions about a dose that the entry does not have."""
    made = {
        f"d{index}": {
            "kind": "decision",
            "decision": kind,
            "by": f"{by}-example",
            "at": f"2026-01-01T00:00:{index:02d}Z",
            "reason": "It is doubted.",
            "covers": [{"entry": "question", "doses": ["renamed"]}],
        }
        for index, (kind, by) in enumerate(decisions)
    }
    one = library(SUMMARY, **PEOPLE, **made)
    one = Library(**{**one.__dict__, "policy": EditorialPolicy.model_validate({"approval": "recorded"})})
    found = check_record(one, Closures(Path("nowhere")), {}, date(2026, 6, 1), {})
    return [finding.message for finding in found if finding.rule == DOES_NOT_FIT]


def test_a_suspended_dose_that_was_renamed_is_found() -> None:
    assert faults(("suspend", "ada")) == ["“question” has no dose “renamed”: nothing is suspended"]
    assert len(faults(("suspend", "ada"), ("lift", "ada"))) == 1


def test_after_the_suspension_was_lifted_the_dose_may_go() -> None:
    assert faults(("suspend", "ada"), ("lift", "ada"), ("lift", "ben")) == []
