"""What an editor is advised: only what can be written as it stands, made of the editor's own words and numbers."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import yaml

from generator.diagnostics import Finding
from generator.sources.parse_entry import parse_entry
from generator.sources.strict_yaml import read_yaml
from tests.model.entries import SUMMARY


def _finding(key: str, value: Any, *, in_dose: bool = True) -> Finding:
    data = copy.deepcopy(SUMMARY)
    part = data["doses"]["examplin-usual"] if in_dose else data
    part[key] = value
    text = yaml.safe_dump(data, sort_keys=False)
    entry, findings = parse_entry(read_yaml(text.encode(), "content/x/an-entry.yml"), "summaries")
    assert entry is None
    return findings[0]


@pytest.mark.parametrize(
    ("key", "value", "cure"),
    [
        ("maximum", "80 mg", "Write {per_day: 80 mg}, not-stated or no-customary-maximum."),
        ("maximum", "none", "Write {per_day: …}, not-stated or no-customary-maximum."),
        ("route", "oral, intravenous", "write them as a list: [oral, intravenous]"),
        ("route", "oraly", "Did you mean oral?"),
        ("dose", "5 mg", "Write amount in place of dose"),
        ("maximun", {"per_day": "5 mg"}, "Write maximum in place of maximun"),
        ("cites", "roe-2020", "[roe-2020]"),
        ("cites", ["@roe-2020"], "without @ and brackets"),
    ],
)
def test_the_cure_is_made_of_what_was_written(key: str, value: Any, cure: str) -> None:
    assert cure in _finding(key, value).cure


@pytest.mark.parametrize(
    ("key", "value", "never"),
    [
        ("purpose", "treatment", "Did you mean"),
        ("licence", {"for": "x", "status": "unlicenced-use"}, "Did you mean"),
        ("creatinine", "1 mg/dL", "creatinine_clearance in place"),
    ],
)
def test_another_word_is_not_taken_for_a_slip(key: str, value: Any, never: str) -> None:
    found = _finding(key, value)
    assert never not in found.message + found.cure


@pytest.mark.parametrize("value", [["x"], {}, ""])
def test_a_wording_is_asked_for_in_an_editors_words(value: Any) -> None:
    found = _finding("question", value, in_dose=False)
    assert found.message == "a text, or a mapping from audience to text, is wanted"
    assert "clinician:" in found.cure


@pytest.mark.parametrize("name", ["con", "index", "404", "not-stated"])
def test_a_reserved_file_name_is_called_so(name: str) -> None:
    text = yaml.safe_dump(SUMMARY, sort_keys=False)
    _, findings = parse_entry(read_yaml(text.encode(), f"content/x/{name}.yml"), "summaries")
    assert [(one.rule.code, "reserved" in one.message) for one in findings] == [("SCH006", True)]
