"""Pydantic's JSON Schema, bent to what an editor writes: no null, no titles, no empty defaults, ids as keys."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from generator.model.quantity import Quantity
from generator.model.schema.meanings import meaning_of, meanings_of


class SchemaGenerator(GenerateJsonSchema):
    """Draft 2020-12. Values that are words of the format carry what they mean."""

    def nullable_schema(self, schema: Any) -> JsonSchemaValue:
        """Optional keys are left out rather than written as null, so null is no choice that an editor should see."""
        return self.generate_inner(schema["schema"])

    def tagged_union_schema(self, schema: Any) -> JsonSchemaValue:
        """``not-stated`` is also a text, so more than one branch may fit: any of them, not exactly one."""
        made = super().tagged_union_schema(schema)
        return {("anyOf" if key == "oneOf" else key): value for key, value in made.items()}

    def literal_schema(self, schema: Any) -> JsonSchemaValue:
        """The words that may stand here, each with its meaning."""
        made = super().literal_schema(schema)
        if "const" in made:
            said = meaning_of(made["const"])
            return made | ({"description": said} if said else {})
        meanings = meanings_of(tuple(made["enum"]))
        return made | ({"enumDescriptions": meanings} if meanings else {})

    def dict_schema(self, schema: Any) -> JsonSchemaValue:
        """Any key that is an id, each with a value of the same kind."""
        return {
            "type": "object",
            "additionalProperties": self.generate_inner(schema["values_schema"]),
            "propertyNames": self.generate_inner(schema["keys_schema"]),
        }

    def encode_default(self, dft: Any) -> Any:
        """Defaults as an editor would write them."""
        if isinstance(dft, Quantity):
            return dft.written
        if isinstance(dft, bool):
            return "yes" if dft else "no"
        return str(dft) if isinstance(dft, int) else super().encode_default(dft)

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        """An empty list as default says no more than that the key may be left out."""
        made = super().default_schema(schema)
        if made.get("default", ...) in (None, [], {}):
            made.pop("default")
        return made

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        """As declared: the order of the model is that of writing."""
        return value
