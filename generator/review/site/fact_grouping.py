"""Changes of many editions as facts: each told once, where it is written, with every page that quotes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from generator.compiler.context import EditionKey
from generator.model.change import ClinicalChange, worst
from generator.model.text import CLINICIAN
from generator.review.site.changed_fact import ChangedFact, ComparedPage, FactKind

FoundChange: TypeAlias = tuple[EditionKey, ClinicalChange]
"""A worded change and the edition in which it was found."""

_OF_OWNERS = {"dose": "doses", "stat": "evidence"}


def grouped(
    found: Iterable[FoundChange], page: Callable[[EditionKey], ComparedPage]
) -> tuple[ChangedFact, ...]:
    """One fact for each change, in the order of entries and paths; `in_order` puts the gravest first."""
    groups: dict[tuple[object, ...], list[FoundChange]] = {}
    for key, change in found:
        owner, path = place_of(key[0], change)
        same = (owner, path, change.operation, change.before, change.after, change.is_compared)
        groups.setdefault(same, []).append((key, change))
    return tuple(
        _fact(place_of(members[0][0][0], members[0][1]), members, page) for members in groups.values()
    )


def place_of(entry: str, change: ClinicalChange) -> tuple[str, tuple[str, ...]]:
    """Where a fact is written: its owner (`ChangedFact.owner`) and its path there, whoever quotes it."""
    kind, _, name = change.within.partition(":")
    if not kind:
        return entry, change.path
    if kind in _OF_OWNERS:
        owner, _, part = name.partition("#")
        return owner, (_OF_OWNERS[kind], part, *change.path)
    return (change.within if kind in {"work", "image"} else name), change.path


def in_order(facts: Iterable[ChangedFact]) -> tuple[ChangedFact, ...]:
    """The gravest first, and of these what could not be compared; then by owner and path, pages of prose last."""
    return tuple(sorted(facts, key=_rank))


def _rank(fact: ChangedFact) -> tuple[object, ...]:
    change, is_prose = fact.change, fact.kind is FactKind.PROSE
    return (fact.level.rank, change.is_compared, is_prose, fact.owner, change.path, fact.sentence)


def _fact(
    place: tuple[str, tuple[str, ...]],
    members: Sequence[FoundChange],
    page: Callable[[EditionKey], ComparedPage],
) -> ChangedFact:
    owner, path = place
    told = min(members, key=lambda one: (one[0][0] != owner, one[0][1] != CLINICIAN, one[0]))[1]
    level = worst([change.level for _, change in members])
    keys = sorted(
        dict.fromkeys(key for key, _ in members), key=lambda key: (key[0], key[1] != CLINICIAN, key[1])
    )
    return ChangedFact(
        kind=FactKind.CONTENT if told.is_compared else FactKind.NOT_COMPARED,
        owner=owner,
        change=replace(told, level=level, path=path, within=""),
        pages=tuple(page(key) for key in keys if key[0] == owner),
        reaches=tuple(page(key) for key in keys if key[0] != owner),
    )
