"""JSON Schema of every kind of entry: what editors' tools complete and check while a file is written."""

from __future__ import annotations

import inspect
from typing import Any

from pydantic import BaseModel

from generator.model.entries.audience import Audience
from generator.model.entries.condition import Condition
from generator.model.entries.decision import Decision
from generator.model.entries.drug import Drug
from generator.model.entries.medication import Medication
from generator.model.entries.person import Person
from generator.model.entries.summary import Summary
from generator.model.policy import EditorialPolicy
from generator.model.reviewers import Reviewers
from generator.model.schema.generator import SchemaGenerator
from generator.model.schema.polish import polish
from generator.model.vocabulary import Vocabulary
from generator.model.waiver import Waivers

SCHEMAS: dict[str, type[BaseModel]] = {
    "summary": Summary,
    "medication": Medication,
    "drug": Drug,
    "condition": Condition,
    "person": Person,
    "audience": Audience,
    "decision": Decision,
    "editorial-policy": EditorialPolicy,
    "reviewers": Reviewers,
    "waiver-list": Waivers,
    "vocabulary": Vocabulary,
}
"""The name of each schema and the model that it describes."""


def json_schema(name: str) -> dict[str, Any]:
    """The schema of one kind (draft 2020-12), with descriptions, examples and snippets.

    It carries no ``$id``, for the files have no address but the one that they are read from, and no titles, which would
    only repeat the keys.
    """
    made = SCHEMAS[name].model_json_schema(schema_generator=SchemaGenerator)
    made.get("properties", {}).pop("id", None)
    _put_in_order(made, SCHEMAS[name])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **polish(made)}


def _put_in_order(made: dict[str, Any], model: type[BaseModel]) -> None:
    """As an editor fills a file in: the kind, what is needed, the kind's own fields, what kinds share, who answers."""
    needed = made.get("required", ())
    declared = {
        info.alias or name: depth
        for depth, part in reversed(list(enumerate(model.__mro__)))
        for name, info in model.model_fields.items()
        if name in inspect.get_annotations(part)
    }

    def place(key: str) -> tuple[bool, bool, int]:
        return key != "kind", key not in needed, declared[key]

    made["properties"] = {key: made["properties"][key] for key in sorted(made["properties"], key=place)}
