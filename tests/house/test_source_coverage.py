"""docs/source-coverage.md tells the truth: each place that it names for a sentence of a source exists."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from generator.sources.strict_yaml import read_yaml

_ENTRIES = {
    "P": "summaries/second-line-treatment-idiopathic-plexopathy.yml",
    "N": "summaries/ivig-neurosarcoidosis.yml",
    "M": "medications/diabetic-lumbosacral-plexopathy-medication.yml",
}
_PLACE = re.compile(r"[a-z_]+(?:\.[a-z0-9_-]+|\[\d+\])*")
_FILE = re.compile(r"[a-z]+/[a-z0-9-]+\.yml")


def _rows(page: str, letter: str) -> list[str]:
    section = page.split(f"\n## {letter}: ", 1)[1].split("\n## ", 1)[0]
    return [line for line in section.splitlines() if line.startswith("|")][2:]


def _has(root: Any, place: str) -> bool:
    for step in re.findall(r"[a-z0-9_-]+|\[\d+\]", place):
        if step.startswith("["):
            index = int(step[1:-1])
            if not isinstance(root, list) or index >= len(root):
                return False
            root = root[index]
        elif not isinstance(root, dict) or step not in root:
            return False
        else:
            root = root[step]
    return True


@pytest.mark.parametrize("letter", _ENTRIES)
def test_every_place_that_is_named_exists(letter: str, repository: Path) -> None:
    content = repository / "content"
    rows = _rows((repository / "docs" / "source-coverage.md").read_text(encoding="utf-8"), letter)
    assert len(rows) > 20
    missing = []
    for row in rows:
        marks = re.findall(r"`([^`]+)`", row)
        files = [_ENTRIES[letter], *(mark for mark in marks if _FILE.fullmatch(mark))]
        missing += [f"{file} (row {row[:12]})" for file in files if not (content / file).is_file()]
        roots = [
            read_yaml((content / file).read_bytes(), file).root
            for file in files
            if (content / file).is_file()
        ]
        places = [mark for mark in marks if _PLACE.fullmatch(mark) and mark != "references.bib"]
        missing += [
            f"{place} (row {row[:12]})" for place in places if not any(_has(root, place) for root in roots)
        ]
    assert missing == []
