"""One thing of a YAML text is changed, and every other byte stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.sources.strict_yaml import read_yaml
from generator.sources.yaml_edits import EditableYaml, EditRefused, TextEdit, apply_edits
from generator.sources.yaml_value import written_value

_TEXTS = st.one_of(
    st.sampled_from(
        ["a", "not-stated", "1 to 2 mg/kg", "a: b", "- x", "# no comment", "it's", '"quoted"', "?"]
    ),
    st.sampled_from(["two words", "𝟙 µ é", "line\nline\n", "kept\n\n", "x" * 90, "long words " * 9 + "end"]),
)
_KEYS = st.sampled_from(["background", "a", "b", "first-dose", "two words", "é", "?x"])
_TREES = st.recursive(
    _TEXTS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_KEYS, inner, max_size=3)),
    max_leaves=8,
)
_ROOTS = st.dictionaries(_KEYS, _TREES, min_size=1, max_size=4)


class _Indented(yaml.SafeDumper):
    """Lists stand further right than their key, as many people write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


@st.composite
def _layouts(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A tree, and a text that says it in one of many layouts, with comments."""
    tree = draw(_ROOTS)
    text = yaml.dump(
        tree,
        Dumper=draw(st.sampled_from([yaml.SafeDumper, _Indented])),
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=draw(st.sampled_from([None, False, True])),
        indent=draw(st.integers(2, 4)),
        width=draw(st.integers(20, 120)),
        default_style=draw(st.sampled_from([None, '"', "'", "|"])),
    )
    lines = text.splitlines(keepends=True)
    for place in sorted(draw(st.sets(st.integers(0, len(lines)), max_size=3)), reverse=True):
        lines.insert(place, draw(st.sampled_from(["# a comment: [é] {\n", "\n", "      # further right\n"])))
    with_comments = "".join(lines)
    text = with_comments if _read(with_comments) == tree else text
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
    assume(_read(text) == tree)
    return text, tree


def _read(text: str) -> Any:
    document = read_yaml(text.encode(), "x.yml")
    return None if document.findings else document.root


def _pointers(tree: Any, above: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [above, *(pointer for step, inner in steps for pointer in _pointers(inner, (*above, step)))]


def _at(tree: Any, pointer: tuple[str | int, ...]) -> Any:
    for step in pointer:
        tree = tree[step]
    return tree


def _copy(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: _copy(value) for key, value in tree.items()}
    return [_copy(item) for item in tree] if isinstance(tree, list) else tree


def _edited(text: str, edit: TextEdit) -> Any:
    """What the changed text says. A broken one is told by its findings."""
    after = apply_edits(text, [edit])
    document = read_yaml(after.encode(), "x.yml")
    assert document.findings == (), f"{text}\n→\n{after}"
    return document.root


@given(layout=_layouts(), data=st.data())
def test_a_renamed_key_is_all_that_changes(layout: tuple[str, dict[str, Any]], data: st.DataObject) -> None:
    text, tree = layout
    keyed = [pointer for pointer in _pointers(tree) if pointer and isinstance(pointer[-1], str)]
    pointer = data.draw(st.sampled_from(keyed))
    new = data.draw(st.sampled_from(["overview", "new-name", "with: colon"]))
    edit = EditableYaml(text).rename_key(pointer, new)
    assert text[edit.start : edit.end].strip("'\"").replace("''", "'") == pointer[-1]
    expected = _copy(tree)
    parent = _at(expected, pointer[:-1])
    renamed = [(new if key == pointer[-1] else key, value) for key, value in parent.items()]
    parent.clear()
    parent.update(renamed)
    found = _edited(text, edit)
    assert found == expected
    assert list(_at(found, pointer[:-1])) == list(parent), "the order of keys stays"


@given(layout=_layouts(), data=st.data(), value=_TREES)
def test_a_replaced_value_is_read_back(
    layout: tuple[str, dict[str, Any]], data: st.DataObject, value: Any
) -> None:
    text, tree = layout
    pointer = data.draw(st.sampled_from(_pointers(tree)[1:]))
    expected = _copy(tree)
    _at(expected, pointer[:-1])[pointer[-1]] = value
    assert _edited(text, EditableYaml(text).replace(pointer, value)) == expected


@given(layout=_layouts(), data=st.data(), value=_TREES)
def test_what_is_added_is_read_back_and_nothing_else_changes(
    layout: tuple[str, dict[str, Any]], data: st.DataObject, value: Any
) -> None:
    text, tree = layout
    expected = _copy(tree)
    parents = [one for one in _pointers(tree) if not isinstance(_at(tree, one), str)]
    pointer = data.draw(st.sampled_from(parents))
    parent = _at(expected, pointer)
    if isinstance(parent, dict):
        parent["added"] = value
        edit = EditableYaml(text).insert((*pointer, "added"), value)
    else:
        parent.append(value)
        edit = EditableYaml(text).insert((*pointer, len(parent) - 1), value)
    assert edit.start == edit.end
    assert _edited(text, edit) == expected


@given(layout=_layouts(), data=st.data())
def test_what_is_deleted_is_gone_and_nothing_else(
    layout: tuple[str, dict[str, Any]], data: st.DataObject
) -> None:
    text, tree = layout
    pointer = data.draw(st.sampled_from(_pointers(tree)[1:]))
    expected = _copy(tree)
    del _at(expected, pointer[:-1])[pointer[-1]]
    try:
        edit = EditableYaml(text).delete(pointer)
    except EditRefused as refused:
        assert "all that there is" in str(refused) or "comment" in str(refused)
        return
    assert _edited(text, edit) == expected


@given(value=_TREES)
def test_a_written_value_is_read_back_wherever_it_stands(value: Any) -> None:
    one = written_value(value)
    text = f"a: {one}\nb:\n  - {one}\nc: [{one}, {{d: {one}}}]\n"
    assert _read(text) == {"a": value, "b": [value], "c": [value, {"d": value}]}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1 # one\r\nbackground: 2\t".rstrip("\t") + "\r\n", "a: 1 # one\r\noverview: 2\r\n"),
        ('{"background": [], a: {background: x}}\n', '{"overview": [], a: {background: x}}\n'),
        ("'background'   :\n- x\n", "'overview'   :\n- x\n"),
        ("? background\n: [x]", "? overview\n: [x]"),
        ("é𝟙: µ\nbackground: |+\n  x\n\n# end\n", "é𝟙: µ\noverview: |+\n  x\n\n# end\n"),
    ],
)
def test_quotes_line_ends_and_comments_of_a_renamed_key_stay(before: str, after: str) -> None:
    assert apply_edits(before, [EditableYaml(before).rename_key(("background",), "overview")]) == after


def test_comments_beside_what_is_added_or_deleted_stay() -> None:
    text = "# head\na: 1 # one\n# about b\nb:\n  - x # ex\n  # end of b\nc: 3\n"
    yaml_text = EditableYaml(text)
    added = apply_edits(text, [yaml_text.insert(("new",), "v", after="a"), yaml_text.insert(("b", 1), "y")])
    assert added == "# head\na: 1 # one\nnew: v\n# about b\nb:\n  - x # ex\n  - y\n  # end of b\nc: 3\n"
    assert apply_edits(text, [yaml_text.delete(("a",))]) == text.replace("a: 1 # one\n", "")


def test_what_cannot_be_done_safely_is_refused() -> None:
    written = EditableYaml("a: 1\nb: {c: 2}\nd:\n  - 3\ne: [f: 4]\ng: |\n  5")
    refused: list[Callable[[], object]] = [
        lambda: written.rename_key(("a",), "b"),
        lambda: written.rename_key(("d", 0), "x"),
        lambda: written.rename_key(("x",), "y"),
        lambda: written.insert(("a",), "1"),
        lambda: written.insert(("a", "x"), "1"),
        lambda: written.insert(("d", "x"), "1"),
        lambda: written.insert(("b", 0), "1"),
        lambda: written.insert(("x",), "1", after="nowhere"),
        lambda: written.insert(("x",), "1"),
        lambda: written.insert(("e", 0, "x"), "1"),
        lambda: written.delete(("d", 0)),
        lambda: written.delete(()),
        lambda: apply_edits("abc", [TextEdit(0, 2, ""), TextEdit(1, 3, "")]),
    ]
    for attempt in refused:
        with pytest.raises(EditRefused):
            attempt()
