"""Every kind of tampering is found by exactly what the table in `docs/record.md` promises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.diagnostics import Finding, Severity
from generator.model.state import State
from tests.review.signed_record import SignedRecord, signed_record
from tests.review.tamperings import Tampering
from tests.review.tamperings_around import every_tampering
from tests.ssh_keys import NEEDS_SSH

pytestmark = NEEDS_SSH
_PAGE = Path(__file__).parents[2] / "docs" / "record.md"
_ROW = re.compile(r"^\| (T\d\d) \| (.+?) \| (.+?) \| (.+?) \| (.+?) \|$", re.M)
_CODE = re.compile(r"[A-Z]{3}(?:\d{3})?")
CASES = every_tampering()


@dataclass(frozen=True)
class Promise:
    """A row. ``codes`` are told, ``more`` may be told beside them."""

    found_by: str
    codes: frozenset[str]
    more: frozenset[str]
    weight: str


def _promises() -> dict[str, Promise]:
    rows = {}
    for number, _, found_by, said_as, weight in _ROW.findall(_PAGE.read_text(encoding="utf-8")):
        codes, _, more = said_as.partition("with")
        found = frozenset(_CODE.findall(codes))
        rows[number] = Promise(found_by.strip("`"), found, frozenset(_CODE.findall(more)), weight)
    return rows


PROMISES = _promises()


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> SignedRecord:
    """The record that nobody has tampered with."""
    return signed_record(tmp_path_factory.mktemp("clean") / "project")


def test_the_page_names_the_rows_that_only_a_base_finds() -> None:
    """Where it says what the branch is protected for."""
    page = _PAGE.read_text(encoding="utf-8")
    listed = page.partition("proposals have to pass `clinsum verify --base`.")[2].partition(
        "are found there"
    )[0]
    named = set()
    for first, last in re.findall(r"T(\d\d)(?:\s+to\s+T(\d\d))?", listed):
        named |= {f"T{number:02}" for number in range(int(first), int(last or first) + 1)}
    assert named == {number for number, one in PROMISES.items() if one.found_by == "--base"}


def test_the_record_that_nobody_touched_has_no_finding(clean: SignedRecord) -> None:
    assert clean.findings({}) == ()
    assert clean.findings(clean.checks(), clean) == ()
    states = {key: one.state for key, one in clean.states.items()}
    assert states["second-question", "patient"] is State.APPROVED
    assert states["example-question", "clinician"] is State.APPROVED
    assert states["example-drug", "clinician"] is State.UNDER_REVIEW


def test_there_are_two_hundred_cases_and_each_row_has_one() -> None:
    assert len(CASES) >= 200
    assert {case.row for case in CASES} == PROMISES.keys()
    assert len(PROMISES) >= 25
    assert len({(case.row, case.label) for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.row}: {case.label}")
def test_it_is_found_as_the_table_promises(case: Tampering, clean: SignedRecord, tmp_path: Path) -> None:
    base = clean
    if case.before is not None:
        base = clean.copy(tmp_path / "base")
        case.before(base)
    project = base.copy(tmp_path / "project")
    case.now(project)
    promise = PROMISES[case.row]
    found_by, found = next(_first(project, base), ("nothing", ()))
    if promise.found_by == "the state":
        assert (found_by, found) == ("nothing", ())
        assert not _approved(project, case.freed)
        return
    assert found_by == promise.found_by, [(one.code, str(one.place), one.message) for one in found]
    codes = {one.code for one in found}
    assert promise.codes <= codes <= promise.codes | promise.more
    _weigh(promise, found, project, base)


def _first(project: SignedRecord, base: SignedRecord) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """By what it is found that needs least: the record alone, signatures, the base."""
    if found := project.findings({}):
        yield "the record", found
    if found := project.findings(project.checks()):
        yield "signatures", found
    if found := project.findings(project.checks(), base):
        yield "--base", found


def _weigh(promise: Promise, found: tuple[Finding, ...], project: SignedRecord, base: SignedRecord) -> None:
    """An error stops a site. What only counts for nothing is a warning, and an error in a proposal that sets free."""
    errors = {one.code for one in found if one.severity is Severity.ERROR}
    if promise.weight == "error":
        assert promise.codes <= errors
    elif promise.weight == "warning":
        assert not errors & promise.codes
    elif promise.weight == "warning; new: error":
        assert not errors & promise.codes
        with_base = project.findings(project.checks(), base)
        assert promise.codes <= {one.code for one in with_base if one.severity is Severity.ERROR}


def _approved(project: SignedRecord, entries: tuple[str, ...]) -> bool:
    assert entries
    states = project.states
    return any(states[entry, "clinician"].is_approved for entry in entries)
