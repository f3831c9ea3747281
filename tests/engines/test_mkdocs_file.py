"""The configuration file is read with the place of every value."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Place
from generator.engines.engine_error import EngineError
from generator.engines.mkdocs_file import read_mkdocs_file


def _file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_value_has_its_place(tmp_path: Path) -> None:
    file = read_mkdocs_file(_file(tmp_path, "site_name: A\nplugins:\n  - clinsum:\n      publish: all\n"))
    assert file.place("plugins", 0, "clinsum", "publish") == Place("mkdocs.yml", 4, 16)
    assert file.place("plugins", 0, "clinsum", "absent") == Place("mkdocs.yml", 4, 7)
    assert file.place("absent") == Place("mkdocs.yml")


def test_what_is_inherited_counts_and_has_no_place_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("site_name: From below\n", encoding="utf-8")
    file = read_mkdocs_file(_file(tmp_path, "INHERIT: base.yml\nsite_url: https://a.example/\n"))
    assert file.values["site_name"] == "From below"
    assert file.place("site_name") == Place("mkdocs.yml")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("site_name: [\n", Place("mkdocs.yml", 2, 1)),
        ("- a\n- b\n", Place("mkdocs.yml")),
        ("just words\n", Place("mkdocs.yml")),
        ("INHERIT: absent.yml\n", Place("mkdocs.yml")),
        ("a: !unknown x\n", Place("mkdocs.yml", 1, 4)),
    ],
)
def test_a_broken_file_is_a_coded_error_with_its_place(tmp_path: Path, text: str, place: Place) -> None:
    with pytest.raises(EngineError) as caught:
        read_mkdocs_file(_file(tmp_path, text))
    assert [(f.code, f.place) for f in caught.value.findings] == [("ENGINE005", place)]
    assert str(tmp_path) not in str(caught.value).replace(str(tmp_path / "absent.yml"), "")


def test_an_absent_file_is_a_coded_error(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as caught:
        read_mkdocs_file(tmp_path / "mkdocs.yml")
    assert [finding.code for finding in caught.value.findings] == ["ENGINE005"]
