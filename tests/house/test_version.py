"""One version, everywhere it is written."""

from __future__ import annotations

import re
from pathlib import Path

import generator


def test_the_changelog_begins_with_this_version(repository: Path) -> None:
    text = (repository / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## (\d+\.\d+\.\d+)", text, flags=re.MULTILINE)
    assert versions[0] == generator.__version__
    assert len(versions) == len(set(versions))
