"""JSON Schema of every kind of entry: what editors' tools complete and check while a file is written."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from generator.model.entries.audience import Audience
from generator.model.entries.condition import Condition
from generator.model.entries.decision import Decision
from generator.model.entries.drug import Drug
from generator.model.entries.medication import Medication
from generator.model.entries.person import Person
from generator.model.entries.summary import Summary
from generator.model.policy import EditorialPolicy
from generator.model.quantity import Quantity

SCHEMAS: dict[str, type[BaseModel]] = {
    "summary": Summary,
    "medication": Medication,
    "drug": Drug,
    "condition": Condition,
    "person": Person,
    "audience": Audience,
    "decision": Decision,
    "editorial-policy": EditorialPolicy,
}
"""The name of each schema and the model that it describes."""


def json_schema(name: str) -> dict[str, Any]:
    """The schema of one kind (draft 2020-12), with descriptions and examples."""
    schema = SCHEMAS[name].model_json_schema(by_alias=True, mode="validation", schema_generator=_Schema)
    schema.get("properties", {}).pop("id", None)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name,
        **_without_titles(schema),
    }


class _Schema(GenerateJsonSchema):
    """Optional keys are left out rather than written as null, so null is no choice that an editor should see."""

    def nullable_schema(self, schema: Any) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def tagged_union_schema(self, schema: Any) -> JsonSchemaValue:
        """``not-stated`` is also a text, so more than one branch may fit: any of them, not exactly one."""
        made = super().tagged_union_schema(schema)
        return {("anyOf" if key == "oneOf" else key): value for key, value in made.items()}

    def encode_default(self, dft: Any) -> Any:
        return dft.written if isinstance(dft, Quantity) else super().encode_default(dft)

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        inner = super().default_schema(schema)
        if inner.get("default", ...) is None:
            inner.pop("default")
        return inner


def _without_titles(value: Any) -> Any:
    """Titles that only repeat the key teach nothing."""
    if isinstance(value, dict):
        return {
            key: _without_titles(item)
            for key, item in value.items()
            if not (key == "title" and isinstance(item, str))
        }
    return [_without_titles(item) for item in value] if isinstance(value, list) else value
