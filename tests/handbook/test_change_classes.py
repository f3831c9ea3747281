"""The page of change classes: current, and whole: each clinical field of the model once, with each operation."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from generator.handbook import change_classes_page
from generator.model.change import Operation
from generator.model.change_rule import RULES
from generator.model.dose import Dose
from generator.model.field import Part, clinical_fields
from generator.model.library import KINDS
from generator.model.work import Work

_PAGE = Path(__file__).parents[2] / "docs" / "change-classes.md"
_SECTION = re.compile(r"^### (\w+)$", re.M)


def sections() -> dict[str, str]:
    """Each kind of part with what stands below its heading."""
    _, *named = _SECTION.split(change_classes_page())
    return dict(zip(named[::2], named[1::2], strict=True))


def keys_of(part: type[Part]) -> set[str]:
    """The keys in the tables of a part and of those that it is made from."""
    names = [base.__name__.lstrip("_") for base in part.__mro__]
    return {key for name in names for key in re.findall(r"^\| `(\w+)` \|", sections().get(name, ""), re.M)}


def test_the_page_is_current() -> None:
    assert _PAGE.read_text(encoding="utf-8") == change_classes_page(), "run: make schema"


def test_no_two_parts_share_a_heading() -> None:
    headings = _SECTION.findall(change_classes_page())
    assert len(headings) == len(set(headings)) > 70


def test_every_clinical_field_of_every_kind_has_its_row() -> None:
    kinds: list[type[Part]] = [*KINDS.values(), Work, Dose]
    for part in kinds:
        assert {key for _, key in clinical_fields(part)} <= keys_of(part), part.__name__


def test_every_row_tells_every_operation_and_no_field_is_without_a_rule() -> None:
    rows = [line for text in sections().values() for line in text.splitlines() if line.startswith("| `")]
    assert len(rows) > 500
    for row in rows:
        _, rule, *levels = (cell.strip(" `") for cell in row.strip("|").split("|"))
        assert rule in RULES, row
        assert len(levels) == len(Operation), row


def test_every_link_leads_to_a_part() -> None:
    page = change_classes_page()
    anchors = {heading.lower() for heading in _SECTION.findall(page)}
    assert set(re.findall(r"\]\(#([a-z]+)\)", page)) <= anchors


def test_the_command_writes_it(tmp_path: Path) -> None:
    page = tmp_path / "classes.md"
    ran = CliRunner().invoke(
        main, ["schema", "--out", str(tmp_path / "schema"), "--change-classes", str(page)]
    )
    assert ran.exit_code == 0, ran.output
    assert page.read_text(encoding="utf-8") == change_classes_page()


def test_a_page_that_cannot_be_written_is_told_in_words(tmp_path: Path) -> None:
    page = tmp_path / "nowhere" / "classes.md"
    ran = CliRunner().invoke(
        main, ["schema", "--out", str(tmp_path / "schema"), "--change-classes", str(page)]
    )
    assert ran.exit_code == 2
    assert "Traceback" not in ran.output
