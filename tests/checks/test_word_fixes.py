"""A fix of words mends its finding and nothing besides: no number changes its value, no mark is touched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Finding
from generator.sources.fix_in_text import fixed_text
from generator.sources.load import load_library
from tests.checks.checked import checked
from tests.checks.rule_fixture import Project

_FAULTS = st.sampled_from(
    [
        "the the risk", "in in trials", "10mg daily", "5mg/kg", "1.0 mg", "2.50 mg", "1.0 to 3 mg", ".5 mg",
        ".25 to 1 mg", "100000 units", "25000 people", "0.47,95% CI", "given,but", "5 mg;then", "failed.Then",
        "dailyfor a week",
        "Examplin300 mg", "{quantity:5 mg}daily", "shown [@dyck-2009]and", "immunoglobulin(IVIG) was", "10 mg. daily",
    ]
)  # fmt: skip
_SOUND = st.sampled_from(
    [
        "the risk", "10 mg daily", "0.5 mg", "1.05 mg", "1,000 people", "[@dyck-2009]", "{quantity:10 mg}", "HR 1.0",
        "*P* < .05", "1.0 mg/dL", "0.47, 95% CI", "the end.", "é 5 µg", "10 to 20", "2,4-D", "“quoted”",
    ]
)  # fmt: skip
_TEXTS = st.lists(st.one_of(_FAULTS, _SOUND), min_size=1, max_size=5).map(" ".join)
_MARK = re.compile(r"\[@[^\]]*\]|\{[^}]*\}")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d*\.?\d+")


def _fixable(text: str) -> Iterator[Finding]:
    """The findings on words that a page of this one text has, with their fixes."""
    head = (
        "kind: summary\nquestion: {clinician: Does it help?}\ncondition: plexopathy\naudiences: [clinician]\n"
    )
    page = f"{head}overview:\n  - wording: '{text}'\n    cites: [dyck-2009]\n"
    with TemporaryDirectory() as folder:
        Project((("content/summaries/x.yml", page.encode()),), frozenset(), ()).write(Path(folder))
        library, _ = load_library(Path(folder))
        found = [one for one in checked(library) if one.code.startswith("WRD")]
    return (one for one in found if one.fix is not None)


def _numbers(text: str) -> list[Decimal]:
    return [Decimal(found[0].replace(",", "")) for found in _NUMBER.finditer(_MARK.sub(" ", text))]


def _letters(text: str) -> str:
    return "".join(re.findall(r"[^\W\d_]", text))


@settings(max_examples=40, deadline=None)
@given(_TEXTS)
def test_a_fix_of_words_mends_its_finding_and_nothing_else(text: str) -> None:
    for finding in _fixable(text):
        assert finding.fix is not None
        mended = fixed_text(text, finding.fix)
        assert mended != text
        assert _MARK.findall(mended) == _MARK.findall(text)
        assert _numbers(mended) == _numbers(text), (text, mended)
        is_doubled = finding.rule.name == "doubled-words"
        left_out = _letters(finding.fix.after) if is_doubled else ""
        assert len(_letters(mended)) == len(_letters(text)) - len(left_out), (text, mended)
        assert fixed_text(mended, finding.fix) == mended
        left = [(one.code, one.fix) for one in _fixable(mended)]
        assert (finding.code, finding.fix) not in left, (text, mended)
