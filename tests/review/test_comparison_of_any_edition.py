"""Editions as editors may write them: another layout is silent, another fact never is, and all can be compared."""

from __future__ import annotations

import json
import random
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.model.change import ChangeClass, worst
from generator.model.digest import EditionDigests, canonical, closure_text
from generator.model.dose import Dose
from generator.model.edition import reduce_to_edition
from generator.model.library import Library
from generator.review.contents.comparison import compare_closures
from generator.sources.strict_yaml import read_yaml
from tests.model.dose_strategy import doses
from tests.model.entries import SUMMARY, entry
from tests.review.edition_closure import Data, closure
from tests.site_project import SiteProject

_FULL = Path(__file__).parents[1] / "golden" / "full-model" / "project"
_TOLD = SUMMARY | {
    "limitations": [
        {"wording": "Überdosis µ é: nobody was told, and nothing was said."},
        {"wording": {"clinician": "A second sentence with 20 % and “quotes”.", "patient": "Words."}},
    ]
}

# --- reformatted only


def _shuffled(value: Any, chance: random.Random) -> Any:
    if isinstance(value, dict):
        return {key: _shuffled(value[key], chance) for key in chance.sample(sorted(value), len(value))}
    return [_shuffled(item, chance) for item in value] if isinstance(value, list) else value


def _laid_out(data: Data, chance: random.Random) -> bytes:
    """The same entry as another editor, or a formatter, might lay it out."""
    text = yaml.safe_dump(
        _shuffled(data, chance),
        allow_unicode=chance.choice([True, False]),
        sort_keys=False,
        default_flow_style=chance.choice([None, False, True]),
        indent=chance.randint(2, 6),
        width=chance.randint(20, 200),
        default_style=chance.choice([None, '"']),
    )
    lines = [f"{line}  # a comment" if line.endswith(":") and chance.random() < 0.2 else line
             for line in text.split("\n")]  # fmt: skip
    text = "\n".join(["# checked by nobody", *lines])
    text = unicodedata.normalize(chance.choice(["NFC", "NFD"]), text)
    return text.replace("\n", chance.choice(["\n", "\r\n"])).encode()


@pytest.mark.parametrize("audience", ["clinician", "patient"])
def test_500_rewritten_files_are_silent(audience: str) -> None:
    before = closure(_TOLD, audience)
    for number in range(250):
        document = read_yaml(_laid_out(_TOLD, random.Random(number)), "x.yml")
        assert document.findings == ()
        after = closure(document.root, audience)
        assert closure_text(before) == closure_text(after)
        assert compare_closures(before, after) == compare_closures(after, before) == ()


# --- another fact


@cache
def _library() -> Library:
    return SiteProject(_FULL).inspect().library


@cache
def _file(name: str) -> Data:
    found = read_yaml((_FULL / "content" / name).read_bytes(), name)
    assert isinstance(found.root, dict)
    return found.root


_FILES = {
    "summaries/whole.yml": "whole",
    "medications/whole-medication.yml": "whole-medication",
    "drugs/examplin.yml": "examplin",
}


def _leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(leaf for key, item in below for leaf in _leaves(item, (*path, key)))]


def _without(value: Any, path: tuple[Any, ...], instead: Any = None) -> Any:
    first, *rest = path
    items = value.items() if isinstance(value, dict) else enumerate(value)
    changed = (
        (key, _without(item, tuple(rest), instead) if rest else instead)
        for key, item in items
        if key == first
    )
    made = dict(items) | dict(changed) if isinstance(value, dict) else dict(enumerate(value)) | dict(changed)
    kept = {key: item for key, item in made.items() if item is not None}
    return kept if isinstance(value, dict) else list(kept.values())


def _closures(data: Data, entry_id: str) -> list[Data]:
    made = entry(entry_id, data)
    audiences = _library().editions_of(made)
    digests = EditionDigests(_library())
    return [digests.closure(reduce_to_edition(made, audience), audience.id) for audience in audiences]


@settings(max_examples=150, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_is_taken_out_of_a_file_is_told_where_it_changes_the_digest(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(_FILES)))
    path = data.draw(st.sampled_from([leaf for leaf in _leaves(_file(name)) if leaf not in ((), ("kind",))]))
    instead = data.draw(st.sampled_from([None, "not-stated", "5 mg", "3", "yes", "some-words"]))
    try:
        after = _closures(_without(_file(name), path, instead), _FILES[name])
    except ValidationError:
        return
    before = _closures(_file(name), _FILES[name])
    of_same_readers = [(old, new) for old in before for new in after if old["edition"] == new["edition"]]
    for old, new in of_same_readers:
        for changes in (compare_closures(old, new), compare_closures(new, old)):
            assert bool(changes) == (closure_text(old) != closure_text(new))
            assert all(change.is_compared for change in changes)
            assert not changes or worst([change.level for change in changes]) is not ChangeClass.NONE


def test_the_editions_of_the_golden_project_are_silent_against_themselves_read_from_a_file() -> None:
    digests = EditionDigests(_library())
    for one in _library().with_pages():
        for audience in _library().editions_of(one):
            made = digests.closure(reduce_to_edition(one, audience), audience.id)
            assert compare_closures(made, json.loads(closure_text(made))) == ()


@given(before=doses(), after=doses())
def test_any_two_doses_can_be_compared(before: Dose, after: Dose) -> None:
    old, new = (
        {"content": {"kind": "summary", "doses": {"one": canonical(dose)}}} for dose in (before, after)
    )
    changes = compare_closures(old, new)
    assert bool(changes) == (old != new)
    assert all(change.is_compared for change in changes)


def test_the_order_of_keys_in_a_closure_changes_no_word_of_what_is_told() -> None:
    before, after = closure(SUMMARY), closure(_TOLD)
    sorted_by_key = [json.loads(closure_text(one)) for one in (before, after)]
    assert compare_closures(before, after) == compare_closures(*sorted_by_key)
