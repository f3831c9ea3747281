"""What was decided on is read back whole from its stored content. All people and drugs are fictional."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compiler.context import SiteContext
from generator.compiler.edition_body import compile_body
from generator.model.closure_library import ClosureUnreadable, library_of
from generator.model.digest import EditionDigests, closure_text
from generator.model.edition import reduce_to_edition
from generator.model.entries.audience import Audience
from generator.model.entries.entry import Entry
from generator.model.library import FOLDERS, Library
from generator.sources.document import Document
from generator.sources.load import load_library
from generator.sources.parse_entry import parse_entry
from generator.sources.strict_yaml import read_yaml
from tests.checks.tree_places import places
from tests.compiler.english import english
from tests.model.dose_strategy import dose_data
from tests.model.entries import CLINICIAN, EXAMPLIN, PATIENT, SUMMARY, library

_ROOT = Path(__file__).parents[2]
_PROJECTS = {
    "sample": _ROOT,
    "starter": _ROOT / "generator" / "data" / "starter",
    "full-model": _ROOT / "tests" / "golden" / "full-model" / "project",
}
_CONTEXT = SiteContext(today=date(2026, 12, 1), words=english())


@cache
def _project(name: str) -> Library:
    return load_library(_PROJECTS[name])[0]


def _editions(one: Library) -> Iterator[tuple[Entry, Audience]]:
    return ((entry, audience) for entry in one.with_pages() for audience in one.editions_of(entry))


def _closure(one: Library, entry: Entry, audience: Audience) -> dict[str, Any]:
    """The content as it is stored: JSON with its keys in order."""
    made = EditionDigests(one).closure(reduce_to_edition(entry, audience), audience.id)
    stored: dict[str, Any] = json.loads(closure_text(made))
    return stored


def _assert_reads_back(one: Library, over: Library | None = None, *, same_words: bool = True) -> int:
    """Every edition of a library is read back over another library: the same content, and the same words."""
    number = 0
    for entry, audience in _editions(one):
        closure = _closure(one, entry, audience)
        then, read = library_of(closure, over if over is not None else one)
        assert _closure(then, read, audience) == closure
        if same_words:
            words = [
                compile_body(*of, audience, _CONTEXT).words_digest for of in ((one, entry), (then, read))
            ]
            assert words[0] == words[1], f"{entry.id}, {audience.id}"
        number += 1
    return number


@pytest.mark.parametrize("name", _PROJECTS)
def test_every_edition_is_read_back_with_its_words(name: str) -> None:
    assert _assert_reads_back(_project(name)) > 2


@pytest.mark.parametrize("name", _PROJECTS)
def test_all_that_an_approval_binds_comes_from_the_content(name: str) -> None:
    """Nothing but the audiences is left, and still the content is the same."""
    one = _project(name)
    _assert_reads_back(one, Library(audiences=one.audiences), same_words=False)


@pytest.mark.parametrize("name", _PROJECTS)
def test_what_changed_since_changes_nothing(name: str) -> None:
    """Over a library in which every drug, work, dose and figure is another by now."""
    one = _project(name)
    names = {"name": "another", "brands": "not-stated", "high_alert": (), "synonyms": ()}
    over = replace(
        one,
        drugs={key: drug.model_copy(update=names) for key, drug in one.drugs.items()},
        summaries={
            key: entry.model_copy(update={"doses": {}, "evidence": {}})
            for key, entry in one.summaries.items()
        },
        works={},
        images={},
    )
    _assert_reads_back(one, over, same_words=False)


def test_what_was_not_there_then_is_not_there_now() -> None:
    """A work and a drug that were unknown when the text was approved are known by now."""
    then = replace(library(), works={}, drugs={})
    entry, audience = then.summaries["question"], then.audiences["clinician"]
    closure = _closure(then, entry, audience)
    made, read = library_of(closure, library())
    assert _closure(made, read, audience) == closure
    words = [compile_body(*of, audience, _CONTEXT).words_digest for of in ((then, entry), (made, read))]
    assert words[0] == words[1]


# --- any entry


@cache
def _sources() -> tuple[tuple[str, str, Any], ...]:
    content = _PROJECTS["full-model"] / "content"
    paths = sorted(path for path in content.glob("*/*.yml") if path.parent.name in FOLDERS)
    return tuple(
        (path.parent.name, path.stem, read_yaml(path.read_bytes(), path.name).root) for path in paths
    )


_TEXTS = st.sampled_from(
    [
        *("Some words.", "[@roe-2020]", "{dose:examplin}", "{dose:question#x}", "not-stated", "unworded"),
        *("Noe\u0308l", "5 mg", "2 wk", "yes", "3", "2026-01-01", "examplin", "[a](entry:examplin)"),
    ]
)
_VALUES = st.one_of(
    _TEXTS,
    st.lists(_TEXTS, max_size=2),
    st.dictionaries(st.sampled_from(["clinician", "patient"]), _TEXTS, min_size=1, max_size=2),
)


@given(st.data())
def test_any_entry_that_can_be_read_is_read_back(data: st.DataObject) -> None:
    folder, name, tree = data.draw(st.sampled_from(_sources()))
    changed = copy.deepcopy(tree)
    for _ in range(data.draw(st.integers(1, 3))):
        _change(data, changed)
    entry = parse_entry(Document(f"{name}.yml", changed, ()), folder)[0]
    if entry is not None:
        one = _project("full-model")
        kinds: dict[str, Any] = {folder: {**getattr(one, folder), name: entry}}
        _assert_reads_back(replace(one, **kinds))


def _change(data: st.DataObject, tree: Any) -> None:
    found = list(places(tree))
    if not found:
        return
    parent, key = found[data.draw(st.integers(0, len(found) - 1))]
    if data.draw(st.booleans()):
        del parent[key]
    else:
        parent[key] = data.draw(_VALUES)


@given(dose_data())
def test_any_dose_is_read_back_for_clinicians_and_for_patients(dose: dict[str, Any]) -> None:
    summary = copy.deepcopy(SUMMARY) | {"doses": {"examplin-usual": dose}, "regimens_for": ["patient"]}
    _assert_reads_back(library(summary))


# --- what is particular about an edition


def test_a_dose_that_is_quoted_and_has_no_row_stays_hidden() -> None:
    summary = copy.deepcopy(SUMMARY)
    summary["limitations"] = [{"wording": {"patient": "Not for {dose:examplin-usual}."}}]
    one = library(summary, patient=PATIENT | {"regimens": "no"})
    patient = one.audiences["patient"]
    closure = _closure(one, one.summaries["question"], patient)
    assert "doses" not in closure["content"]
    then, read = library_of(closure, library(SUMMARY | {"doses": {}}))
    assert "examplin-usual" in getattr(read, "doses", {})
    assert not getattr(reduce_to_edition(read, patient), "doses", {})
    assert _closure(then, read, patient) == closure


def test_a_dose_of_an_entry_that_is_gone_is_read_back() -> None:
    elsewhere = SUMMARY | {"limitations": [{"wording": "Not {dose:question#examplin-usual}."}]}
    one = library(elsewhere=elsewhere)
    closure = _closure(one, one.summaries["elsewhere"], one.audiences["clinician"])
    without = replace(one, summaries={})
    then, read = library_of(closure, without)
    assert _closure(then, read, one.audiences["clinician"]) == closure
    body = compile_body(then, read, one.audiences["clinician"], _CONTEXT)
    now = compile_body(one, one.summaries["elsewhere"], one.audiences["clinician"], _CONTEXT)
    assert body.words_digest == now.words_digest


def test_a_condition_without_words_for_its_readers_keeps_its_mark() -> None:
    dose = SUMMARY["doses"]["examplin-usual"] | {"population": {"clinician": "Adults."}}
    one = library(SUMMARY | {"doses": {"examplin-usual": dose}, "regimens_for": ["patient"]})
    patient = one.audiences["patient"]
    closure = _closure(one, one.summaries["question"], patient)
    assert closure["content"]["doses"]["examplin-usual"]["population"] == "unworded"
    then, read = library_of(closure, one)
    assert _closure(then, read, patient) == closure


def test_what_is_said_about_the_making_of_an_entry_is_that_of_today() -> None:
    one = library(SUMMARY | {"owner": "ada-example"})
    closure = _closure(one, one.summaries["question"], one.audiences["clinician"])
    _, read = library_of(closure, library(SUMMARY | {"owner": "ben-sample"}))
    assert read.owner == "ben-sample"
    assert getattr(read, "audiences", ()) == ("clinician", "patient")


# --- what cannot be read back


def _stored() -> dict[str, Any]:
    one = library()
    return _closure(one, one.summaries["question"], one.audiences["clinician"])


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["entry"], None),
        (["edition"], "nobody"),
        (["content"], []),
        (["content", "kind"], "person"),
        (["content", "kind"], "recipe"),
        (["content", "unheard-of"], "x"),
        (["content", "question"], "a plain text"),
        (["content", "recommendations", 0, "direction"], "sideways"),
        (["content", "recommendations"], {"id": "x"}),
        (["content", "doses", "examplin-usual", "amount"], "much"),
        (["content", "doses", "examplin-usual", "amount"], "01 mg"),
        (["quotes"], []),
        (["quotes", "drug:examplin"], "examplin"),
        (["quotes", "hazard:x"], {}),
        (["quotes", "dose:nowhere#x"], {"drug": "examplin", "purpose": "recommended", "amount": "5 mg"}),
        (["further"], "x"),
    ],
)
def test_another_content_is_refused(path: list[Any], value: Any) -> None:
    stored = at = _stored()
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    with pytest.raises(ClosureUnreadable):
        library_of(stored, library())


@pytest.mark.parametrize("stored", [{}, {"entry": "\ud800"}, {"entry": "question", "edition": "clinician"}])
def test_what_is_no_content_is_refused(stored: dict[str, Any]) -> None:
    with pytest.raises(ClosureUnreadable):
        library_of(stored, library())


def test_a_required_text_that_the_content_lacks_is_refused() -> None:
    stored = _stored()
    del stored["content"]["recommendations"][0]["wording"]
    with pytest.raises(ClosureUnreadable):
        library_of(stored, library())


def test_a_drug_has_one_edition_and_is_read_back() -> None:
    drug = EXAMPLIN | {
        "mechanism": [{"wording": "It acts."}],
        "harms": [{"id": "rash", "drug": "examplin", "wording": "Rash."}],
    }
    _assert_reads_back(library(examplin=drug, clinician=CLINICIAN))
