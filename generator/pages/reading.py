"""The words of blocks in the order of reading: what search indexes and what the digest of the words binds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from generator.pages.inline import Words, plain_text

_NOT_WORDS = frozenset(
    {
        *("anchor", "guards_anchor", "pointer", "path", "links", "mentions", "key"),
        *("code", "kind", "purpose", "scale", "state", "tone", "type_code"),
    }
)
"""Fields of blocks that are addresses or codes: a reader never sees them as they stand."""


def spoken(value: Any) -> Iterator[str]:
    """Every text below a block (or tuple of blocks), citations left out."""
    if isinstance(value, Words):
        yield plain_text(value.run)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from spoken(item)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _NOT_WORDS:
                yield from spoken(getattr(value, field.name))
