"""Parts read back from the canonical content of an edition, as `generator.model.digest` makes it.

What is read back is an edition: reduced to one audience. Texts that other readers get are not there, so that the rules
for what an editor writes do not hold for it; every value by itself is read as from a file.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from generator.model.edition import UNWORDED
from generator.model.field import Part, digest_fields, stands_beside
from generator.model.text import NOT_STATED, Wording

PartType = TypeVar("PartType", bound=Part)

UNWORDED_MARK = "unworded"
"""What stands in the content for words that only other readers get."""


class ClosureUnreadable(ValueError):
    """A content that is not of the form of this version. It says what, in an editor's words."""


def part_from(kind: type[PartType], data: Any) -> PartType:
    """A part from its canonical content. Raises `ClosureUnreadable`."""
    if not isinstance(data, Mapping):
        raise ClosureUnreadable(f"“{kind.__name__}” is no mapping")
    names = _names(kind)
    if unknown := sorted(str(key) for key in data if key not in names):
        raise ClosureUnreadable(f"this version knows no “{unknown[0]}” in {kind.__name__}")
    read = {names[key]: _value(kind, names[key], value) for key, value in data.items()}
    empty = dict(_left_out(kind, read))
    # Words that readers do not get are not said to be there: what is reduced to an edition has none of them either.
    given = {*read, *(name for name, value in empty.items() if value != UNWORDED)}
    return cast("PartType", kind.model_construct(_fields_set=given, **empty, **read))


@cache
def _names(kind: type[Part]) -> Mapping[str, str]:
    """The fields of a part by their keys in the content."""
    return {key: name for name, key in digest_fields(kind)}


def _left_out(kind: type[Part], read: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What every part of the kind has, and a content leaves out: an empty list, and words that readers do not get."""
    for name in _names(kind).values():
        info = kind.model_fields[name]
        if info.is_required() and name not in read:
            yield name, _empty(kind, name, info)


def _empty(kind: type[Part], name: str, info: FieldInfo) -> Any:
    if not _has_structure(info.annotation):
        return _leaf(_adapter(kind, name), [], name)
    members = set(map(_shape, _members(info.annotation)))
    # A condition that these readers get no words for leaves a mark in the content.
    leaves_mark = kind.keeps_limits and not stands_beside(kind, name)
    for shape, value in ((tuple, ()), (dict, {}), (Wording, UNWORDED)):
        if shape in members and not (shape is Wording and leaves_mark):
            return value
    raise ClosureUnreadable(f"{kind.__name__} has no “{name}”")


def _value(kind: type[Part], name: str, value: Any) -> Any:
    info = kind.model_fields[name]
    if not _has_structure(info.annotation):
        return _leaf(_adapter(kind, name), value, name)
    return _structured(info.annotation, value, name)


@cache
def _adapter(kind: type[Part], name: str) -> TypeAdapter[Any]:
    info = kind.model_fields[name]
    # Pydantic keeps what is said beside a type apart from it; both together read a value as the part itself would.
    said: Any = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    return TypeAdapter(said)


@cache
def _adapter_of(annotation: Any) -> TypeAdapter[Any]:
    return TypeAdapter(annotation)


def _leaf(adapter: TypeAdapter[Any], value: Any, name: str) -> Any:
    try:
        return adapter.validate_python(value)
    except ValidationError as error:
        raise ClosureUnreadable(f"“{name}” cannot be read") from error


def _structured(annotation: Any, value: Any, name: str) -> Any:
    """A value that is, or holds, parts or words."""
    if value == UNWORDED_MARK:
        return UNWORDED
    members = tuple(_members(annotation))
    if isinstance(value, Mapping):
        return _mapping(members, value, name)
    if isinstance(value, list):
        item = next((get_args(one)[0] for one in members if _shape(one) is tuple), None)
        if item is not None:
            return tuple(_item(item, one, name) for one in value)
    elif isinstance(value, str) and (value == NOT_STATED or Wording not in members):
        # Of the types that the field allows, the text is one that holds neither parts nor words.
        return _leaf(_adapter_of(annotation), value, name)
    raise ClosureUnreadable(f"“{name}” cannot be read")


def _mapping(members: tuple[Any, ...], value: Mapping[str, Any], name: str) -> Any:
    for one in members:
        if one is Wording:
            return _wording(value, name)
        if isinstance(one, type) and issubclass(one, Part):
            return part_from(one, value)
        if _shape(one) is dict:
            key, item = get_args(one)
            return {
                _leaf(_adapter_of(key), of, name): _item(item, found, name) for of, found in value.items()
            }
    raise ClosureUnreadable(f"“{name}” cannot be read")


def _item(annotation: Any, value: Any, name: str) -> Any:
    if _has_structure(annotation):
        return _structured(annotation, value, name)
    return _leaf(_adapter_of(annotation), value, name)


def _wording(value: Mapping[str, Any], name: str) -> Wording:
    if not value or not all(isinstance(text, str) and text for text in value.values()):
        raise ClosureUnreadable(f"“{name}” cannot be read")
    return Wording(types.MappingProxyType(dict(value)))


def _has_structure(annotation: Any) -> bool:
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return annotation is Wording or issubclass(annotation, Part)
    return any(_has_structure(one) for one in get_args(annotation) if one is not Ellipsis)


def _members(annotation: Any) -> Iterator[Any]:
    """The types that a value may have: those of a union, each without what is said beside it."""
    if get_origin(annotation) is Annotated:
        yield from _members(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, types.UnionType):
        for one in get_args(annotation):
            yield from _members(one)
    else:
        yield annotation


def _shape(annotation: Any) -> Any:
    return get_origin(annotation) or annotation
