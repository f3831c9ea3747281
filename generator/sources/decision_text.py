"""A decision as the text of its file: what was signed, in the order in which a person reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from generator.model.decision_digest import decision_payload
from generator.model.entries.decision import Covered, CoveredEdition, Decision
from generator.sources.document import Tree
from generator.sources.yaml_value import written_value

_HEAD = """\
# yaml-language-server: $schema=../../schema/decision.schema.json
# A record of what was decided. It is never edited; a later decision gets a file of its own.
"""
_ORDER = {
    name: number
    for number, name in enumerate(
        (*Decision.model_fields, *Covered.model_fields, *CoveredEdition.model_fields)
    )
}
_BARE = re.compile(r"clinsum-[a-z0-9-]+:[0-9a-f]{64}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z")
"""Values with colons that need no quotes."""


def decision_text(decision: Decision) -> str:
    """YAML that gives the same decision when it is read, under the same id."""
    said: dict[str, Tree] = json.loads(decision_payload(decision))["decision"]
    lines = list(_mapping(said, 0))
    if decision.signature is not None:
        lines += ["signature: |-", *(f"  {line}" for line in decision.signature.splitlines())]
    return _HEAD + "".join(f"{line}\n" for line in lines)


def _mapping(tree: dict[str, Tree], depth: int) -> Iterator[str]:
    pad = "  " * depth
    for key in sorted(tree, key=lambda key: (_ORDER.get(key, len(_ORDER)), key)):
        value = tree[key]
        if isinstance(value, dict) and value:
            yield f"{pad}{key}:"
            yield from _mapping(value, depth + 1)
        elif isinstance(value, list) and value:
            yield f"{pad}{key}:"
            for item in value:
                yield from _item(item, depth + 1)
        else:
            yield f"{pad}{key}: {_scalar(value)}"


def _item(value: Tree, depth: int) -> Iterator[str]:
    """The first key of a mapping stands behind the hyphen."""
    pad = "  " * depth
    if not isinstance(value, dict):
        yield f"{pad}- {_scalar(value)}"
        return
    first, *rest = _mapping(value, depth + 1)
    yield f"{pad}- {first.lstrip()}"
    yield from rest


def _scalar(value: Tree) -> str:
    return value if isinstance(value, str) and _BARE.fullmatch(value) else written_value(value)
