"""One person suspends an entry, a dose, or a drug everywhere; two lift it. All people here are fictional."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.edition_record import records_by_entry
from generator.model.library import Library
from generator.model.permission import Permission
from generator.model.policy import EditorialPolicy
from generator.model.suspension import Suspensions, suspensions
from tests.model.entries import SUMMARY, library

DOSES = {
    name: {"drug": drug, "purpose": "recommended", "route": "oral", "amount": "40 mg", "every": "1 d"}
    for name, drug in (("first", "examplin"), ("second", "samplin"))
}
PEOPLE: dict[str, Any] = {
    f"{name}_example": {"kind": "person", "name": f"{name.title()} Example"} for name in ("ada", "ben")
}
PEOPLE["house"] = {"kind": "organisation", "name": "House of Examples"}


def found(
    *decisions: tuple[str, str, dict[str, Any]],
    verified: bool = True,
    interests: dict[str, list[str]] | None = None,
    **policy: Any,
) -> Suspensions:
    made = {
        f"d{index}": {
            "kind": "decision",
            "decision": kind,
            "by": by,
            "at": f"2026-01-01T00:00:{index:02d}Z",
            "role": "pharmacy",
            "interests": (interests or {}).get(by, "none"),
            "covers": [{"entry": "question", **covered}],
        }
        for index, (kind, by, covered) in enumerate(decisions)
    }
    one = library(SUMMARY | {"doses": DOSES}, **PEOPLE, **made)
    one = Library(**{**one.__dict__, "policy": EditorialPolicy.model_validate(policy)})
    permission = Permission(one, frozenset(made) if verified else frozenset())
    return suspensions(one, records_by_entry(one.decisions.values()), permission)


FIRST = {"doses": ["first"]}
EVERYWHERE = {"entry": "examplin", "everywhere": "yes"}


def test_one_person_suspends_a_dose_and_two_lift_it() -> None:
    stop = ("suspend", "ada-example", FIRST)
    lifts = [("lift", name, FIRST) for name in ("ada-example", "ben-example")]
    assert list(found(stop).doses) == ["question#first"]
    assert list(found(stop, lifts[0]).doses) == ["question#first"]
    assert list(found(stop, lifts[0], lifts[0]).doses) == ["question#first"]
    assert not found(stop, *lifts).doses
    assert list(found(stop, *lifts, stop).doses) == ["question#first"], "and it can be suspended again"


def test_who_has_an_interest_lifts_nothing() -> None:
    stop = ("suspend", "ada-example", FIRST)
    lifts = [("lift", name, FIRST) for name in ("ada-example", "ben-example")]
    assert not found(stop, *lifts).doses
    assert found(stop, *lifts, interests={"ben-example": ["Fees from the maker."]}).doses


def test_a_drug_is_suspended_wherever_it_is_dosed() -> None:
    suspended = found(("suspend", "ada-example", EVERYWHERE))
    assert list(suspended.drugs) == ["examplin"]
    assert list(suspended.doses) == ["question#first"]


def test_lifting_one_dose_lifts_nothing_else() -> None:
    stop = ("suspend", "ada-example", {"doses": ["first", "second"]})
    lifts = [("lift", name, FIRST) for name in ("ada-example", "ben-example")]
    assert list(found(stop, *lifts).doses) == ["question#second"]


def test_who_reads_one_edition_lifts_no_dose_of_the_others() -> None:
    bound = {"audience": "patient", "digest": f"clinsum-1:{'a' * 64}", "words": f"clinsum-words-1:{'1' * 64}"}
    lifts = [("lift", name, FIRST | {"editions": [bound]}) for name in ("ada-example", "ben-example")]
    assert list(found(("suspend", "ada-example", FIRST), *lifts).doses) == ["question#first"]


@pytest.mark.parametrize(
    ("by", "policy", "is_suspended"),
    [
        ("ada-example", {}, True),
        ("house", {}, False),
        ("nobody-known", {}, False),
        ("ada-example", {"suspend_roles": ["pharmacy"]}, True),
        ("ada-example", {"suspend_roles": ["neurology"]}, False),
    ],
)
def test_who_may_suspend(by: str, policy: dict[str, Any], is_suspended: bool) -> None:
    assert bool(found(("suspend", by, FIRST), **policy).doses) is is_suspended


def test_unsigned_a_suspension_holds_and_lifting_does_not() -> None:
    lifts = [("lift", name, FIRST) for name in ("ada-example", "ben-example")]
    assert found(("suspend", "ada-example", FIRST), verified=False).doses
    assert found(("suspend", "ada-example", FIRST), *lifts, verified=False).doses
    assert not found(("suspend", "ada-example", FIRST), *lifts, verified=False, approval="recorded").doses
