"""Whatever is wrong in an entry, every finding has a place in its file, and nothing raises."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.sources.parse_entry import parse_entry
from generator.sources.strict_yaml import read_yaml
from tests.model.entries import EXAMPLIN, EXAMPLITIS, FOLDER, PATIENT, SUMMARY

ENTRIES: list[dict[str, Any]] = [SUMMARY, EXAMPLIN, EXAMPLITIS, PATIENT]
_WRONG: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from(["", "5", "5mg", "1.0 mg", "nope", "not-stated", "A B", "2026-13-45", "-1", "yes"]),
    st.text("aä5-_ .µ", max_size=12),
    st.just([]),
    st.just(["x", ["y"]]),
    st.just({}),
    st.just({"clinician": "x", "unknown": {"deep": "y"}}),
)


@st.composite
def broken_entries(draw: st.DrawFn) -> dict[str, Any]:
    """A good entry of which some values were replaced, removed, renamed or doubled in depth."""
    data: dict[str, Any] = copy.deepcopy(draw(st.sampled_from(ENTRIES)))
    for _ in range(draw(st.integers(1, 3))):
        holder, key = draw(st.sampled_from(sorted(_places(data), key=lambda place: str(place[1]))))
        match draw(st.sampled_from(["replace", "remove", "rename"])):
            case "replace":
                holder[key] = copy.deepcopy(draw(_WRONG))  # drawn values are shared between examples
            case "remove":
                del holder[key]
            case "rename" if isinstance(holder, dict):
                holder[f"{key}x"] = holder.pop(key)
    return data


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every holder with a key or index of it, except the kind, which decides on the model."""
    if isinstance(value, dict):
        own = [(value, key) for key in value if key != "kind"]
        return own + [place for key in value for place in _places(value[key])]
    if isinstance(value, list):
        return [(value, index) for index in range(len(value))] + [p for item in value for p in _places(item)]
    return []


@given(data=broken_entries())
def test_every_model_error_has_a_place(data: dict[str, Any]) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    document = read_yaml(text.encode(), "content/x/an-entry.yml")
    entry, findings = parse_entry(document, FOLDER[data["kind"]])
    lines = text.split("\n")
    assert entry is not None or findings or document.findings
    for finding in findings:
        assert finding.place.file == "content/x/an-entry.yml"
        assert 1 <= finding.place.line <= len(lines)
        assert 1 <= finding.place.column <= len(lines[finding.place.line - 1]) + 1
        assert finding.message
        assert finding.cure


def test_one_broken_value_does_not_hide_another() -> None:
    data = copy.deepcopy(SUMMARY)
    data["doses"]["examplin-usual"] |= {"amount": "5", "rout": "oral"}
    data["options"][0]["line"] = "first"
    text = yaml.safe_dump(data, sort_keys=False)
    _, findings = parse_entry(read_yaml(text.encode(), "content/x/an-entry.yml"), "summaries")
    found = {text.split("\n")[finding.place.line - 1].strip() for finding in findings}
    assert found == {"amount: '5'", "rout: oral", "line: first"}


_RENAMED: dict[str, tuple[dict[str, Any], str, str]] = {
    "a repetition": ({"repeat": {"condition": "it comes back", "every": "2 wk"}}, "condition", "if"),
    "a step": ({"amount": None, "steps": [{"amount": "5 mg", "condition": "fits go on"}]}, "condition", "if"),
    "a stop rule": ({"stop": [{"condition": "a rash appears", "action": "stop"}]}, "condition", "if"),
    "a band": ({"bands": [{"group": {"age": "1 to 5 a"}, "amount": "5 mg"}]}, "group", "for"),
    "by kidney": (
        {"renal": [{"group": {"egfr": "less than 30 mL/min"}, "fraction": "50 %"}]},
        "group",
        "for",
    ),
}


@pytest.mark.parametrize(("written", "key", "meant"), _RENAMED.values(), ids=_RENAMED)
def test_a_key_is_read_under_its_own_name_alone(written: dict[str, Any], key: str, meant: str) -> None:
    """A condition under another name than ``if`` must neither be dropped nor taken over: the editor is told."""
    data = copy.deepcopy(SUMMARY)
    dose = data["doses"]["examplin-usual"] | written
    data["doses"]["examplin-usual"] = {name: value for name, value in dose.items() if value is not None}
    text = yaml.safe_dump(data, sort_keys=False)
    entry, findings = parse_entry(read_yaml(text.encode(), "content/x/an-entry.yml"), "summaries")
    assert entry is None
    (unknown,) = [finding for finding in findings if finding.rule.name == "unknown-key"]
    assert text.split("\n")[unknown.place.line - 1].lstrip(" -").startswith(f"{key}:")
    assert unknown.message == f"unknown key “{key}”: did you mean “{meant}”?"
    assert unknown.cure.startswith(f"Write {meant} in place of {key}")
