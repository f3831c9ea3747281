"""The rules, found by walking the package: adding a file adds a rule."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import ModuleType

from generator.diagnostics import Finding, Rule

_ROOM = "generator.checks"
_VIEWS = "generator.checks.views"
"""What rules look at; none of it is a rule."""


class Scope(StrEnum):
    """What one run of a check looks at. Checks of the library need all entries, so they cannot run on one file."""

    DOCUMENT = "document"
    """A file as it was read. Such rules are told by the reader itself; none stands in this room."""
    ENTRY = "entry"
    SITE_TEXT = "site text"
    """What readers will read of one edition, or of one page of prose."""
    LIBRARY = "library"
    FINDINGS = "findings"
    """What all other rules found, with the waivers."""


@dataclass(frozen=True, slots=True)
class Check:
    """A rule with the function that finds its breaches.

    ``run`` takes the context and, in the scope of an entry, the entry; in that of site text, an `EditionText`; in that
    of findings, all findings so far. ``documentation`` is the module's docstring: a sentence, then examples under
    "Bad:" and "Good:".
    """

    rule: Rule
    scope: Scope
    run: Callable[..., Iterator[Finding]]
    documentation: str
    module: str


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check, in the order of codes."""
    return tuple(sorted((_check_of(module) for module in _modules()), key=lambda check: check.rule.code))


def all_rules() -> tuple[Rule, ...]:
    """Every rule of this room, in the order of codes."""
    return tuple(check.rule for check in all_checks())


def _modules() -> Iterator[ModuleType]:
    for family in _names_below(_ROOM, packages=True):
        if family == _VIEWS:
            continue
        for name in _names_below(family, packages=False):
            yield importlib.import_module(name)


def _names_below(package: str, *, packages: bool) -> list[str]:
    path = importlib.import_module(package).__path__
    return sorted(
        f"{package}.{found.name}" for found in pkgutil.iter_modules(path) if found.ispkg is packages
    )


def _check_of(module: ModuleType) -> Check:
    return Check(module.RULE, Scope(module.SCOPE), module.check, module.__doc__ or "", module.__name__)
