"""Where something is quoted: every place, also through what quotes it, and just the editions that an edit touches."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import pointer_text
from generator.model.digest import EditionDigests
from generator.model.edition import reduce_to_edition
from generator.model.library import Library
from generator.model.target import Target, find_targets
from generator.model.uses import Use, uses_of
from generator.sources.load import load_library
from tests.model.entries import CLINICIAN, EXAMPLIN, SUMMARY, library

_ROOT = Path(__file__).resolve().parents[2]
_SECOND: dict[str, Any] = SUMMARY | {
    "question": {"clinician": "And then?", "patient": "What then?"},
    "doses": {},
    "options": [],
    "recommendations": [],
    "limitations": [
        {"wording": {"clinician": "As before: {dose:question#examplin-usual}.", "patient": "Ask."}},
        {
            "wording": {
                "clinician": "See [the question](entry:question).",
                "patient": "See [it](entry:question).",
            }
        },
    ],
}
_ALERT = {
    "id": "weekly",
    "applies_to": "weekly-doses",
    "wording": {"clinician": "Never daily.", "patient": "Never every day."},
    "basis": "An invented list",
    "cites": ["roe-2020"],
}


def _target(made: Library, written: str) -> Target:
    (target,) = find_targets(made, written)
    return target


def _found(made: Library, written: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (use.entry, pointer_text(use.pointer), use.through)
        for use in uses_of(made, _target(made, written)).uses
    ]


def _held(made: Library, written: str) -> dict[tuple[str, str], str]:
    return {(one.entry, one.audience): one.hold for one in uses_of(made, _target(made, written)).editions}


# --- on the repository's own content: an edit of the target changes the digests of these editions, and of no others


def _changed(made: Library, target: Target) -> Library:
    """The library after an edit of the target's clinical words."""
    if target.kind == "work":
        work = made.works[target.id].model_copy(update={"note": "Changed"})
        return dataclasses.replace(made, works={**made.works, target.id: work})
    if target.kind == "drug":
        drug = made.drugs[target.id].model_copy(update={"name": "changed"})
        return dataclasses.replace(made, drugs={**made.drugs, target.id: drug})
    if target.kind == "condition":
        condition = made.conditions[target.id].model_copy(update={"name": "changed"})
        return dataclasses.replace(made, conditions={**made.conditions, target.id: condition})
    return _with_part(made, target)


def _with_part(made: Library, target: Target) -> Library:
    field, value = {"dose": ("doses", {"label": "changed"}), "stat": ("evidence", {"outcome": "changed"})}[
        target.kind
    ]
    entry: Any = made.entry(target.owner)
    part = getattr(entry, field)[target.part].model_copy(update=value)
    changed = entry.model_copy(update={field: {**getattr(entry, field), target.part: part}})
    if target.owner in made.summaries:
        return dataclasses.replace(made, summaries={**made.summaries, entry.id: changed})
    return dataclasses.replace(made, medications={**made.medications, entry.id: changed})


def _digests(made: Library) -> dict[tuple[str, str], str]:
    digests = EditionDigests(made)
    return {
        (entry.id, audience.id): digests.of(reduce_to_edition(entry, audience), audience.id)
        for entry in made.with_pages()
        for audience in made.editions_of(entry)
    }


@pytest.fixture(scope="module")
def repository_library() -> Library:
    return load_library(_ROOT)[0]


def _targets(made: Library) -> Iterator[Target]:
    yield from (Target("drug", drug) for drug in made.drugs)
    yield from (Target("condition", condition) for condition in made.conditions)
    yield from (Target("work", work) for work in made.works)
    for entry in made.editioned():
        yield from (Target("dose", f"{entry.id}#{dose}") for dose in entry.doses)
        yield from (Target("stat", f"{entry.id}#{figure}") for figure in entry.evidence)


def test_an_edit_changes_exactly_the_editions_that_are_said_to_be_bound(repository_library: Library) -> None:
    before = _digests(repository_library)
    targets = list(_targets(repository_library))
    assert len(targets) > 50
    for target in targets:
        after = _digests(_changed(repository_library, target))
        changed = {key for key, digest in after.items() if digest != before[key]}
        said = {
            (one.entry, one.audience) for one in uses_of(repository_library, target).editions if one.is_bound
        }
        assert said == changed, target


def test_every_place_names_the_target_or_what_brings_it(repository_library: Library) -> None:
    """The words at the place are those of the id: places do not go astray."""
    lines: dict[str, list[str]] = {}
    for target in _targets(repository_library):
        for use in uses_of(repository_library, target).uses:
            file = use.place.file
            lines.setdefault(file, (_ROOT / file).read_text(encoding="utf-8").split("\n"))
            name = (use.through[0] if use.through else target.id).rpartition(":")[2].rpartition("#")[2]
            around = "\n".join(lines[file][use.place.line - 1 : use.place.line + 40])
            assert name in around, (target, use)


# --- through what quotes it


def test_a_work_is_used_by_whoever_quotes_a_drug_whose_words_cite_it() -> None:
    recommendations = [SUMMARY["recommendations"][0] | {"cites": "uncited-in-source", "wording": "Try it."}]
    doses = {"examplin-usual": SUMMARY["doses"]["examplin-usual"] | {"cites": "uncited-in-source"}}
    made = library(
        SUMMARY | {"recommendations": recommendations, "doses": doses},
        examplin=EXAMPLIN | {"high_alert": [_ALERT]},
    )
    assert _found(made, "work:roe-2020") == [
        ("examplin", "high_alert[0].cites[0]", ()),
        ("question", "doses.examplin-usual.drug", ("drug:examplin",)),
        ("question", "options[0].doses[0]", ("dose:question#examplin-usual", "drug:examplin")),
    ]
    assert _held(made, "work:roe-2020") == {
        ("question", "clinician"): "quotes",
        ("examplin", "clinician"): "quotes",
    }


