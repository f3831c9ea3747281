"""Waivers on whole libraries: what they cover, what they cannot, and that no waiver makes a rule raise."""

from __future__ import annotations

import importlib
import inspect
import re
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.registry import Check, all_checks
from generator.checks.waivable import NEED_HISTORY, NEED_RETRACTIONS
from generator.diagnostics import Finding, Severity
from generator.model.library import Library
from generator.model.outside_facts import Retractions
from generator.model.policy import EditorialPolicy
from generator.model.vocabulary import Vocabulary
from generator.model.waiver import Waiver
from generator.sources.load import load_library
from tests.checks.checked import checked
from tests.checks.rule_fixture import Project

_SUMMARY = """\
kind: summary
question: Does azathioprine help?
condition: plexopathy
audiences: [clinician]
harms:
  - {id: first, wording: First harm at 50 mg.}
  - {id: second, wording: Second harm at 60 mg.}
doses:
  usual: {drug: azathioprine, purpose: recommended, amount: 2 mg/kg, maximum: not-stated}
  other: {drug: azathioprine, purpose: recommended, amount: 3 mg/kg, maximum: not-stated}
"""
_WAIVER = (
    "  - {{rule: {rule}, entry: {entry}, {place}reason: It is judged., owner: jane-doe, until: {until}}}\n"
)


def _waiver(rule: str = "DOS002", entry: str = "x", place: str = "", until: str = "2027-01-31") -> str:
    written = f"place: '{place}', " if place else ""
    return _WAIVER.format(rule=rule, entry=entry, place=written, until=until)


def _found(folder: Path, *waivers: str, **files: str) -> tuple[Finding, ...]:
    written = {"content/summaries/x.yml": _SUMMARY, "content/waivers.yml": "waivers:\n" + "".join(waivers)}
    named = tuple((name, text.encode()) for name, text in {**written, **files}.items())
    Project(named, frozenset(), ()).write(folder)
    return checked(load_library(folder)[0])


def _waived(findings: tuple[Finding, ...], code: str) -> list[str]:
    return [one.anchor for one in findings if one.code == code and one.waived is not None]


def test_without_a_place_the_rule_is_waived_for_the_whole_entry(tmp_path: Path) -> None:
    found = _found(tmp_path, _waiver())
    assert _waived(found, "DOS002") == ["doses.usual.maximum", "doses.other.maximum"]
    waived = next(one.waived for one in found if one.waived)
    assert (waived.reason, waived.owner, waived.until) == ("It is judged.", "jane-doe", "2027-01-31")


def test_with_a_place_the_rest_of_the_entry_is_not_waived(tmp_path: Path) -> None:
    found = _found(tmp_path, _waiver(place="doses.usual.maximum"))
    assert _waived(found, "DOS002") == ["doses.usual.maximum"]


def test_a_place_in_a_list_is_named_by_id(tmp_path: Path) -> None:
    found = _found(tmp_path, _waiver("DOS001", place="harms[second].wording"))
    errors = [one for one in found if one.code == "DOS001"]
    assert len(errors) == 2
    assert [one.anchor for one in errors if one.stops] == ["harms[first].wording"]


def test_a_number_names_no_item_that_has_an_id(tmp_path: Path) -> None:
    """A harm that is added above would move the waiver to the fault of another harm."""
    found = _found(tmp_path, _waiver("DOS001", place="harms[1].wording"))
    assert not _waived(found, "DOS001")
    (unused,) = (one for one in found if one.code == "WAI002")
    assert "harms[second].wording" in unused.cure or "harms[first].wording" in unused.cure


def test_a_number_names_an_item_without_an_id(tmp_path: Path) -> None:
    text = _SUMMARY + "limitations:\n  - wording: A limit at 5 mg.\n  - wording: Another at 7 mg.\n"
    found = _found(
        tmp_path, _waiver("DOS001", place="limitations[1].wording"), **{"content/summaries/x.yml": text}
    )
    waived = [one for one in found if one.waived]
    assert [one.symbolic_place for one in waived] == ["limitations[1].wording"]


