"""Fifty rewrites that change nothing that a reader is told keep an approval. All people are fictional."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.state import State
from tests.site_project import SiteProject, reviewed

_SUMMARY = "content/summaries/example-question.yml"
_DRUG = "content/drugs/example-drug.yml"
_CONDITION = "content/conditions/example-condition.yml"
_BIB = "references.bib"
_EDITIONS = (
    ("example-question", "clinician"),
    ("example-question", "patient"),
    ("example-drug", "clinician"),
)


@pytest.fixture(scope="module")
def approved_project(tmp_path_factory: pytest.TempPathFactory) -> SiteProject:
    project = reviewed(tmp_path_factory.mktemp("approved") / "site")
    # A word with an accent, so that its two forms in Unicode can be told apart.
    project.edit(_SUMMARY, "Invented patients", "Invented patients of Château-Exemple")
    project.approve("example-question", "clinician", "patient")
    project.approve("example-drug", "clinician")
    return project


def text_of(file: str, change: Callable[[str], str]) -> Callable[[SiteProject], None]:
    """A rewrite of the text of one file, which must change it."""

    def rewrite(project: SiteProject) -> None:
        path = project.path(file)
        before = path.read_text(encoding="utf-8")
        after = change(before)
        assert after != before, "this rewrite changed nothing"
        path.write_bytes(after.encode())

    return rewrite


def replaced(file: str, old: str, new: str) -> Callable[[SiteProject], None]:
    def change(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return text_of(file, change)


def added(file: str, text: str) -> Callable[[SiteProject], None]:
    return text_of(file, lambda before: f"{before}\n{text}\n")


def dumped(**options: Any) -> Callable[[str], str]:
    """The same data in another layout. Everything is a text, so that no number changes its form."""

    def change(text: str) -> str:
        data = yaml.load(text, Loader=yaml.BaseLoader)
        return str(yaml.dump(data, allow_unicode=True, Dumper=yaml.SafeDumper, **options))

    return change


def turned(text: str) -> str:
    data = yaml.load(text, Loader=yaml.BaseLoader)
    return str(yaml.safe_dump(dict(reversed(data.items())), allow_unicode=True, sort_keys=False))


def without_comments(text: str) -> str:
    return re.sub(r"(?m)^ *#.*\n", "", text)


def file_added(name: str, text: str) -> Callable[[SiteProject], None]:
    def rewrite(project: SiteProject) -> None:
        project.write(name, text)

    return rewrite


REWRITES: dict[str, Callable[[SiteProject], None]] = {
    "line ends of Windows": text_of(_SUMMARY, lambda text: text.replace("\n", "\r\n")),
    "line ends of Windows in the drug": text_of(_DRUG, lambda text: text.replace("\n", "\r\n")),
    "line ends of Windows in the bibliography": text_of(_BIB, lambda text: text.replace("\n", "\r\n")),
    "no line end at the end": text_of(_SUMMARY, lambda text: text.rstrip("\n")),
    "empty lines at the end": text_of(_SUMMARY, lambda text: text + "\n\n\n"),
    "empty lines between": text_of(_SUMMARY, lambda text: text.replace("\n\n", "\n\n\n")),
    "no empty lines": text_of(_SUMMARY, lambda text: text.replace("\n\n", "\n")),
    "letters taken apart (NFD)": text_of(_SUMMARY, lambda text: unicodedata.normalize("NFD", text)),
    "keys sorted": text_of(_SUMMARY, dumped(sort_keys=True)),
    "keys turned around": text_of(_SUMMARY, turned),
    "keys of the drug turned around": text_of(_DRUG, turned),
    "keys of the condition turned around": text_of(_CONDITION, turned),
    "block style": text_of(_SUMMARY, dumped(sort_keys=False, default_flow_style=False)),
    "flow style": text_of(_SUMMARY, dumped(sort_keys=False, default_flow_style=True, width=100)),
    "flow style in one line": text_of(_DRUG, dumped(default_flow_style=True, width=10_000)),
    "texts in double quotes": text_of(_SUMMARY, dumped(sort_keys=False, default_style='"')),
    "texts in single quotes": text_of(_SUMMARY, dumped(sort_keys=False, default_style="'")),
    "indented by four": text_of(_SUMMARY, dumped(sort_keys=False, indent=4)),
    "narrow lines": text_of(_SUMMARY, dumped(sort_keys=False, width=30)),
    "wide lines": text_of(_SUMMARY, dumped(sort_keys=False, width=1_000)),
    "a folded text": replaced(
        _SUMMARY, "wording: Give the example drug.", "wording: >-\n      Give the\n      example drug."
    ),
    "a literal text": replaced(
        _SUMMARY, "wording: Give the example drug.", "wording: |-\n      Give the example drug."
    ),
    "a text over two lines": replaced(
        _SUMMARY, "wording: Give the example drug.", "wording: Give the\n      example drug."
    ),
    "a mapping written out": replaced(_SUMMARY, "maximum: {per_day: 2 mg}", "maximum:\n      per_day: 2 mg"),
    "a list written out": replaced(
        _SUMMARY, "doses: [example-dose]\n    statements", "doses:\n      - example-dose\n    statements"
    ),
    "the audiences of a wording in another order": replaced(
        _SUMMARY,
        "      clinician: Example drug\n      patient: Example medicine\n",
        "      patient: Example medicine\n      clinician: Example drug\n",
    ),
    "yes for true": replaced(_SUMMARY, "bottom_line: yes", "bottom_line: true"),
    "a number in quotes": replaced(_SUMMARY, "events: 3", "events: '3'"),
    "comments taken out": text_of(_SUMMARY, without_comments),
    "a comment at the start": text_of(_SUMMARY, lambda text: "# Read again.\n" + text),
    "a comment behind a value": replaced(_SUMMARY, "amount: 1 to 2 mg", "amount: 1 to 2 mg  # as printed"),
    "a comment in the drug": added(_DRUG, "# Read again."),
    "a comment in the bibliography": text_of(_BIB, lambda text: "% Read again.\n" + text),
    "fields of a work in another order": replaced(
        _BIB,
        "  year = {2026},\n  evidencetype = {other},\n",
        "  evidencetype = {other},\n  year = {2026},\n",
    ),
    "a work in quotes": replaced(_BIB, "year = {2026}", 'year = "2026"'),
    "a work indented otherwise": text_of(_BIB, lambda text: text.replace("\n  ", "\n\t")),
    "another work that nobody cites": added(_BIB, "@misc{other, title = {Another}, evidencetype = {other}}"),
    "an author is added": replaced(_SUMMARY, "authors: [my-organisation]", "authors: [my-organisation, uma]"),
    "another owner": replaced(_SUMMARY, "owner: my-organisation", "owner: uma"),
    "another deputy": replaced(_SUMMARY, "deputy: my-organisation", "deputy: uma"),
    "another change note": replaced(
        _SUMMARY, "changes:\n", "changes:\n  - {date: 2026-11-22, kind: minor, note: A comma.}\n"
    ),
    "a longer interval between reviews": added(_SUMMARY, "review: {every: 24 mo}"),
    "an error of the source is noted": added(
        _SUMMARY, "source_errors:\n  - {claim: It says two., why: It is three.}"
    ),
    "another entry that nobody quotes": file_added(
        "content/conditions/other.yml",
        "kind: condition\nname: Other\nspecialty: not-stated\ncodes: not-stated\n",
    ),
    "another page of prose": file_added("content/pages/more.md", "# More\n\nMore to read.\n"),
    "another person": file_added("content/people/vic.yml", "kind: person\nname: Vic Invented\n"),
    "an empty value left out": replaced(_DRUG, "deputy: my-organisation\n", ""),
    "a file touched": lambda project: project.path(_SUMMARY).touch(),
    "a file of its own time and permission": lambda project: project.path(_SUMMARY).chmod(0o600),
    "a README beside the entries": file_added("content/summaries/README.md", "Entries.\n"),
}


def test_there_are_fifty() -> None:
    assert len(REWRITES) == 50


@pytest.mark.parametrize("name", REWRITES)
def test_the_approval_stays(name: str, approved_project: SiteProject, tmp_path: Path) -> None:
    shutil.copytree(approved_project.folder, tmp_path / "site")
    project = SiteProject(tmp_path / "site")
    project.write("content/people/uma.yml", "kind: person\nname: Uma Invented\n")
    REWRITES[name](project)
    states = project.inspect().context.states
    assert {key: states[key].state for key in _EDITIONS} == dict.fromkeys(_EDITIONS, State.APPROVED)


def test_without_the_approval_none_of_this_would_show(approved_project: SiteProject, tmp_path: Path) -> None:
    shutil.copytree(approved_project.folder, tmp_path / "site")
    project = SiteProject(tmp_path / "site")
    project.edit(_SUMMARY, "amount: 1 to 2 mg", "amount: 1 to 3 mg")
    states = project.inspect().context.states
    assert states["example-question", "clinician"].state is State.UNDER_REVIEW
    assert states["example-question", "patient"].state is State.APPROVED
