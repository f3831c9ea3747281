"""A finding keeps its identity whatever is done around it, so that nobody judges it twice."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.checked_project import SUMMARY, check, small_project
from tests.site_project import SiteProject

_OTHER = """\
kind: condition
name: Another condition (fictional)
specialty: Neurology
codes: not-stated
authors: [my-organisation]
owner: my-organisation
deputy: my-organisation
"""


@pytest.fixture
def faulty(tmp_path: Path) -> SiteProject:
    """Faults in a dose, in an item with an id, in items without one, in a text, a work, and a page of prose."""
    project = small_project(tmp_path / "project")
    project.edit(SUMMARY, "amount: 1 to 2 mg", "amount: 2 mg/kg")
    project.edit(SUMMARY, "maximum: {per_day: 2 mg}", "maximum: not-stated")
    project.edit(SUMMARY, "option: example-option\n", "option: no-option\n")
    project.edit(SUMMARY, "patient: You may yawn", "patient: You you may yawn at 5 mg")
    two = "limitations:\n  - wording: {clinician: A limit at 7 mg., patient: A limit at 7 mg.}\n"
    project.edit(SUMMARY, "limitations:\n", two + two.partition("\n")[2])
    project.write("content/pages/about.md", "# About\n\nSee [it](entry:nowhere).\n")
    project.write("content/conditions/other.yml", _OTHER)
    return project


def _identities(project: SiteProject, *paths: str | Path) -> list[str]:
    return [one["identity"] for one in json.loads(check(project, *paths, "--format", "json").stdout)]


def _each(project: SiteProject, change: Callable[[str], str], pattern: str = "content/**/*.yml") -> None:
    for path in sorted(project.folder.glob(pattern)):
        before = path.read_bytes().decode()
        path.write_bytes(change(before).encode())


def _comments(project: SiteProject) -> None:
    _each(project, lambda text: "# one\n\n" + re.sub(r"(?m)^(?=\w)", "\n# two\n", text))


def _line_ends(project: SiteProject) -> None:
    _each(project, lambda text: text.replace("\n", "\r\n"))


def _order_of_keys(project: SiteProject) -> None:
    """The parts of the file stand in the opposite order."""
    _each(project, lambda text: "".join(reversed(re.split(r"(?m)^(?=\w)", text))), SUMMARY)


def _items_above(project: SiteProject) -> None:
    good = "  - wording: {clinician: Nothing is left out., patient: Nothing is left out.}\n"
    project.edit(SUMMARY, "limitations:\n", f"limitations:\n{good}")
    harm = "  - {id: above, drug: example-drug, severity: mild, frequency: not-stated, wording: "
    words = "{clinician: A sneeze., patient: A sneeze.}, cites: [example-work]}\n"
    project.edit(SUMMARY, "harms:\n", f"harms:\n{harm}{words}")


def _another_entry_renamed(project: SiteProject) -> None:
    project.path("content/conditions/other.yml").rename(project.path("content/conditions/a-first.yml"))


def _words_above_a_page(project: SiteProject) -> None:
    project.edit("content/pages/about.md", "# About\n", "# About\n\nWords.\n\nMore words.\n")


@pytest.mark.parametrize(
    "change",
    [_comments, _line_ends, _order_of_keys, _items_above, _another_entry_renamed, _words_above_a_page],
)
def test_what_is_done_around_a_finding_leaves_its_identity(
    faulty: SiteProject, change: Callable[[SiteProject], None]
) -> None:
    before = _identities(faulty)
    assert len(before) == len(set(before)) > 8
    change(faulty)
    assert sorted(_identities(faulty)) == sorted(before)


def test_a_part_of_the_report_has_the_identities_of_the_whole(
    faulty: SiteProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = _identities(faulty)
    monkeypatch.chdir(faulty.path("content/drugs"))
    assert _identities(faulty) == whole
    part = _identities(faulty, "../summaries")
    assert part and set(part) <= set(whole)
