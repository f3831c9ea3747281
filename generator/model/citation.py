"""What a statement stands on."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Discriminator, Tag

from generator.model.text import WorkKey

UNCITED: Literal["uncited-in-source"] = "uncited-in-source"
"""Marks a statement that was taken over although its source gives no reference for it."""


def _tell(value: Any) -> str:
    return UNCITED if value == UNCITED else "works"


Cites: TypeAlias = Annotated[
    Annotated[Literal["uncited-in-source"], Tag("uncited-in-source")]
    | Annotated[tuple[WorkKey, ...], Tag("works")],
    Discriminator(_tell),
]
"""Keys of works in the bibliography, or ``uncited-in-source``."""


def cited_works(cites: Any) -> tuple[str, ...]:
    """The keys in a ``cites`` field; none where it is absent or ``uncited-in-source``."""
    return cites if isinstance(cites, tuple) else ()
