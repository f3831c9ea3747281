"""Good prose stays without errors, and its warnings are few and counted: who cries wolf is switched off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from generator.diagnostics import Finding, Severity
from generator.model.library import Library
from generator.sources.load import load_library
from tests.checks.checked import checked
from tests.checks.rule_fixture import Project

_FILE = Path(__file__).parent / "good_prose.md"
_LABORATORY = Path(__file__).parent / "good_prose_laboratory.md"
_SECTION = re.compile(r"^## (?P<title>.+?)\n(?P<lines>.*?)(?=^## |\Z)", re.M | re.S)
_FALSE_ALARMS = {
    "look-alikes-side-by-side": 6,  # notes: names that the text sets beside each other on purpose
}
"""The most warnings and notes that each rule may give on all these lines. Any other rule gives none."""
_DRUG = """\
kind: drug
name: {name}
synonyms: [{synonym}]
brands: not-stated
drug_class: not-stated
mechanism: not-stated
owner: jane-doe
deputy: john-roe
"""
_SYNONYMS = {"immunoglobulin": "IVIg", "mycophenolate mofetil": "MMF"}
_DRUGS = (
    "examplin", "otherdrug", "thirdmab", "immunoglobulin", "mycophenolate mofetil", "prednisone", "prednisolone",
    "methotrexate", "tacrolimus", "infliximab", "adalimumab", "certolizumab pegol", "rituximab", "ciclosporin",
    "heparin", "amoxicillin", "vancomycin", "carboplatin", "duloxetine", "fluoxetine", "cyclophosphamide", "propofol",
    "cefazolin", "warfarin", "lithium", "insulin glargine", "azacitidine",
)  # fmt: skip


def _sections() -> Iterator[tuple[str, list[str]]]:
    for match in _SECTION.finditer(_FILE.read_text(encoding="utf-8")):
        lines = [line[2:] for line in match["lines"].splitlines() if line.startswith("- ")]
        yield match["title"], lines


def _page(title: str, lines: list[str]) -> tuple[str, bytes]:
    """A summary that states each line, with a citation."""
    audience = "patient" if title.startswith("For patients") else "clinician"
    head = [
        "kind: summary",
        f"question: {{{audience}: Does examplin help in examplitis?}}",
        "condition: plexopathy",
        f"audiences: [{audience}]",
        "doses:",
        "  examplin: {drug: azathioprine, purpose: recommended, amount: 50 mg, every: 1 d, route: oral}",
        "overview:",
    ]
    quoted = (line.replace("\\", "\\\\").replace('"', '\\"') for line in lines)
    body = [f'  - wording: {{{audience}: "{line}"}}\n    cites: [dyck-2009]' for line in quoted]
    name = re.sub(r"[^a-z]+", "-", title.lower()).strip("-")
    return f"content/summaries/{name}.yml", "\n".join([*head, *body, ""]).encode()


def _drug(name: str) -> tuple[str, bytes]:
    path = f"content/drugs/{name.replace(' ', '-')}.yml"
    return path, _DRUG.format(name=name, synonym=_SYNONYMS.get(name, "")).encode()


@cache
def _library(folder: Path) -> Library:
    pages = tuple(_page(title, lines) for title, lines in _sections())
    drugs = tuple(_drug(name) for name in _DRUGS)
    Project((*pages, *drugs), frozenset(), ()).write(folder)
    library, findings = load_library(folder)
    assert [finding.message for finding in findings if finding.severity is Severity.ERROR] == []
    return library


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[Finding, ...]:
    """What all rules say of the lines themselves."""
    library = _library(tmp_path_factory.mktemp("prose"))
    return tuple(finding for finding in checked(library) if "overview" in finding.pointer)


def _told(findings: list[Finding]) -> str:
    return "\n".join(f"{one.place.file} {one.rule.name}: {one.message}" for one in findings)


def test_there_are_enough_lines_of_many_fields() -> None:
    sections = list(_sections())
    lines = [line for _, of_section in sections for line in of_section]
    assert len(lines) >= 450
    assert len(set(lines)) == len(lines)
    assert len(sections) >= 15


def test_good_prose_has_no_error(found: tuple[Finding, ...]) -> None:
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    assert errors == [], _told(errors)


def test_every_warning_is_counted(found: tuple[Finding, ...]) -> None:
    weak = [finding for finding in found if finding.severity is not Severity.ERROR]
    counted = Counter(finding.rule.name for finding in weak)
    print(_told(weak))
    too_many = {name: count for name, count in counted.items() if count > _FALSE_ALARMS.get(name, 0)}
    assert too_many == {}, _told(weak)


def test_all_lines_reach_the_rules(tmp_path: Path) -> None:
    """A project of the same lines with a fault in each would be found out: the lines are read as site text."""
    lines = [line.replace(" the ", " the the ", 1) for _, of_section in _sections() for line in of_section]
    faulty = [line for line in lines if " the the " in line]
    Project((_page("Faulty", faulty),), frozenset(), ()).write(tmp_path)
    library, _ = load_library(tmp_path)
    doubled = [finding for finding in checked(library) if finding.rule.name == "doubled-words"]
    assert len({finding.pointer for finding in doubled}) == len(faulty) > 80


def test_values_of_a_laboratory_are_no_doses(tmp_path: Path) -> None:
    """As typed, without marks: whether they should be marks is another rule's business."""
    lines = [
        line[2:] for line in _LABORATORY.read_text(encoding="utf-8").splitlines() if line.startswith("- ")
    ]
    Project((_page("Laboratory", lines),), frozenset(), ()).write(tmp_path)
    library, _ = load_library(tmp_path)
    of_words = [finding for finding in checked(library) if finding.code.startswith(("WRD", "DOS001"))]
    assert of_words == [], _told(of_words)
    assert len(lines) >= 30
