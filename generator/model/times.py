"""How often: a whole number or a range of whole numbers, kept as written: ``2``, ``3 to 4``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_SHAPE = re.compile(r"([1-9][0-9]{0,3})(?: to ([1-9][0-9]{0,3}))?")


@dataclass(frozen=True, slots=True)
class Times:
    """A count from 1 on. ``low`` equals ``high`` where it is no range; ``written`` is the editor's text."""

    written: str
    low: int
    high: int

    @classmethod
    def parse(cls, text: str) -> Times:
        """Read ``3 to 4``. Raises `ValueError` in an editor's words."""
        match = _SHAPE.fullmatch(text)
        if match is None:
            raise ValueError(
                f"“{text}” is not a count: write a whole number such as 2, or a range such as 3 to 4"
            )
        low, high = int(match[1]), int(match[2] or match[1])
        if match[2] and high <= low:
            raise ValueError(f"the range “{text}” does not rise: write the smaller number first")
        return cls(text, low, high)

    @property
    def is_range(self) -> bool:
        """Whether the count has two ends."""
        return self.low != self.high

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate,
            serialization=core_schema.plain_serializer_function_ser_schema(lambda value: value.written),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        written = {"type": "string", "pattern": "^[1-9][0-9]{0,3}( to [1-9][0-9]{0,3})?$"}
        return {"x-shared": "times", "anyOf": [{"type": "integer", "minimum": 1, "maximum": 9999}, written]}

    @classmethod
    def _validate(cls, value: Any) -> Times:
        if isinstance(value, cls):
            return value
        if not isinstance(value, (str, int)) or isinstance(value, bool):
            raise PydanticCustomError("times", "a count is wanted, such as 2")
        try:
            return cls.parse(str(value))
        except ValueError as error:
            raise PydanticCustomError("times", "{reason}", {"reason": str(error)}) from error
