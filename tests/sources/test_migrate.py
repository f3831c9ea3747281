"""What a migration would write: the bytes that have to change, and not one more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.sources.migrate import MigrationPlan, plan_migration
from generator.sources.strict_yaml import read_yaml
from tests.model.entries import SUMMARY

_HEAD = "kind: summary\nquestion: Why?\n"


def _plan(folder: Path, **files: str | bytes) -> MigrationPlan:
    """The plan for a project of version 1; a keyword is a path with ``__`` for ``/`` and without ``.yml``."""
    (folder / "content").mkdir(exist_ok=True)
    for name, text in files.items():
        path = folder / "content" / f"{name.replace('__', '/')}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return plan_migration(folder)


def _migrated(folder: Path, text: str) -> str:
    plan = _plan(folder, summaries__question=text)
    assert plan.findings == ()
    entry, version = plan.files
    assert (entry.file, entry.changes) == ("content/summaries/question.yml", 1)
    assert (version.file, version.after) == ("content/schema-version", b"2\n")
    return entry.after.decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (_HEAD + "background: # why\n  - wording: x\n", _HEAD + "overview: # why\n  - wording: x\n"),
        (_HEAD + '"background" :\n- wording: x\n', _HEAD + '"overview" :\n- wording: x\n'),
        ("{kind: summary, background: [], question: x}", "{kind: summary, overview: [], question: x}"),
        ("{background: []}\n", "{overview: []}\n"),
        ("# é µ 𝟙\r\nkind: summary\r\nbackground: []\r\n", "# é µ 𝟙\r\nkind: summary\r\noverview: []\r\n"),
        ("𝟙: {background: background}\nbackground: []", "𝟙: {background: background}\noverview: []"),
        ("? background\n: - wording: x", "? overview\n: - wording: x"),
        ("---\nbackground: []   \n...\n", "---\noverview: []   \n...\n"),
    ],
    ids=[
        "comment",
        "quotes",
        "flow",
        "only flow",
        "line ends",
        "beyond the BMP",
        "explicit key",
        "document marks",
    ],
)
def test_only_the_key_of_the_entry_changes(tmp_path: Path, before: str, after: str) -> None:
    assert _migrated(tmp_path, before) == after


def test_the_same_word_elsewhere_stays(tmp_path: Path) -> None:
    plan = _plan(
        tmp_path,
        summaries__a=_HEAD + "conclusion:\n  - wording: background\n    background: x\n# background: y\n",
        medications__b="kind: medication\nbackground: []\n",
        decisions__c="kind: decision\nbackground: []\n",
        decisions__closures__d="kind: summary\nbackground: []\n",
        notes="kind: summary\nbackground: []\n",
    )
    assert [file.file for file in plan.files] == ["content/schema-version"]


def test_an_entry_of_a_misspelt_kind_is_carried_along_with_its_folder(tmp_path: Path) -> None:
    assert _migrated(tmp_path, "kind: sumary\nbackground: []\n") == "kind: sumary\noverview: []\n"


def test_content_that_needs_no_change_only_gets_its_version(tmp_path: Path) -> None:
    (file,) = _plan(tmp_path, summaries__a=_HEAD + "overview: []\n").files
    assert (file.file, file.before, file.after) == ("content/schema-version", None, b"2\n")


def test_current_content_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "schema-version").write_bytes(b"2")
    plan = _plan(tmp_path, summaries__a="a: [")
    assert plan == MigrationPlan(2)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (_HEAD + "background: &a []\n", "SRC003", 3),
        (_HEAD + "background: []\nbackground: []\n", "SRC002", 4),
        (_HEAD + "background: [}\n", "SRC001", 3),
        ("\ufeff" + _HEAD + "background: []\n", "SRC010", 1),
        (_HEAD + "overview: []\nbackground: []\n", "SRC028", 4),
    ],
    ids=["anchor", "twice", "broken", "byte order mark", "both names"],
)
def test_a_file_that_cannot_be_carried_along_stops_all_with_its_place(
    tmp_path: Path, text: str, code: str, line: int
) -> None:
    good = _HEAD + "background: []\n"
    plan = _plan(tmp_path, summaries__good=good, summaries__bad=text, summaries__fine=good)
    assert plan.files == ()
    (finding,) = plan.findings
    assert (finding.code, finding.place.file, finding.place.line) == (code, "content/summaries/bad.yml", line)


def test_a_warning_does_not_stop_it(tmp_path: Path) -> None:
    assert "overview" in _migrated(tmp_path, _HEAD + "condition: x # 5 mg daily\nbackground: []\n")


@st.composite
def _layouts(draw: st.DrawFn) -> bytes:
    """A summary of version 1 as one editor or another might lay it out."""
    told = [
        {"wording": draw(st.sampled_from(["Something µ", "background: x", "a # b"])), "cites": ["roe-2020"]}
    ]
    entry = SUMMARY | {"background": told}
    data = {key: entry[key] for key in draw(st.permutations(sorted(entry)))}
    text = yaml.safe_dump(
        data,
        allow_unicode=draw(st.booleans()),
        sort_keys=False,
        default_flow_style=draw(st.sampled_from([None, False, True])),
        indent=draw(st.integers(2, 6)),
        width=draw(st.integers(20, 200)),
        default_style=draw(st.sampled_from([None, '"', "'"])),
    )
    lines = [draw(st.sampled_from(["# a comment\n", "\n", ""])), text]
    return "".join(lines).replace("\n", draw(st.sampled_from(["\n", "\r\n"]))).encode()


@given(data=_layouts())
def test_in_any_layout_only_the_key_changes_and_a_second_run_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.mktemp("project")
    entry, _ = _plan(folder, summaries__question=data).files
    before: Any = read_yaml(data, "x.yml").root
    after: Any = read_yaml(entry.after, "x.yml").root
    assert after == {("overview" if key == "background" else key): value for key, value in before.items()}
    cut = next(at for at in range(len(data)) if data[at] != entry.after[at])
    assert (data[cut : cut + 10], entry.after[cut : cut + 8]) == (b"background", b"overview")
    assert data[cut + 10 :] == entry.after[cut + 8 :]
    (version,) = _plan(folder, summaries__question=entry.after).files
    assert version.file == "content/schema-version"
