"""Which fields of a part stand together: said once, kept by the model and by the JSON Schema.

    @exactly_one("drug", "one_of")
    @not_together("every", "per")
    @needs("divided_into", "per", "course_total")
    class Dose(Part): ...

Each decorator takes ``say="…"``, the editor's words where the usual ones do not fit. A part inherits the rules of its
bases.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeVar

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

_ATTRIBUTE = "__alternatives__"

ModelType = TypeVar("ModelType", bound=type[BaseModel])


@dataclass(frozen=True, slots=True)
class Alternative:
    """One rule on which fields are written.

    ``names`` are Python names; ``when`` is the field that brings the rule in; ``say`` is what an editor reads.
    """

    kind: Literal["exactly one", "at least one", "not together", "needs", "something"]
    names: tuple[str, ...]
    say: str
    when: str = ""


def exactly_one(*names: str, say: str = "write exactly one of {names}") -> Callable[[ModelType], ModelType]:
    """Refuse a part in which none of the fields is written, or more than one."""
    return _rule(Alternative("exactly one", names, say))


def at_least_one(*names: str, say: str = "write at least one of {names}") -> Callable[[ModelType], ModelType]:
    """Refuse a part in which none of the fields is written."""
    return _rule(Alternative("at least one", names, say))


def not_together(*names: str, say: str = "write only one of {names}") -> Callable[[ModelType], ModelType]:
    """Refuse a part in which more than one of the fields is written."""
    return _rule(Alternative("not together", names, say))


def needs(
    field: str, *names: str, say: str = "{when} stands only with {names}: write that too"
) -> Callable[[ModelType], ModelType]:
    """Refuse a part in which ``field`` is written without any of the others."""
    return _rule(Alternative("needs", names, say, when=field))


def something(say: str) -> Callable[[ModelType], ModelType]:
    """Refuse a part in which nothing is written."""
    return _rule(Alternative("something", (), say))


def keep_alternatives(part: BaseModel) -> None:
    """Raise the coded error of the first rule that a part breaks."""
    for rule in alternatives_of(type(part)):
        for name in _counted(rule, type(part)):
            if name in part.model_fields_set and getattr(part, name) in ((), {}):
                key = _key(type(part), name)
                raise PydanticCustomError("empty", "{key} is empty: leave it out", {"key": key})
        if not _is_kept(rule, part):
            raise PydanticCustomError("alternatives", "{say}", {"say": rule.say})


def alternatives_of(model: type[BaseModel]) -> tuple[Alternative, ...]:
    """The rules of a part: those of its bases, then its own, in the order written."""
    return tuple(rule for base in reversed(model.__mro__) for rule in base.__dict__.get(_ATTRIBUTE, ()))


def schema_clauses(model: type[BaseModel], properties: dict[str, Any]) -> dict[str, Any]:
    """The rules as keywords of JSON Schema. Lists among the ``properties`` that a rule counts get ``minItems``."""
    rules = alternatives_of(model)
    for rule in rules:
        for name in _counted(rule, model):
            _forbid_empty(properties.get(_key(model, name), {}))
    clauses: dict[str, Any] = {"minProperties": 1} if any(rule.kind == "something" for rule in rules) else {}
    all_of = [clause for rule in rules for clause in _clause(rule, model)]
    return clauses | ({"allOf": all_of} if all_of else {})


def _rule(rule: Alternative) -> Callable[[ModelType], ModelType]:
    def add(model: ModelType) -> ModelType:
        unknown = {*rule.names, rule.when} - {""} - set(_fields(model))
        if unknown:
            raise TypeError(f"{model.__name__} has no field {', '.join(sorted(unknown))}")
        keys = [_key(model, name) for name in rule.names]
        when = _key(model, rule.when) if rule.when else ""
        say = rule.say.replace("{names}", _or(keys)).replace("{when}", when)
        setattr(model, _ATTRIBUTE, (replace(rule, say=say), *model.__dict__.get(_ATTRIBUTE, ())))
        return model

    return add


def _is_kept(rule: Alternative, part: BaseModel) -> bool:
    count = sum(_is_given(part, name) for name in rule.names)
    match rule.kind:
        case "exactly one":
            return count == 1
        case "not together":
            return count <= 1
        case "needs":
            return count > 0 or not _is_given(part, rule.when)
        case "at least one":
            return count > 0
        case "something":
            return any(_is_given(part, name) for name in part.model_fields_set)


def _counted(rule: Alternative, model: type[BaseModel]) -> tuple[str, ...]:
    return (
        tuple(_fields(model)) if rule.kind == "something" else tuple(filter(None, (*rule.names, rule.when)))
    )


def _is_given(part: BaseModel, name: str) -> bool:
    return name in part.model_fields_set and getattr(part, name) is not None


def _clause(rule: Alternative, model: type[BaseModel]) -> list[dict[str, Any]]:
    """``errorMessage`` stands where the YAML language server looks for it: beside what fails in the end."""
    keys = [_key(model, name) for name in rule.names]
    written = [{"required": [key], "errorMessage": rule.say} for key in keys]
    any_of: dict[str, Any] = written[0] if len(written) == 1 else {"anyOf": written}
    match rule.kind:
        case "exactly one":
            return [any_of, _one_only(keys, rule.say)]
        case "not together":
            return [_one_only(keys, rule.say)]
        case "needs":
            return [{"dependentSchemas": {_key(model, rule.when): any_of}}]
        case "at least one":
            return [any_of]
        case "something":
            return []


def _one_only(keys: list[str], say: str) -> dict[str, Any]:
    """Each key forbids those after it, so that the fault is shown once, at the later key."""
    forbidden = {key: dict.fromkeys(keys[index + 1 :], False) for index, key in enumerate(keys[:-1])}
    return {
        "dependentSchemas": {
            key: {"properties": others, "errorMessage": say} for key, others in forbidden.items()
        }
    }


def _forbid_empty(field: dict[str, Any]) -> None:
    for branch in (field, *field.get("anyOf", ())):
        if branch.get("type") == "array":
            branch["minItems"] = 1


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    return model.model_fields


def _key(model: type[BaseModel], name: str) -> str:
    return _fields(model)[name].alias or name


def _or(names: list[str]) -> str:
    return "".join(names) if len(names) < 2 else f"{', '.join(names[:-1])} or {names[-1]}"
