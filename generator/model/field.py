"""How a field of the model is declared: what it says, whether it is clinical, an example.

Every field of an entry is *clinical* unless it is declared *editorial*: a new field that nobody thought about is then
part of what an approval binds, which errs on the safe side.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from generator.diagnostics import Pointer


class Part(BaseModel):
    """Base of everything an editor writes: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True, validate_by_name=True)

    _origin: Pointer = PrivateAttr(default=())

    @property
    def origin(self) -> Pointer:
        """Where a part of an edition stands in its entry's file. Empty outside of editions."""
        return self._origin


def clinical(
    description: str,
    *,
    default: Any = PydanticUndefined,
    example: Any = None,
    neutral: bool = False,
    alias: str | None = None,
) -> Any:
    """Declare a field that readers are told or that decides what they are told.

    ``neutral`` text (names, titles of works) serves every audience as it stands.
    """
    extra: dict[str, Any] = {"x-clinical": True}
    if neutral:
        extra["x-neutral"] = True
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


def _field(description: str, default: Any, example: Any, alias: str | None, extra: dict[str, Any]) -> Any:
    examples = None if example is None else [example]
    return Field(
        default=default, description=description, examples=examples, alias=alias, json_schema_extra=extra
    )
