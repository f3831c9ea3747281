"""Pagefind as an engine. What a reader finds with it: tests/engines/test_search_in_browser.py."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.engines.engine_error import EngineError
from generator.engines.pagefind import index_with_pagefind
from generator.formats.search_record import SearchRecord, search_record


def _write(folder: Path, *records: SearchRecord) -> Path:
    for record in records:
        path = folder / record.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(search_record(record))
    return folder


def test_every_record_is_indexed_in_its_language(tmp_path: Path) -> None:
    records = _write(
        tmp_path / "records",
        SearchRecord("drugs/a/", "Azathioprine", "Drug", "Patients", "Submitted"),
        SearchRecord("drugs/b/", "Prednisone", "Drug", "Patients", "Submitted"),
        SearchRecord("de/drugs/a/", "Azathioprin", "Arzneimittel", "Patienten", "Eingereicht", language="de"),
    )
    index_with_pagefind(records, tmp_path / "pagefind")
    entry = json.loads((tmp_path / "pagefind" / "pagefind-entry.json").read_text(encoding="utf-8"))
    counts = {language: about["page_count"] for language, about in entry["languages"].items()}
    assert counts == {"en": 2, "de": 1}


def test_only_the_index_is_kept_and_none_of_the_widgets(tmp_path: Path) -> None:
    records = _write(tmp_path / "records", SearchRecord("a/", "Title", "Drug", "Patients", "Submitted"))
    names = index_with_pagefind(records, tmp_path / "out" / "pagefind")
    assert "pagefind.js" in names
    assert not [name for name in names if name.endswith(".css") or "ui" in name]
    assert sorted(path.name for path in records.rglob("*") if path.is_file()) == ["index.html"]


def test_a_site_without_entries_has_no_index(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    assert index_with_pagefind(tmp_path / "records", tmp_path / "out") == ()
    assert not (tmp_path / "out").exists()


def test_a_failure_is_a_coded_error_in_the_words_of_the_program(tmp_path: Path) -> None:
    records = _write(tmp_path / "records", SearchRecord("a/", "Title", "Drug", "Patients", "Submitted"))
    (tmp_path / "out").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(EngineError) as caught:
        index_with_pagefind(records, tmp_path / "out")
    (finding,) = caught.value.findings
    assert finding.code == "ENGINE001"
    assert "Pagefind" in finding.message
