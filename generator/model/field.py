"""How a field of the model is declared: what it says, whether it is clinical, an example.

Every field of an entry is *clinical* unless it is declared *editorial*: a new field that nobody thought about is then
part of what an approval binds, which errs on the safe side.
"""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, PrivateAttr, model_validator
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticUndefined

from generator.diagnostics import Pointer
from generator.model.alternatives import keep_alternatives, schema_clauses
from generator.model.change_rule import RULES, ChangeRule


class Part(BaseModel):
    """Base of everything an editor writes: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True, validate_by_name=True)

    keeps_limits: ClassVar[bool] = False
    """Whether a part is told with a mark where readers get no words for a condition of it, rather than without it."""

    _origin: Pointer = PrivateAttr(default=())

    @property
    def origin(self) -> Pointer:
        """Where a part of an edition stands in its entry's file. Empty outside of editions."""
        return self._origin

    @model_validator(mode="after")
    def _keep_alternatives(self) -> Self:
        keep_alternatives(self)
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        made = handler(core_schema)
        described = handler.resolve_ref_schema(made)
        described.update(schema_clauses(cls, described.get("properties", {})))
        return made


def clinical(  # noqa: PLR0913 - one parameter for each property of a field
    description: str,
    *,
    default: Any = PydanticUndefined,
    example: Any = None,
    neutral: bool = False,
    alias: str | None = None,
    digest_key: str | None = None,
    beside: bool = False,
    limits: str = "",
    change: ChangeRule | None = None,
) -> Any:
    """Declare a field that readers are told or that decides what they are told.

    ``neutral`` text (names, titles of works) serves every audience as it stands. ``digest_key`` is the field's key in
    version 1 of the content, where it is called otherwise now: digests map into that version. ``beside`` text stands
    beside a dose without limiting it: a dose may be told to readers who get no words for it. A text that ``limits``
    another field of its part is its condition: where the other is told, and this has no words, readers are told so.
    ``change`` says how grave it is when the field changes; every clinical field has one.
    """
    extra: dict[str, Any] = {"x-clinical": True}
    if change is not None:
        extra["x-change"] = change.name
    if digest_key is not None:
        extra["x-digest-key"] = digest_key
    if neutral:
        extra["x-neutral"] = True
    if beside:
        extra["x-beside"] = True
    if limits:
        extra["x-limits"] = limits
    return _field(description, default, example, alias, extra)


def editorial(
    description: str, *, default: Any = PydanticUndefined, example: Any = None, alias: str | None = None
) -> Any:
    """Declare a field about the making of the entry: it stands in no digest."""
    return _field(description, default, example, alias, {"x-clinical": False})


def is_clinical(info: FieldInfo) -> bool:
    """Whether a field belongs to what an approval binds."""
    extra = info.json_schema_extra
    return not (isinstance(extra, dict) and extra.get("x-clinical") is False)


@cache
def clinical_fields(part: type[Part]) -> tuple[tuple[str, str], ...]:
    """The clinical fields of a kind of part: each with its key in the file."""
    return tuple((name, info.alias or name) for name, info in part.model_fields.items() if is_clinical(info))


@cache
def digest_fields(part: type[Part]) -> tuple[tuple[str, str], ...]:
    """The clinical fields of a kind of part: each with its key in the canonical content that a digest is taken of."""
    return tuple((name, _digest_key(part.model_fields[name]) or key) for name, key in clinical_fields(part))


@cache
def change_rule(part: type[Part], name: str) -> ChangeRule | None:
    """How grave a change of a field is; None for a field that is not clinical."""
    extra = part.model_fields[name].json_schema_extra
    named = extra.get("x-change") if isinstance(extra, dict) else None
    return RULES[named] if isinstance(named, str) else None


@cache
def stands_beside(part: type[Part], name: str) -> bool:
    """Whether a field's text stands beside what the part says, and may be left out for some readers."""
    extra = part.model_fields[name].json_schema_extra
    return isinstance(extra, dict) and extra.get("x-beside") is True


@cache
def limited_by(part: type[Part], name: str) -> str:
    """The field of which a field's text is the condition; empty for most."""
    extra = part.model_fields[name].json_schema_extra
    limited = extra.get("x-limits") if isinstance(extra, dict) else None
    return limited if isinstance(limited, str) else ""


def _digest_key(info: FieldInfo) -> str | None:
    extra = info.json_schema_extra
    key = extra.get("x-digest-key") if isinstance(extra, dict) else None
    return key if isinstance(key, str) else None


def _field(description: str, default: Any, example: Any, alias: str | None, extra: dict[str, Any]) -> Any:
    examples = None if example is None else [example]
    return Field(
        default=default, description=description, examples=examples, alias=alias, json_schema_extra=extra
    )