def test_a_drug_is_used_by_the_entry_that_quotes_a_dose_of_it() -> None:
    made = library(second=_SECOND)
    assert ("second", "limitations[0].wording.clinician", ("dose:question#examplin-usual",)) in _found(
        made, "drug:examplin"
    )
    assert _held(made, "drug:examplin")["second", "clinician"] == "quotes"
    assert ("second", "patient") not in _held(made, "drug:examplin")


def test_an_entry_is_used_by_links_and_by_quotes_of_its_doses() -> None:
    made = library(second=_SECOND)
    uses = uses_of(made, _target(made, "entry:question")).uses
    assert [(pointer_text(use.pointer), use.is_link) for use in uses] == [
        ("limitations[0].wording.clinician", False),
        ("limitations[1].wording.clinician", True),
        ("limitations[1].wording.patient", True),
    ]
    held = _held(made, "question")
    assert held["second", "clinician"] == "quotes"
    assert held["second", "patient"] == "links"
    assert held["question", "clinician"] == held["question", "patient"] == "own"
    assert held["examplitis", "clinician"] == "lists"


def test_a_dose_that_an_edition_leaves_out_is_not_its_own_unless_its_text_quotes_it() -> None:
    text = {"clinician": "x", "patient": "Ask about {dose:examplin-usual}."}
    quoting = SUMMARY | {"options": [], "limitations": [{"wording": text}]}
    silent = SUMMARY | {"options": []}
    written = "dose:question#examplin-usual"
    assert _held(library(quoting), written)["question", "patient"] == "quotes"
    assert ("question", "patient") not in _held(library(silent), written)


def test_quotes_in_a_circle_come_to_an_end() -> None:
    other = EXAMPLIN | {"look_alikes": [{"name": "examplin", "drug": "examplin", "why": "They sound alike."}]}
    first = EXAMPLIN | {"look_alikes": [{"name": "otherin", "drug": "otherin", "why": "They sound alike."}]}
    made = library(examplin=first, otherin=other)
    assert ("otherin", "look_alikes[0].drug", ()) in _found(made, "drug:examplin")
    assert ("question", "doses.examplin-usual.drug", ("drug:examplin",)) in _found(made, "drug:otherin")


# --- the editorial record


def test_a_person_is_named_by_entries_and_decisions_and_binds_no_text() -> None:
    ada = {"kind": "person", "name": "Ada Invented"}
    decision = {
        "kind": "decision", "decision": "submit", "by": "ada", "at": "2026-11-21T09:30:00Z",
        "covers": [{"entry": "question"}],
    }  # fmt: skip
    made = library(SUMMARY | {"owner": "ada", "authors": ["ada"]}, ada=ada, submitted=decision)
    assert [(entry, pointer) for entry, pointer, _ in _found(made, "person:ada")] == [
        ("question", "authors[0]"),
        ("question", "owner"),
        ("submitted", "by"),
    ]
    assert set(_held(made, "ada").values()) == {"names"}
    assert ("submitted", "covers[0].entry", ()) in _found(made, "question")


def test_an_audience_shapes_its_own_editions() -> None:
    made = library()
    assert _found(made, "patient") == [("question", "audiences[1]", ())]
    assert _held(made, "patient") == {("question", "patient"): "own"}


# --- what can be meant


def test_an_id_or_key_alone_is_found_out() -> None:
    made = library(second=_SECOND)
    assert _target(made, "examplin") == Target("drug", "examplin")
    assert _target(made, "entry:examplin") == Target("drug", "examplin")
    assert _target(made, "roe-2020") == Target("work", "roe-2020")
    assert _target(made, "examplin-usual") == Target("dose", "question#examplin-usual")
    assert _target(made, "question#examplin-usual") == Target("dose", "question#examplin-usual")
    assert _target(made, "dose:examplin-usual") == Target("dose", "question#examplin-usual")
    assert _target(made, "summary:question") == Target("summary", "question")


def test_what_has_several_meanings_gives_all_of_them() -> None:
    made = library(
        SUMMARY | {"doses": SUMMARY["doses"] | {"roe-2020": SUMMARY["doses"]["examplin-usual"]}},
        second=SUMMARY,
    )
    assert [str(one) for one in find_targets(made, "examplin-usual")] == [
        "dose:question#examplin-usual",
        "dose:second#examplin-usual",
    ]
    assert [str(one) for one in find_targets(made, "roe-2020")] == ["work:roe-2020"]
    assert [str(one) for one in find_targets(made, "dose:roe-2020")] == ["dose:question#roe-2020"]


@pytest.mark.parametrize(
    "written", ["", "drug:", "nobody", "drug:examplitis", "work:examplin", "dose:question#x", "a:b"]
)
def test_what_is_not_there_is_not_found(written: str) -> None:
    assert find_targets(library(), written) == ()


def test_no_use_is_listed_twice() -> None:
    made = library(clinician=CLINICIAN, second=_SECOND)
    for written in ("examplin", "roe-2020", "question", "patient"):
        uses: tuple[Use, ...] = uses_of(made, _target(made, written)).uses
        assert len(set(uses)) == len(uses)
