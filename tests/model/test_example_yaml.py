"""Examples are written as an editor would write them, and read back as what they were."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.schema.example_yaml import example_yaml
from generator.sources.strict_yaml import read_yaml

# What strict YAML refuses as such (controls, empty texts) is no example.
_TEXT = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_categories=["C"]), min_size=1, max_size=12
).filter(lambda text: not re.search(r"^\s*$|\xa0|\xad", text))
_KEY = st.from_regex(r"[a-z]{1,8}", fullmatch=True)
_VALUE: Any = st.recursive(
    _TEXT,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3) | st.dictionaries(_KEY, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1 to 2 mg/kg", "key: 1 to 2 mg/kg"),
        ("18 {unit}/kg/h", "key: 18 {unit}/kg/h"),
        ("[iU] of it", 'key: "[iU] of it"'),
        ("-3.2", "key: -3.2"),
        ("one: two", 'key: "one: two"'),
        (["p-1", "p-2"], "key: [p-1, p-2]"),
        (["1 {unit}"], 'key: ["1 {unit}"]'),
        ({"per_day": "150 mg"}, "key:\n  per_day: 150 mg"),
        ([{"if": "ill", "go": "home"}], "key:\n  - if: ill\n    go: home"),
    ],
)
def test_an_example_is_written_as_by_hand(value: Any, written: str) -> None:
    assert example_yaml("key", value) == written


@given(value=_VALUE)
def test_what_is_written_is_read_back(value: Any) -> None:
    document = read_yaml(example_yaml("key", value).encode(), "example.yml")
    assert document.root == {"key": value}
