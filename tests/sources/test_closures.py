"""What was decided on is stored once, and counts only as what its name says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.model.digest import closure_digest, closure_text
from generator.sources.closures import closure_file, read_closures

CONTENT = {"entry": "question", "edition": "clinician", "content": {"question": "Ängste?"}, "quotes": {}}
DIGEST = closure_digest(CONTENT)


def stored(folder: Path, text: str, digest: str = DIGEST) -> Path:
    file = folder / closure_file("content", digest)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    return file


def test_a_stored_content_is_found_by_its_digest(tmp_path: Path) -> None:
    stored(tmp_path, closure_text(CONTENT) + "\n")
    closures = read_closures(tmp_path)
    assert closures.get(DIGEST) == CONTENT
    assert closures.get("clinsum-1:" + "0" * 64) is None
    assert not list(closures.faults())


def test_layout_and_line_ends_do_not_count(tmp_path: Path) -> None:
    stored(tmp_path, json.dumps(CONTENT, indent=2).replace("\n", "\r\n"))
    assert read_closures(tmp_path).get(DIGEST) == CONTENT


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (closure_text(CONTENT | {"entry": "other"}), "its content gives the digest"),
        ("{", "no JSON"),
        ("[]", "no content"),
        ("[" * 100_000, "no JSON"),
        ('{"entry": "\\ud800"}', "no JSON"),
        ("\ud800", "no JSON"),
        ("", "no JSON"),
    ],
)
def test_another_text_under_an_approved_digest_counts_for_nothing(
    tmp_path: Path, text: str, fault: str
) -> None:
    file = stored(tmp_path, text)
    closures = read_closures(tmp_path)
    assert closures.get(DIGEST) is None
    [(told, why)] = closures.faults()
    assert (tmp_path / told) == file
    assert fault in why


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.json").write_text(closure_text(CONTENT))
    file = stored(tmp_path, "")
    file.unlink()
    file.symlink_to(tmp_path / "elsewhere.json")
    assert read_closures(tmp_path).get(DIGEST) is None


def test_a_project_without_decisions_has_none(tmp_path: Path) -> None:
    assert not read_closures(tmp_path).files
