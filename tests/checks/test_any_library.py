"""Whatever an editor writes, checking ends in findings and never in a crash."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.checks import check
from generator.diagnostics import Finding, Place
from generator.model.entries.entry import Entry
from generator.model.library import FOLDERS, Library, Redirect
from generator.model.state import State
from generator.sources.document import Document
from generator.sources.parse_entry import parse_entry
from generator.sources.strict_yaml import read_yaml
from tests.checks.checked import checked
from tests.checks.tree_places import places

_CONTENT = Path(__file__).parents[2] / "content"
_WORDS = st.one_of(
    st.sampled_from(
        ["not-stated", "uncited-in-source", "no-customary-maximum", "nowhere", "patient", "azathioprine"]
    ),
    st.sampled_from(
        ["Imuran", "yes", "5 mg", "2 mg/kg", "1 to 2 g/m2", "3 wk", "2", "2026-01-01", "a#b", "", "®", "  "]
    ),
    st.sampled_from(
        ["[@x", "[@x; @y]", "{dose:x}", "{dose:x#y}", "{quantity:5mg}", "{stat", "{{", "](entry:", "50 mg"]
    ),
    st.sampled_from(["2099-01-01T00:00:00Z", "[a](entry:b)", "[a](entry:B)", "1,000 mg/day or 5 units"]),
)
_VALUES = st.one_of(
    _WORDS,
    st.text(max_size=12),
    st.lists(_WORDS, max_size=3),
    st.dictionaries(st.sampled_from(["clinician", "patient", "nobody", "per_day"]), _WORDS, max_size=2),
)
_DROP = object()
_LINE = Place("content/redirects.yml", 1, 1)


@cache
def _sources() -> tuple[tuple[str, str, Any], ...]:
    paths = sorted(path for path in _CONTENT.glob("*/*.yml") if path.parent.name in FOLDERS)
    return tuple(
        (path.parent.name, path.stem, read_yaml(path.read_bytes(), path.name).root) for path in paths
    )


def _copy(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: _copy(value) for key, value in tree.items()}
    return [_copy(item) for item in tree] if isinstance(tree, list) else tree


def _mutate(data: st.DataObject, tree: Any) -> Any:
    changed = _copy(tree)
    for _ in range(data.draw(st.integers(1, 4))):
        found = list(places(changed))
        if found:
            parent, key = found[data.draw(st.integers(0, len(found) - 1))]
            value = data.draw(st.one_of(st.just(_DROP), _VALUES))
            if value is not _DROP:
                parent[key] = value
            else:
                del parent[key]
    return changed


def _library(trees: list[tuple[str, str, Any]]) -> Library:
    kinds: dict[str, dict[str, Entry]] = {folder: {} for folder in FOLDERS}
    unreadable = set()
    for folder, name, tree in trees:
        entry, _ = parse_entry(Document(f"{name}.yml", tree, ()), folder)
        if entry is None:
            unreadable.add(name)
        else:
            kinds[folder][name] = entry
    redirects = (Redirect("old", "nowhere", _LINE), Redirect("azathioprine", "old", _LINE))
    return Library(**kinds, unreadable=frozenset(unreadable), redirects=redirects)  # type: ignore[arg-type]


def _check(trees: list[tuple[str, str, Any]], state: State = State.DRAFT) -> tuple[Finding, ...]:
    return checked(_library(trees), state)


@given(st.data())
def test_no_entry_makes_a_rule_raise(data: st.DataObject) -> None:
    sources = list(_sources())
    for _ in range(data.draw(st.integers(1, 3))):
        index = data.draw(st.integers(0, len(sources) - 1))
        folder, name, tree = sources[index]
        sources[index] = (folder, name, _mutate(data, tree))
    found = _check([(folder, name, _copy(tree)) for folder, name, tree in sources])
    assert list(found) == sorted(found, key=lambda finding: finding.sort_key)


@given(st.sets(st.integers(0, 60)))
def test_no_missing_file_makes_a_rule_raise(missing: set[int]) -> None:
    sources = [source for index, source in enumerate(_sources()) if index not in missing]
    _check([(folder, name, _copy(tree)) for folder, name, tree in sources], State.APPROVED)


def test_mutations_reach_the_rules() -> None:
    """The seeds are readable, so that the properties above look at more than unreadable files."""
    library = _library([(folder, name, _copy(tree)) for folder, name, tree in _sources()])
    assert not library.unreadable
    assert len(list(library.entries())) > 20


def test_an_empty_library_has_no_findings() -> None:
    assert check(Library(), {}, date(2026, 11, 21)) == ()
