"""Texts inside a YAML file mended where they stand: comments, layout, quotes and line ends stay byte for byte."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import reduce

from generator.diagnostics import Fix, Pointer, Severity
from generator.sources.document import Tree
from generator.sources.fix_in_text import fixed_text
from generator.sources.strict_yaml import read_yaml
from generator.sources.value_at import text_at, with_text
from generator.sources.yaml_edits import TextEdit, apply_edits
from generator.sources.yaml_spans import Span, span_at, yaml_spans
from generator.sources.yaml_value import written_value


def change_values(
    text: str, root: Tree, fixes: Mapping[Pointer, Sequence[Fix]]
) -> tuple[str, frozenset[Pointer]]:
    """The text with the fixes of each value made in their order, and the places where that cannot be done safely.

    ``root`` is what the strict reader made of the text, without an error. The changed text is read anew: unless the
    values in question, and nothing else, have become what the fixes make of them, the change is not made.
    """
    spans = yaml_spans(text)
    simple = {
        place: edit for place, all_of in fixes.items() if (edit := _in_place(text, spans, place, all_of))
    }
    if simple.keys() == fixes.keys() and _is_right(text, root, fixes, simple):
        return apply_edits(text, simple.values()), frozenset()
    made: dict[Pointer, TextEdit] = {}
    for place, all_of in fixes.items():
        ways = (simple.get(place), _anew(text, spans, root, place, all_of))
        right = (way for way in ways if way and _is_right(text, root, {place: all_of}, {place: way}))
        if (edit := next(right, None)) is not None:
            made[place] = edit
    return apply_edits(text, made.values()), frozenset(fixes.keys() - made.keys())


def _is_right(
    text: str, root: Tree, fixes: Mapping[Pointer, Sequence[Fix]], edits: Mapping[Pointer, TextEdit]
) -> bool:
    wanted = root
    for place, all_of in fixes.items():
        wanted = with_text(wanted, place, _mended(text_at(root, place) or "", all_of))
    document = read_yaml(apply_edits(text, edits.values()).encode("utf-8", "replace"), "")
    return document.root == wanted and not any(one.severity is Severity.ERROR for one in document.findings)


def _in_place(text: str, spans: Span, place: Pointer, fixes: Sequence[Fix]) -> TextEdit | None:
    """The fixes made in what is written, as if it were the value."""
    span = span_at(spans, place)
    if span is None:
        return None
    start = body_start(text, span)
    return TextEdit(start, span.end, _mended(text[start : span.end], fixes))


def body_start(text: str, span: Span) -> int:
    """Where the words of a text begin: those below ``|`` or ``>`` on the next line, behind what its line holds."""
    if not span.is_flow and text[span.start : span.start + 1] in {"|", ">"}:
        return text.find("\n", span.start) + 1
    return span.start


def _anew(text: str, spans: Span, root: Tree, place: Pointer, fixes: Sequence[Fix]) -> TextEdit | None:
    """The mended value written anew with its own quotes, if it stands on one line."""
    span, value = span_at(spans, place), text_at(root, place)
    if span is None or value is None or "\n" in text[span.start : span.end]:
        return None
    return TextEdit(span.start, span.end, written_value(_mended(value, fixes), like=text[span.start]))


def _mended(text: str, fixes: Collection[Fix]) -> str:
    return reduce(fixed_text, fixes, text)
