"""Whatever becomes of a project that breaks a rule, with whatever waivers, dates and retractions: no rule raises."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.checks import check
from generator.checks.waivable import waivable_codes
from generator.diagnostics import Finding
from generator.model.library import Library
from generator.model.outside_facts import GitHistory, Retraction, Retractions
from generator.model.state import Digests, EditionState, State
from generator.sources.load import load_library
from generator.sources.strict_yaml import read_yaml
from tests.checks.checked import TODAY, texts_of
from tests.checks.outside_facts import history_in, retractions_in
from tests.checks.rule_fixture import SHARED, read_fixture
from tests.checks.tree_places import places

Tree = Any
Files = dict[str, bytes]

_FIXTURES = sorted(Path(__file__).parent.glob("*/*.md"))
_SPECIAL = (
    "not-stated", "uncited-in-source", "no-customary-maximum", "nowhere", "patient", "clinician", "azathioprine",
    "plexopathy", "x", "jane-doe", "yes", "no", "0 mg", "5 mg", "2 mg/kg", "1 to 2 g/m2", "9 to 1 mg", "3 wk",
    "100000 a", "0", "2", "-1", "1e9", "12/0", "0.50", "100%", "0001-01-01", "9999-12-31", "2099-01-01T00:00:00Z", "®",
    "K", "µg", "[@x]", "{dose:x}", "{dose:x#y}", "{quantity:5mg}", "{stat:x}", "[a](entry:x)",
    "1,000 mg/day or 5 units", "MS 5mg",
    "Examplin is first-line second-line therapy, p = 0.04 (95% CI 2 to 1), 3/0 (99%).", "in 10 10 of 0 people",
)  # fmt: skip
_WORDS = st.sampled_from(_SPECIAL) | st.text(st.characters(codec="utf-8"), max_size=12)
_VALUES = st.one_of(
    _WORDS,
    st.lists(_WORDS, max_size=3),
    st.dictionaries(
        st.sampled_from(["clinician", "patient", "nobody", "per_day", "drug"]), _WORDS, max_size=2
    ),
)
_DROP = object()
_DAYS = st.sampled_from([date.min, date(2025, 2, 28), TODAY, date.max])
_NATURES = st.sampled_from(["retraction", "expression-of-concern", "correction", "reinstatement", "other"])
_NOTICES = st.lists(st.builds(Retraction, _NATURES, st.none() | _DAYS), max_size=3).map(tuple)


@cache
def _seeds() -> tuple[tuple[str, Files], ...]:
    shared = {name: text.encode() for name, text in SHARED.items()}
    return tuple((path.stem, shared | dict(read_fixture(path).loud[0].files)) for path in _FIXTURES)


def _tree(data: bytes) -> Tree:
    return json.loads(json.dumps(read_yaml(data, "x.yml").root))


@cache
def _alike() -> dict[Any, list[Tree]]:
    """All values that any project has under a key: most of them can be read in another's place."""
    found: dict[Any, list[Tree]] = {}
    for _, files in _seeds():
        for file in sorted(files):
            if file.endswith(".yml"):
                for parent, key in places(_tree(files[file])):
                    found.setdefault(key if isinstance(key, str) else 0, []).append(parent[key])
    return found


def _mutated(data: st.DataObject, files: Files) -> Files:
    """One or two values of its files replaced, dropped or doubled."""
    named = [name for name in files if name.endswith(".yml") and name not in SHARED] or sorted(SHARED)[:-2]
    trees = {name: _tree(files[name]) for name in named}
    for _ in range(data.draw(st.integers(1, 2))):
        found = [place for tree in trees.values() for place in places(tree)]
        if found:
            _change(data, *found[data.draw(st.integers(0, len(found) - 1))])
    return files | {name: json.dumps(tree, ensure_ascii=False).encode() for name, tree in trees.items()}


def _change(data: st.DataObject, parent: Tree, key: Any) -> None:
    how = data.draw(st.sampled_from(["alike", "alike", "alike", "alike", "text", "drop", "any"]))
    if how == "drop":
        del parent[key]
        return
    alike = st.sampled_from(_alike().get(key if isinstance(key, str) else 0, [parent[key]]))
    text = _WORDS if isinstance(parent[key], str) else alike
    value = json.loads(json.dumps(data.draw({"alike": alike, "text": text, "any": _VALUES}[how])))
    if isinstance(parent, list) and data.draw(st.booleans()):
        parent.insert(key, value)
    else:
        parent[key] = value


def _waivers(data: st.DataObject, files: Files) -> Files:
    waiver = st.fixed_dictionaries(
        {
            "rule": st.sampled_from(sorted(waivable_codes())) | _WORDS,
            "entry": st.sampled_from(sorted(Path(name).stem for name in files)) | _WORDS,
            "reason": _WORDS,
            "owner": st.sampled_from(["jane-doe", "nobody"]),
            "until": _DAYS.map(str),
        },
        optional={"place": _WORDS},
    )
    drawn = data.draw(st.lists(waiver, max_size=3))
    return {"content/waivers.yml": json.dumps({"waivers": drawn}).encode()} if drawn else {}


def _states(data: st.DataObject, library: Library) -> dict[tuple[str, str], EditionState]:
    keys = [(entry.id, audience) for entry in library.entries() for audience in library.audiences]
    return {
        key: EditionState(state, Digests("", ""))
        for key in keys
        if (state := data.draw(st.none() | st.sampled_from(State))) is not None
    }


def _retractions(data: st.DataObject, library: Library) -> Retractions:
    by_doi = {work.doi.lower(): data.draw(_NOTICES) for work in library.works.values() if work.doi}
    by_pmid = {work.pmid: data.draw(_NOTICES) for work in library.works.values() if work.pmid}
    return Retractions("x.csv", data.draw(st.none() | _DAYS), by_doi, by_pmid)


def _history(data: st.DataObject, files: Files) -> GitHistory:
    days = {name: (data.draw(_DAYS), data.draw(_DAYS)) for name in files}
    return GitHistory(data.draw(st.booleans()), days)


def _check(data: st.DataObject, files: Files) -> tuple[Finding, ...]:
    with TemporaryDirectory() as name:
        for file, content in files.items():
            path = Path(name, file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        library, _ = load_library(Path(name))
        retractions, history = retractions_in(Path(name)), history_in(Path(name))
    retractions = retractions or data.draw(st.none() | st.just(_retractions(data, library)))
    return check(
        library,
        _states(data, library),
        data.draw(_DAYS),
        texts_of(library),
        retractions=retractions,
        history=history or _history(data, files),
    )


@given(st.data())
def test_no_project_makes_a_rule_raise(data: st.DataObject) -> None:
    _, files = data.draw(st.sampled_from(_seeds()))
    mutated = _mutated(data, files)
    found = _check(data, mutated | (_waivers(data, mutated) if "content/waivers.yml" not in files else {}))
    assert list(found) == sorted(found, key=lambda finding: finding.sort_key)


def test_a_project_stays_itself_when_it_is_written_without_layout() -> None:
    """The seeds are read as they were, so that the property above looks at more than files that cannot be read."""
    for name, files in _seeds():
        for file, content in files.items():
            if file.endswith(".yml"):
                written = json.dumps(_tree(content), ensure_ascii=False).encode()
                assert read_yaml(written, file).root == read_yaml(content, file).root, name