def test_the_last_day_counts_and_the_day_after_does_not(tmp_path: Path) -> None:
    assert _waived(_found(tmp_path, _waiver(until="2026-11-21")), "DOS002")
    found = _found(tmp_path, _waiver(until="2026-11-20"))
    assert not _waived(found, "DOS002")
    assert "WAI001" in {one.code for one in found}


def test_a_page_of_prose_is_waived_by_its_file(tmp_path: Path) -> None:
    page = "content/pages/about.md"
    found = _found(
        tmp_path, _waiver("REF009", page), **{page: "# About\n\nSee [it](entry:nowhere) and so on.\n"}
    )
    (one,) = (one for one in found if one.code == "REF009")
    assert one.waived is not None


@pytest.mark.parametrize("rule", ["WAI001", "WAI002", "WAI006"])
def test_what_is_wrong_with_waivers_cannot_be_waived(tmp_path: Path, rule: str) -> None:
    unknown = _waiver("DOS003", place="nowhere", until="2026-01-01").replace("jane-doe", "nobody")
    found = _found(tmp_path, unknown, _waiver("DOS001", place="nowhere"), _waiver(rule, "waivers"))
    assert rule in {one.code for one in found}
    assert all(one.waived is None for one in found)


def test_a_waiver_of_a_rule_that_is_given_nothing_to_look_at_is_not_called_unused(tmp_path: Path) -> None:
    _found(tmp_path, _waiver("CIT013"))
    library, _ = load_library(tmp_path)
    assert "WAI002" not in {one.code for one in checked(library)}
    snapshot = Retractions("retractions.csv", date(2026, 11, 1))
    assert "WAI002" in {one.code for one in checked(library, retractions=snapshot)}


@pytest.mark.parametrize(("fact", "listed"), [("retractions", NEED_RETRACTIONS), ("history", NEED_HISTORY)])
def test_rules_that_need_facts_from_outside_are_known(fact: str, listed: frozenset[str]) -> None:
    reading = {one.rule.code for one in all_checks() if _reads(one, fact)}
    assert reading == listed, "name them in generator/checks/waivable.py"


def _reads(one: Check, fact: str) -> bool:
    if one.module.split(".")[-2] == "waivers":
        return False
    own = importlib.import_module(one.module)
    used = {own} | {
        module for value in vars(own).values() if (module := inspect.getmodule(value)) is not None
    }
    return any(
        re.search(rf"\bcontext\.{fact}\b", inspect.getsource(module))
        for module in used
        if _is_of_checks(module)
    )


def _is_of_checks(module: ModuleType) -> bool:
    return module.__name__.startswith("generator.checks.") and module.__name__ != "generator.checks.context"


_TEXTS = st.one_of(
    st.sampled_from(["DOS002", "SCH001", "dos2", "WAI001", "x", "work:dyck-2009", "vocabulary:syllables"]),
    st.text(min_size=1, max_size=12),
)
_WAIVERS = st.builds(
    Waiver,
    rule=_TEXTS,
    entry=_TEXTS,
    place=st.none() | _TEXTS,
    reason=st.text(min_size=1, max_size=8),
    owner=st.sampled_from(["jane-doe", "nobody"]),
    until=st.dates(),
)
_ROWS = st.dictionaries(st.sampled_from(["word", "syllables", "x"]), _TEXTS | st.tuples(_TEXTS), max_size=3)


@given(st.lists(_WAIVERS, max_size=5), st.sampled_from(["12 mo", "4 wk", "100000 a", "1 s"]))
def test_no_waiver_makes_a_rule_raise(waivers: list[Waiver], interval: str) -> None:
    policy = EditorialPolicy.model_validate({"review_every": interval})
    found = checked(Library(waivers=tuple(waivers), policy=policy))
    assert {one.severity for one in found if one.code != "WAI006"} <= {Severity.WARNING}


@given(st.sampled_from(["syllables", "brands", "nowhere"]), st.lists(_ROWS, min_size=1, max_size=4))
def test_no_list_makes_a_rule_raise(name: str, rows: list[dict[str, str | tuple[str, ...]]]) -> None:
    about = {"source": "x", "version": "x", "licence": "x", "retrieved": "not-stated"}
    checked(Library(vocabulary={name: Vocabulary.model_validate({**about, "rows": rows})}))
