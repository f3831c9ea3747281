"""What the writer of doses words is never a fault of writing, not even where an author had typed it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.compiler.dosing.profiles import PROFILES
from generator.diagnostics import Finding
from generator.sources.load import load_library
from tests.checks.checked import checked
from tests.checks.rule_fixture import Project

_DOSES = Path(__file__).parents[1] / "doses"
_WORDING = re.compile(r"^- \*\*(?P<profile>[a-z-]+), (?:short|in full)\*\*: (?P<text>.*)$", re.M)
_NOT_OF_DOSES = frozenset({"undefined-abbreviation", "abbreviation-unknown-to-some", "one-term-per-thing"})
"""The words of the editors in these doses are theirs: abbreviations, and their choice of terms."""


def _texts(profile: str) -> list[str]:
    files = sorted(_DOSES.glob("*.md"))
    matches = (match for file in files for match in _WORDING.finditer(file.read_text(encoding="utf-8")))
    return list(dict.fromkeys(match["text"] for match in matches if match["profile"] == profile))


def _found(folder: Path, profile: str) -> list[Finding]:
    audience = "reader"
    lines = (text.replace("\\", "\\\\").replace('"', '\\"') for text in _texts(profile))
    page = "kind: summary\nquestion: {reader: Which dose?}\ncondition: plexopathy\naudiences: [reader]\noverview:\n"
    page += "".join(f'  - wording: {{{audience}: "{line}"}}\n' for line in lines)
    readers = f"kind: audience\nlabel: Readers\nswitch: Read\nprofile: {profile}\nsections: [bottom-line]\n"
    files = (
        (f"content/audiences/{audience}.yml", readers.encode()),
        ("content/summaries/x.yml", page.encode()),
    )
    Project(files, frozenset(), ()).write(folder)
    library, _ = load_library(folder)
    of_words = (finding for finding in checked(library) if finding.code.startswith("WRD"))
    return [finding for finding in of_words if finding.rule.name not in _NOT_OF_DOSES]


@pytest.mark.parametrize("profile", sorted(PROFILES))
def test_no_wording_of_a_dose_is_a_fault(profile: str, tmp_path: Path) -> None:
    assert len(_texts(profile)) > 100
    found = _found(tmp_path, profile)
    assert found == [], "\n".join(f"{one.rule.name}: {one.message}" for one in found)
