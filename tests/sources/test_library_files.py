"""Waivers and lists of words: what is read of them, where it stands, and what an editor is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Finding
from generator.model.library import Library
from generator.sources.load import load_library

_WAIVERS = """\
waivers:
  - rule: DOS002
    entry: x
    place: doses.examplin.maximum
    reason: The source is being asked.
    owner: jane-roe
    until: 2027-01-31
  - {rule: CIT005, entry: "work:roe-2020", reason: It is kept., owner: jane-roe, until: 2027-02-28}
"""
_LIST = """\
source: Counted by Jane Roe
version: first
licence: our own work
retrieved: 2026-11-21
rows:
  - {word: examplin, syllables: "3"}
  - word: plexopathy
    syllables: ["4", "5"]
"""


def _loaded(folder: Path, **files: str) -> tuple[Library, list[Finding]]:
    (folder / "references.bib").write_text("", encoding="utf-8")
    for name, text in {"schema-version": "2\n", **files}.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_library(folder)


def test_waivers_are_read_with_their_places(tmp_path: Path) -> None:
    library, findings = _loaded(tmp_path, **{"waivers.yml": _WAIVERS})
    assert findings == []
    assert [(one.rule, one.entry, one.until.isoformat()) for one in library.waivers] == [
        ("DOS002", "x", "2027-01-31"),
        ("CIT005", "work:roe-2020", "2027-02-28"),
    ]
    assert str(library.place_of("waivers", (0, "until"))) == "content/waivers.yml:7:12"
    assert library.place_of("waivers", (0, "until")) == library.place_of("waivers", ("waivers", 0, "until"))
    assert library.place_of("waivers", (1,)).line == 8


def test_a_list_is_read_with_its_places(tmp_path: Path) -> None:
    library, findings = _loaded(tmp_path, **{"vocabulary/syllables.yml": _LIST, "vocabulary/README.md": "x"})
    assert findings == []
    assert library.vocabulary["syllables"].rows[1]["syllables"] == ("4", "5")
    place = library.place_of("vocabulary:syllables", ("rows", 1, "syllables"))
    assert str(place) == "content/vocabulary/syllables.yml:8:16"


@pytest.mark.parametrize("key", ["rule", "entry", "reason", "owner", "until"])
def test_what_a_waiver_lacks_is_asked_for(tmp_path: Path, key: str) -> None:
    lines = [line for line in _WAIVERS.splitlines()[:7] if f"{key}:" not in line]
    text = "\n".join(lines).replace("waivers:\n    ", "waivers:\n  - ")
    library, (finding,) = _loaded(tmp_path, **{"waivers.yml": text + "\n"})
    assert library.waivers == ()
    assert (finding.code, finding.place.file) == ("SCH002", "content/waivers.yml")
    assert finding.message == f"the key “{key}” is missing"
    assert finding.cure.startswith(f"Write {key}:")


def test_a_waiver_without_a_reason_waives_nothing(tmp_path: Path) -> None:
    _, (finding,) = _loaded(tmp_path, **{"waivers.yml": _WAIVERS.replace("reason: It is kept., ", "")})
    assert "Nothing is waived without a reason" in finding.cure
    assert finding.place.line == 8


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("- {rule: DOS002}\n", "SRC019"),
        ("waivers: {rule: DOS002}\n", "SCH004"),
        (_WAIVERS.replace("2027-01-31", "31.1.2027"), "SCH003"),
        (_WAIVERS.replace("place:", "palce:"), "SCH001"),
    ],
)
def test_a_wrong_file_of_waivers_is_a_finding_with_its_place(tmp_path: Path, text: str, code: str) -> None:
    library, (finding,) = _loaded(tmp_path, **{"waivers.yml": text})
    assert library.waivers == ()
    assert finding.code == code
    assert finding.place.line > 0


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (_LIST.replace("licence: our own work\n", ""), "SCH002"),
        (_LIST.replace("rows:", "words:"), "SCH001"),
        (_LIST[: _LIST.index("  - ")].replace("rows:", "rows: []"), "SCH003"),
    ],
)
def test_a_wrong_list_is_a_finding_with_its_place(tmp_path: Path, text: str, code: str) -> None:
    library, findings = _loaded(tmp_path, **{"vocabulary/syllables.yml": text})
    assert library.vocabulary == {}
    assert code in {finding.code for finding in findings}
    assert {finding.place.file for finding in findings} == {"content/vocabulary/syllables.yml"}


@pytest.mark.parametrize("name", ["vocabulary/words.txt", "vocabulary/deep/words.yml", "waivers.yaml"])
def test_a_file_that_nothing_reads_is_said(tmp_path: Path, name: str) -> None:
    _, findings = _loaded(tmp_path, **{name: _LIST})
    assert [finding.code for finding in findings] == ["SRC031"]


def test_no_entry_takes_the_name_of_the_waivers(tmp_path: Path) -> None:
    _, findings = _loaded(tmp_path, **{"drugs/waivers.yml": "kind: drug\nname: examplin\n"})
    assert "SCH006" in {finding.code for finding in findings}
