"""A file is replaced whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.replace_file import FileChanged, replace_file


def test_what_somebody_wrote_in_the_meantime_is_not_lost(tmp_path: Path) -> None:
    file = tmp_path / "references.bib"
    file.write_bytes(b"mine and theirs")
    for old in (b"mine", None):
        with pytest.raises(FileChanged):
            replace_file(file, old, b"new")
    assert file.read_bytes() == b"mine and theirs"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_is_gone_is_not_brought_back(tmp_path: Path) -> None:
    with pytest.raises(FileChanged):
        replace_file(tmp_path / "references.bib", b"old", b"new")
    assert list(tmp_path.iterdir()) == []
