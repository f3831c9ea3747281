"""What rules work out once for a whole library, however many entries they then look at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from generator.checks.context import CheckContext

T = TypeVar("T")


def once(context: CheckContext, make: Callable[[CheckContext], T]) -> T:
    """What ``make`` makes of the context; the second time the same thing again. ``make`` is a function of a module."""
    made: dict[str, Any] = context.kept
    name = f"once:{make.__module__}.{make.__qualname__}"
    if name not in made:
        made[name] = make(context)
    return cast("T", made[name])
