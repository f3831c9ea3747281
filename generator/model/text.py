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
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

NOT_STATED: Literal["not-stated"] = "not-stated"
"""What is written where the source omits a fact. It prints as such and is never a default."""

NotStated: TypeAlias = Literal["not-stated"]

MARKERS = ("not-stated", "uncited-in-source", "no-customary-maximum")
"""Words of the format that stand for a missing fact: they name nothing, neither an entry nor a work."""

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_ID = re.compile(ID_PATTERN)
_ID_LENGTH = 80
DECIMAL_PATTERN = r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$"


def _id(value: Any) -> Any:
    if isinstance(value, str) and (not _ID.fullmatch(value) or len(value) > _ID_LENGTH):
        raise PydanticCustomError(
            "id",
            "“{value}” is not an id: use small letters a to z, digits and single hyphens, at most 80 characters",
            {"value": value},
        )
    if isinstance(value, str) and value in MARKERS:
        raise PydanticCustomError(
            "id",
            "“{value}” is a word of the format and no id: name what is meant, or leave it out",
            {"value": value},
        )
    return value


Id = Annotated[
    str,
    BeforeValidator(_id),
    WithJsonSchema(
        {
            "x-shared": "id",
            "type": "string",
            "pattern": ID_PATTERN,
            "maxLength": _ID_LENGTH,
            "not": {"enum": list(MARKERS)},
            "patternErrorMessage": "An id is small letters a to z, digits and single hyphens: ivig-second-line.",
        }
    ),
]
"""The name of an entry or of a part of it: ``ivig-second-line``."""

QUOTED_DOSE_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*(#[a-z0-9]+(-[a-z0-9]+)*)?$"


def _quoted_dose(value: Any) -> Any:
    if isinstance(value, str) and value.count("#") == 1:
        for part in value.split("#"):
            _id(part)
        return value
    return _id(value)


QuotedDose = Annotated[
    str,
    BeforeValidator(_quoted_dose),
    WithJsonSchema(
        {
            "x-shared": "quoted-dose",
            "type": "string",
            "pattern": QUOTED_DOSE_PATTERN,
            "maxLength": 2 * _ID_LENGTH + 1,
            "not": {"enum": list(MARKERS)},
            "patternErrorMessage": "The id of a dose: five-days, or of another entry: other-entry#five-days.",
        }
    ),
]
"""A dose as it is quoted: ``five-days`` of this entry, ``other-entry#five-days`` of another."""

WORK_KEY_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9_:.-]*$"

WorkKey = Annotated[
    str,
    StringConstraints(pattern=WORK_KEY_PATTERN),
    WithJsonSchema(
        {
            "x-shared": "work",
            "type": "string",
            "pattern": WORK_KEY_PATTERN,
            "not": {"enum": list(MARKERS)},
            "patternErrorMessage": "The key of a work as it stands in references.bib, without @ and brackets.",
        }
    ),
]
"""The key of a work in the bibliography."""

Prose = Annotated[
    str,
    StringConstraints(min_length=1, max_length=20_000),
    WithJsonSchema({"x-shared": "prose", "type": "string", "minLength": 1, "maxLength": 20_000}),
]
"""Inline text: emphasis, links, sub- and superscript, ``[@work]``, ``{dose:…}``, ``{stat:…}``, ``{quantity:…}``."""

Plain = Annotated[
    str,
    StringConstraints(min_length=1, max_length=500),
    WithJsonSchema({"x-shared": "plain-text", "type": "string", "minLength": 1, "maxLength": 500}),
]
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
        return cls(MappingProxyType(dict(value)))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        made = core_schema.no_info_after_validator_function(cls._make, handler.generate_schema(_WordingInput))
        return core_schema.no_info_wrap_validator_function(
            cls._validate,
            made,
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda value: value.by_audience[CLINICIAN] if value.is_plain else dict(value.by_audience)
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return _wording_schema(handler(schema["schema"]))

    @classmethod
    def _validate(cls, value: Any, make: ValidatorFunctionWrapHandler) -> Any:
        if isinstance(value, cls):
            return value
        if not isinstance(value, (str, Mapping)) or not value:
            raise PydanticCustomError("wording", "a text, or a mapping from audience to text, is wanted")
        return make(value)


def _wording_schema(made: JsonSchemaValue) -> JsonSchemaValue:
    """The two audiences that most sites have are offered by name; any other may be written, too."""
    *_, by_audience = made["anyOf"]
    prose = by_audience["additionalProperties"]
    by_audience["minProperties"] = 1
    by_audience["properties"] = {
        CLINICIAN: {"description": "The words for health professionals.", **prose},
        "patient": {"description": "The words for patients, in plain language.", **prose},
    }
    return {"x-shared": "wording", **made}


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


_DAY = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"

Day = Annotated[
    date,
    BeforeValidator(_date),
    WithJsonSchema(
        {
            "x-shared": "day",
            "type": "string",
            "format": "date",
            "pattern": _DAY,
            "patternErrorMessage": "A day is written as year, month, day: 2025-10-30.",
        }
    ),
]
"""A calendar day, ``2025-10-30``."""

DecimalText = Annotated[
    str,
    StringConstraints(pattern=DECIMAL_PATTERN),
    WithJsonSchema(
        {"x-shared": "decimal", "anyOf": [{"type": "number"}, {"type": "string", "pattern": DECIMAL_PATTERN}]}
    ),
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
        {
            "x-shared": "whole-number",
            "anyOf": [
                {"type": "integer", "minimum": 0, "maximum": 999_999_999},
                {"type": "string", "pattern": "^(0|[1-9][0-9]{0,8})$"},
            ],
        }
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
    WithJsonSchema(
        {
            "x-shared": "yes-or-no",
            "anyOf": [{"enum": ["yes", "no"]}, {"type": "boolean"}, {"enum": ["true", "false"]}],
        }
    ),
]
"""yes or no, written so."""
