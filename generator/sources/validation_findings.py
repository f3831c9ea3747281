"""What a model refused, said to an editor: the place, the words, and what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.diagnostics import Finding, Pointer, Rule
from generator.sources.document import Document
from generator.sources.entry_rules import MISSING_KEY, UNKNOWN_KEY, WRONG_SHAPE, WRONG_VALUE
from generator.sources.field_advice import FORMS, example_cure, slips_of
from generator.sources.quantity_fix import quantity_fix

_SHAPES = {
    "model_type": "a mapping (key: value lines) is wanted here",
    "model_attributes_type": "a mapping (key: value lines) is wanted here",
    "dict_type": "a mapping (key: value lines) is wanted here",
    "tuple_type": "a list (lines that begin with a hyphen) is wanted here",
    "list_type": "a list (lines that begin with a hyphen) is wanted here",
    "string_type": "a text is wanted here",
    "literal_error_type": "a text is wanted here",
}
_SAID = _SHAPES | {
    "string_too_short": "the text is empty",
    "too_short": "the list is empty: write at least one item",
}
_WORDING_CURE = (
    "Write a text on one line, or below the key one line for each audience, such as clinician: and patient:."
)
_MEANT_KEYS = {
    "dose": ("amount",),
    "frequency": ("every",),
    "interval": ("every",),
    "max": ("maximum",),
    "text": ("wording",),
    "citations": ("cites",),
    "references": ("cites",),
}
"""Keys that people bring from elsewhere, and what is likely meant where the format has it."""


def validation_findings(
    error: ValidationError, model: type[BaseModel], document: Document, entry: str
) -> list[Finding]:
    """One finding for each thing that is wrong, in the order of the file."""
    findings = [_finding(detail, model, document, entry) for detail in error.errors(include_url=False)]
    return sorted(set(findings), key=lambda finding: finding.sort_key)


def _finding(detail: ErrorDetails, model: type[BaseModel], document: Document, entry: str) -> Finding:
    location, kind = detail["loc"], detail["type"]
    pointer = _pointer(location, document.root)
    if kind == "extra_forbidden":
        rule, message, cure = UNKNOWN_KEY, *_unknown_key(location, model)
        return rule.finding(
            message, document.place(pointer, key=True), entry=entry, pointer=pointer, cure=cure
        )
    if kind == "missing":
        message = f"the key “{location[-1]}” is missing"
        return MISSING_KEY.finding(
            message, document.place(pointer, key=True), entry=entry, pointer=(*pointer, location[-1])
        )
    rule = WRONG_SHAPE if kind in _SHAPES or kind == "wording" else WRONG_VALUE
    at_key = location[-1:] == ("[key]",)
    return rule.finding(
        _message(detail),
        document.place(pointer, key=at_key),
        entry=entry,
        pointer=pointer,
        cure=_cure(detail, rule, model),
        fix=None if at_key else quantity_fix(detail["input"], _message(detail)),
    )


def _pointer(location: tuple[int | str, ...], root: Any) -> Pointer:
    """The part of a location that exists in the file: names of union members and the like fall out."""
    pointer: list[str | int] = []
    value = root
    for step in location:
        in_list = isinstance(value, list) and isinstance(step, int) and step < len(value)
        if in_list or (isinstance(value, dict) and step in value):
            value = value[step]
            pointer.append(step)
    return tuple(pointer)


def _unknown_key(location: tuple[int | str, ...], model: type[BaseModel]) -> tuple[str, str]:
    models = _models_at(location[:-1], model)
    known = sorted(_keys_of(models))
    key = str(location[-1])
    close = _keys_called(key, models) or [name for name in _MEANT_KEYS.get(key, ()) if name in known]
    close = close or slips_of(key, known)
    if close:
        return (
            f"unknown key “{key}”: did you mean “{close[0]}”?",
            f"Write {close[0]} in place of {key}, or remove the line.",
        )
    return f"unknown key “{key}”", f"The keys here are: {', '.join(known)}." if known else ""


def _models_at(location: Iterable[int | str], model: type[BaseModel]) -> list[type[BaseModel]]:
    models = [model]
    for step in location:
        inner = [part for one in models for part in _models_below(one, step)]
        models = inner or models
    return models


def _keys_called(name: str, models: Iterable[type[BaseModel]]) -> list[str]:
    """The key of a field that the model calls otherwise than the file does: who writes ``condition`` means ``if``."""
    fields = (one.model_fields.get(name) for one in models)
    return [info.alias for info in fields if info is not None and info.alias is not None]


def _keys_of(models: Iterable[type[BaseModel]]) -> set[str]:
    return {
        info.alias or name
        for one in models
        for name, info in one.model_fields.items()
        if name != "id" or info.is_required()
    }


def _models_below(model: type[BaseModel], step: int | str) -> Iterator[type[BaseModel]]:
    for name, info in model.model_fields.items():
        if step in (name, info.alias):
            yield from _models_in(info.annotation)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _message(detail: ErrorDetails) -> str:
    kind, value = detail["type"], detail["input"]
    if kind in _SAID:
        return _SAID[kind]
    if kind == "literal_error":
        return f"{_quoted(value)} is none of the values that may stand here"
    if kind == "string_too_long":
        return f"the text is too long: at most {detail['ctx']['max_length']} characters"
    if kind == "string_pattern_mismatch":
        return f"{_quoted(value)} is not written in the form that is wanted here"
    return detail["msg"]


def _cure(detail: ErrorDetails, rule: Rule, model: type[BaseModel]) -> str:
    kind, value = detail["type"], detail["input"]
    if kind == "literal_error":
        return _cure_of_choice(value, re.findall(r"'([^']*)'", detail["ctx"]["expected"]))
    if kind == "string_pattern_mismatch" and detail["ctx"]["pattern"] in FORMS:
        return FORMS[detail["ctx"]["pattern"]]
    if kind == "wording":
        return _WORDING_CURE
    if kind in _SHAPES:
        return example_cure(_field_at(detail["loc"], model), value) or rule.cure
    return rule.cure


def _cure_of_choice(value: Any, expected: list[str]) -> str:
    several = [one for one in re.split(r"\s*(?:,|;|/|\band\b|\bor\b)\s*", str(value)) if one]
    if len(several) > 1 and set(several) <= set(expected):
        return f"Where several may stand, write them as a list: [{', '.join(several)}]. One of: {', '.join(expected)}."
    close = slips_of(str(value), expected)
    hint = f"Did you mean {close[0]}? " if close else ""
    return f"{hint}Write one of: {', '.join(expected)}."


def _field_at(location: tuple[int | str, ...], model: type[BaseModel]) -> tuple[str, FieldInfo] | None:
    """The innermost field on the way to a place, with its key."""
    found = None
    for depth, step in enumerate(location):
        for one in _models_at(location[:depth], model):
            for name, info in one.model_fields.items():
                if step in (name, info.alias):
                    found = info.alias or name, info
    return found


def _quoted(value: Any) -> str:
    text = str(value)
    return f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"
