"""What rules work out once for a whole library, however many entries they then look at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar, cast

from generator.checks.context import CheckContext

P = ParamSpec("P")
T = TypeVar("T")


def once(
    context: CheckContext, make: Callable[Concatenate[CheckContext, P], T], *key: P.args, **none: P.kwargs
) -> T:
    """What ``make`` makes of the context and the key, such as an id; the second time the same thing again."""
    kept = context.kept
    if (make, key) not in kept:
        kept[make, key] = make(context, *key, **none)
    return cast("T", kept[make, key])
