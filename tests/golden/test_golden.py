"""The articles of small projects, byte for byte. Our bytes only: what the theme draws around them is not in here.

A case is a folder with ``project/`` and ``expected/html/``. ``make golden`` writes what the code gives now.
"""

from __future__ import annotations

import difflib
import re
import shutil
from pathlib import Path

import pytest

from generator.checks.walk import walk_parts
from generator.model.check_times import CheckTime, Threshold
from generator.model.entries.entry import Entry
from generator.model.entries.summary import Summary
from generator.model.evidence import RiskOfBias
from generator.model.evidence_to_decision import EvidenceToDecision
from generator.model.field import Part
from generator.model.figure import Difference, SingleValue
from generator.model.recommendation import OptionGroup, Position
from generator.model.safety import Interaction, InteractionOfDrug
from generator.pipeline.prepare import Prepared
from tests.site_project import SiteProject

_CASES = sorted(path.parent.name for path in Path(__file__).parent.glob("*/project"))


def _prepare(case: str) -> Prepared:
    return SiteProject(Path(__file__).parent / case / "project").prepare()


def _pages(prepared: Prepared) -> dict[str, str]:
    """The articles of the pages of entries, by the name of their expected file."""
    return {
        f"{page.path.rstrip('/')}.html": prepared.articles[page.path].article
        for page in prepared.site.pages
        if page.entry
    }


def _rebind(project: Path) -> None:
    """Let the fictional decisions, of one entry each, hold for the text as it is now, and name each other."""
    folder = project / "content" / "decisions"
    written = {file: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.yml"))}
    shutil.rmtree(folder / "closures", ignore_errors=True)
    for file in written:
        file.unlink()
    for file, text in sorted(written.items(), key=lambda one: (re.findall(r"\nat: (.*)", one[1]), one[0])):
        file.write_text(_rebound(SiteProject(project), text), encoding="utf-8")


def _rebound(project: SiteProject, decision: str) -> str:
    """A decision about what the editions say now, after all that is there already."""
    inspection = project.inspect()
    text = re.sub(r" +previous:\n(?: +\S+: clinsum-decision-1:.*\n)+", "", decision)
    for entry, audience in re.findall(r"entry: (\S+)\n +editions:\n +- audience: (\S+)", text):
        digests = inspection.context.states[entry, audience].digests
        text = re.sub(r"digest: \S+", f"digest: {digests.content}", text)
        text = re.sub(r"words: \S+", f"words: {digests.words}", text)
        project.store_content(inspection, entry, audience)
    entry = re.findall(r"- entry: (\S+)", text)[0]
    return re.sub(
        r"(covers:\n(?: .*\n)+)", lambda found: found[1] + project.previous(inspection, entry), text
    )


def _write(folder: Path, pages: dict[str, str]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for name, article in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(article.encode())


def _difference(case: str, expected: dict[str, str], made: dict[str, str]) -> str:
    lines: list[str] = []
    for name in sorted(expected.keys() | made.keys()):
        before, after = expected.get(name, "").splitlines(), made.get(name, "").splitlines()
        label = f"tests/golden/{case}/expected/html/{name}"
        lines += difflib.unified_diff(before, after, label, "as it is made now", lineterm="", n=1)
    return "\n".join(lines)


@pytest.mark.parametrize("case", _CASES)
def test_articles_are_as_expected(case: str, rewrite_golden: bool) -> None:
    folder = Path(__file__).parent / case / "expected" / "html"
    if rewrite_golden:
        _rebind(folder.parents[1] / "project")
        _write(folder, _pages(_prepare(case)))
    files = (path for path in folder.rglob("*.html"))
    expected = {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in files}
    made = _pages(_prepare(case))
    assert expected, "there are no expected pages: run make golden, and read what it wrote"
    difference = _difference(case, expected, made)
    assert not difference, f"{difference}\n\nIf this is meant: make golden, then read the difference."
    assert expected == made


@pytest.mark.parametrize("case", _CASES)
def test_works_are_numbered_in_the_order_in_which_a_reader_meets_them(case: str) -> None:
    for name, article in _pages(_prepare(case)).items():
        numbers = [int(number) for number in re.findall(r'\bid="cite-([0-9]+)-[0-9]+"', article)]
        first = list(dict.fromkeys(numbers))
        assert first == list(range(1, len(first) + 1)), name


@pytest.mark.parametrize("case", _CASES)
def test_every_anchor_stands_once_and_every_link_within_the_page_finds_its_own(case: str) -> None:
    for name, article in _pages(_prepare(case)).items():
        anchors = re.findall(r'\bid="([^"]+)"', article)
        assert len(anchors) == len(set(anchors)), name
        assert set(re.findall(r'\bhref="#([^"]+)"', article)) <= set(anchors), name


def test_the_cases_together_show_every_kind_of_block() -> None:
    from typing import get_args

    from generator.pages import blocks

    shown: set[type[object]] = set()

    def walk(value: object) -> None:
        if isinstance(value, (tuple, list)):
            for item in value:
                walk(item)
        elif hasattr(value, "__dataclass_fields__"):
            shown.add(type(value))
            for field in value.__dataclass_fields__:
                walk(getattr(value, field))

    for case in _CASES:
        walk([(page.lead, page.sections) for page in _prepare(case).site.pages])
    missing = set(get_args(blocks.Block)) - shown
    assert not missing


def test_the_cases_together_write_every_field_that_a_page_can_show() -> None:
    """A dose is shown by cases of its own."""
    written: dict[type[Part], set[str]] = {}
    for case in _CASES:
        library = _prepare(case).inspection.library
        for entry in (*library.editioned(), *library.drugs.values(), *library.conditions.values()):
            for _, part in walk_parts(entry):
                written.setdefault(type(part), set()).update(part.model_fields_set)
    written[InteractionOfDrug] |= written[Interaction]  # worded by the same lines
    for kind, fields in written.items():
        is_of_every_entry = kind is not Summary and issubclass(kind, Entry)
        known = fields | (Entry.model_fields.keys() if is_of_every_entry else {"id"})
        if not kind.__module__.startswith("generator.model.dose"):
            assert not kind.model_fields.keys() - known, kind.__name__
    parts = (
        EvidenceToDecision,
        Threshold,
        CheckTime,
        OptionGroup,
        Position,
        RiskOfBias,
        Difference,
        SingleValue,
    )
    assert set(parts) <= written.keys()
