"""Which lists of facts a rule reads."""

from __future__ import annotations

import importlib
import inspect
import re
from functools import cache

from generator.checks.facts import fact_list_names

_OWN_IMPORT = re.compile(r"^from (generator\.checks\.[a-z_.]+) import", re.M)
_QUOTED = re.compile(r'"([a-z0-9-]+)"')
_SHARED_BY_ALL = frozenset(
    f"generator.checks.{name}" for name in ("context", "registry", "facts", "walk", "basis", "near_names")
)


def lists_of_rule(module: str) -> tuple[str, ...]:
    """The lists that are named in a rule's module or in a module of its room that it builds on, in order."""
    seen, waiting = set(_SHARED_BY_ALL), [module]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            lists, imported = _named_in(name)
            found |= lists
            waiting += imported
    return tuple(sorted(found))


@cache
def _named_in(module: str) -> tuple[frozenset[str], tuple[str, ...]]:
    source = inspect.getsource(importlib.import_module(module))
    return frozenset(_QUOTED.findall(source)) & set(fact_list_names()), tuple(_OWN_IMPORT.findall(source))
