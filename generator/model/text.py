"""The words of an entry: ids, inline text, wording per audience, dates, decimal numbers as written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any, Literal, TypeAlias, TypeVar

from pydantic import (
    BeforeValidator,
    Discriminator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    Tag,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

NOT_STATED: Literal["not-stated"] = "not-stated"
"""What is written where the source omits a fact. It prints as such and is never a default."""

NotStated: TypeAlias = Literal["not-stated"]

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_ID = re.compile(ID_PATTERN)
_ID_LENGTH = 80
_DECIMAL = r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$"


def _id(value: Any) -> Any:
    if isinstance(value, str) and (not _ID.match(value) or len(value) > _ID_LENGTH):
        raise PydanticCustomError(
            "id",
            "“{value}” is not an id: use small letters a to z, digits and single hyphens, at most 80 characters",
            {"value": value},
        )
    return value


Id = Annotated[
    str,
    BeforeValidator(_id),
    WithJsonSchema({"type": "string", "pattern": ID_PATTERN, "maxLength": _ID_LENGTH}),
]
"""The name of an entry or of a part of it: ``ivig-second-line``."""

WorkKey = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_:.-]*$")]
"""The key of a work in the bibliography."""

Prose = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
"""Inline text: emphasis, links, sub- and superscript, ``[@work]``, ``{dose:…}``, ``{stat:…}``, ``{quantity:…}``."""

Plain = Annotated[str, StringConstraints(min_length=1, max_length=500)]
"""A short text without any markup: a name, a title, a label."""


def _tell_wording(value: Any) -> str:
    return "by-audience" if isinstance(value, Mapping) else "plain"


_WordingInput = Annotated[
    Annotated[Prose, Tag("plain")] | Annotated[dict[Id, Prose], Tag("by-audience")],
    Discriminator(_tell_wording),
]

CLINICIAN = "clinician"
"""The audience that a plain string is written for."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Text for readers: a mapping from audience to text; a plain string is the clinicians'."""

    by_audience: Mapping[str, str]
    is_plain: bool = False

    def for_audience(self, audience: str) -> str | None:
        """The text for one audience, or None: nothing is borrowed from another audience."""
        return self.by_audience.get(audience)

    def only(self, audience: str) -> Wording:
        """The same wording with the text of one audience, which must be there."""
        return Wording({audience: self.by_audience[audience]}, self.is_plain)

    @classmethod
    def _make(cls, value: str | dict[str, str]) -> Wording:
        if isinstance(value, str):
            return cls(MappingProxyType({CLINICIAN: value}), is_plain=True)
        if not value:
            raise PydanticCustomError("wording", "wording names at least one audience, such as clinician: …")
        return cls(MappingProxyType(dict(value)))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        made = core_schema.no_info_after_validator_function(cls._make, handler.generate_schema(_WordingInput))
        return core_schema.union_schema(
            [core_schema.is_instance_schema(cls), made],
            mode="left_to_right",
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda value: value.by_audience[CLINICIAN] if value.is_plain else dict(value.by_audience)
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return handler(schema["choices"][1])


T = TypeVar("T")


def _tell_stated(value: Any) -> str:
    return NOT_STATED if value == NOT_STATED else "stated"


Stated: TypeAlias = Annotated[
    Annotated[Literal["not-stated"], Tag("not-stated")] | Annotated[T, Tag("stated")],
    Discriminator(_tell_stated),
]
"""A fact, or ``not-stated`` where the source omits it."""


def _date(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            raise PydanticCustomError(
                "date", "“{value}” is not a date: write it like 2025-10-30", {"value": value}
            )
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise PydanticCustomError(
                "date", "“{value}” is not a day of the calendar", {"value": value}
            ) from error
    return value


Day = Annotated[date, BeforeValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]
"""A calendar day, ``2025-10-30``."""

DecimalText = Annotated[
    str,
    StringConstraints(pattern=_DECIMAL),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "pattern": _DECIMAL}]}),
]
"""A number as written, so that its printed precision is kept: ``0.50``."""


def _count(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(r"0|[1-9][0-9]{0,8}", value):
            raise PydanticCustomError("count", "“{value}” is not a whole number", {"value": value})
        return int(value)
    return value


Count = Annotated[
    int,
    BeforeValidator(_count),
    WithJsonSchema(
        {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^(0|[1-9][0-9]*)$"}]}
    ),
]
"""A whole number that counts something."""


def _yes_no(value: Any) -> Any:
    if isinstance(value, str):
        if value not in {"yes", "no", "true", "false"}:
            raise PydanticCustomError("yes_no", "“{value}” is neither yes nor no", {"value": value})
        return value in {"yes", "true"}
    return value


YesNo = Annotated[
    bool,
    BeforeValidator(_yes_no),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no", "true", "false"]}]}),
]
"""yes or no, written so."""
