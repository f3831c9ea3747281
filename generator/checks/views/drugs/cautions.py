"""What an entry warns of or has watched: harms, warning signs, contraindications, interactions, pregnancy, checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import Pointer
from generator.model.entries.entry import Entry
from generator.model.safety import Harm
from generator.model.text import Wording

_FIELDS = {
    "harms": ("the harm", "wording"),
    "red_flags": ("the warning sign", "wording"),
    "contraindications": ("the contraindication", "wording"),
    "interactions": ("the interaction", "wording"),
    "pregnancy": ("the advice on pregnancy", "wording"),
    "baseline_checks": ("the check before treatment", "test"),
    "monitoring": ("the check", "test"),
}


@dataclass(frozen=True, slots=True)
class Caution:
    """One caution: its field, what it is called, its id, its words, and where these stand."""

    field: str
    what: str
    id: str
    wording: Wording
    pointer: Pointer
    boxed: bool


def cautions_of(entry: Entry) -> Iterator[Caution]:
    """Every caution of an entry that has readers of its own."""
    for field, (what, worded) in _FIELDS.items():
        for index, item in enumerate(getattr(entry, field, ())):
            boxed = isinstance(item, Harm) and item.boxed
            yield Caution(field, what, item.id, getattr(item, worded), (field, index, worded), boxed)
