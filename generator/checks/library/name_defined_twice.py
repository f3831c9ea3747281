"""A name or abbreviation of a condition is also one of another condition, or of a drug.

Bad:
    # content/conditions/multiple-sclerosis.yml has the synonym MS.
    name: Mitral stenosis
    synonyms: [MS]

Good:
    # content/conditions/multiple-sclerosis.yml has the synonym MS.
    name: Mitral stenosis
    synonyms: [stenosis of the mitral valve]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.doses.dose_likeness import normal
from generator.checks.views.drugs.drug_names import drug_names
from generator.diagnostics import Finding, Pointer, Rule, Severity

RULE = Rule(
    code="XRF005",
    name="name-defined-twice",
    severity=Severity.WARNING,
    summary="A name of a condition is also a name of something else.",
    why="Search leads to the wrong page, and a reader takes one thing for the other.",
    cure="Keep the name where it is clear to every reader, and write the other thing out in full.",
    basis=("agree-ii-2010",),
)
SCOPE = Scope.LIBRARY


class _Name(NamedTuple):
    written: str
    entry: str
    kind: str
    pointer: Pointer


def check(context: CheckContext) -> Iterator[Finding]:
    """Find each name of a condition that a drug, or a condition above it, has already."""
    first: dict[str, _Name] = {}
    for name in drug_names(context.library):
        first.setdefault(normal(name.written), _Name(name.written, name.drug, "the drug", name.pointer))
    for name_of_condition in sorted(_condition_names(context), key=lambda one: one.kind != _GENERIC):
        other = first.setdefault(normal(name_of_condition.written), name_of_condition)
        if other.entry != name_of_condition.entry:
            place = context.library.place_of(other.entry, other.pointer)
            kind = "the drug" if other.kind == "the drug" else "the condition"
            message = f"“{name_of_condition.written}” is also a name of {kind} “{other.entry}” ({place})"
            yield context.finding(RULE, name_of_condition.entry, name_of_condition.pointer, message)


def _condition_names(context: CheckContext) -> Iterator[_Name]:
    for condition in context.library.conditions.values():
        yield _Name(condition.name, condition.id, _GENERIC, ("name",))
        for index, synonym in enumerate(condition.synonyms):
            yield _Name(synonym, condition.id, "synonym", ("synonyms", index))


_GENERIC = "name"
