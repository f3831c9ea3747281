"""What a statement stands on."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Discriminator, Tag
from pydantic_core import PydanticCustomError

from generator.model.text import MARKERS, WorkKey

UNCITED: Literal["uncited-in-source"] = "uncited-in-source"
"""Marks a statement that was taken over although its source gives no reference for it."""


def _tell(value: Any) -> str:
    return UNCITED if value == UNCITED else "works"


def _no_marker(value: Any) -> Any:
    if isinstance(value, str) and value in MARKERS:
        raise PydanticCustomError(
            "marker",
            "“{value}” is a word of the format and no work: where the source gives no reference, write "
            "cites: uncited-in-source, without brackets",
            {"value": value},
        )
    return value


_Cited = Annotated[WorkKey, BeforeValidator(_no_marker)]

Cites: TypeAlias = Annotated[
    Annotated[Literal["uncited-in-source"], Tag("uncited-in-source")]
    | Annotated[tuple[_Cited, ...], Tag("works")],
    Discriminator(_tell),
]
"""Keys of works in the bibliography, or ``uncited-in-source``."""


def cited_works(cites: Any) -> tuple[str, ...]:
    """The keys in a ``cites`` field; none where it is absent or ``uncited-in-source``."""
    return cites if isinstance(cites, tuple) else ()
