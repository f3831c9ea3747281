"""What is suspended: entries, single doses, and drugs on every page. One person suspends at once; two lift."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.edition_record import DecisionAbout, RecordsByEntry
from generator.model.entries.decision import Decision
from generator.model.library import Library
from generator.model.permission import Permission
from generator.model.quotes import quotes_of

LIFTERS = 2

WHOLE, EVERYWHERE = "", "everywhere:"
"""Targets inside an entry besides the ids of its doses: the whole of it; a drug wherever it is dosed."""


@dataclass(frozen=True, slots=True)
class Suspensions:
    """What is suspended in a library: doses as ``entry#dose`` and drugs by id, each with the decision that did it."""

    doses: dict[str, Decision]
    drugs: dict[str, Decision]


@dataclass(frozen=True, slots=True)
class Suspended:
    """A suspension that stands, and who has already said that it may be lifted, in the order of time."""

    decision: Decision
    lifted_by: tuple[str, ...] = ()


def standing_suspension(
    decisions: Iterable[DecisionAbout], permission: Permission, target: str = WHOLE
) -> Suspended | None:
    """The suspension of a target that has not been lifted by two people, or None.

    A suspension of a drug everywhere is also one of the drug's own page.
    """
    suspended: Decision | None = None
    lifters: dict[str, None] = {}
    for one in decisions:
        if target not in _targets(one):
            continue
        if one.kind == "suspend" and permission.may_stop(one.decision):
            suspended, lifters = one.decision, {}
        elif suspended is not None and _lifts(one, target) and permission.may_lift(one.decision):
            lifters[one.decision.by] = None
            if len(lifters) >= LIFTERS:
                suspended = None
    return Suspended(suspended, tuple(lifters)) if suspended is not None else None


def suspensions_of_whole(
    decisions: Iterable[DecisionAbout], permission: Permission
) -> tuple[DecisionAbout, ...]:
    """Every suspension of the whole, lifted or not: what was suspended is never kept as the last good text."""
    return tuple(
        one
        for one in decisions
        if one.kind == "suspend" and WHOLE in _targets(one) and permission.may_stop(one.decision)
    )


def suspensions(library: Library, records: RecordsByEntry, permission: Permission) -> Suspensions:
    """All suspended doses and drugs of a library."""
    doses: dict[str, Decision] = {}
    drugs: dict[str, Decision] = {}
    for entry, decisions in records.items():
        for target in sorted({target for one in decisions for target in _targets(one)} - {WHOLE}):
            suspended = standing_suspension(decisions, permission, target)
            if suspended is not None and target == EVERYWHERE:
                drugs[entry] = suspended.decision
            elif suspended is not None:
                doses[f"{entry}#{target}"] = suspended.decision
    if drugs:
        doses |= {name: decision for name, decision in _doses_of(library, drugs) if name not in doses}
    return Suspensions(dict(sorted(doses.items())), dict(sorted(drugs.items())))


def _lifts(one: DecisionAbout, target: str) -> bool:
    """Doses and drugs are suspended in all editions: who read one of them lifts nothing in the others."""
    return one.kind == "lift" and (target == WHOLE or not one.covered.editions)


def _targets(one: DecisionAbout) -> tuple[str, ...]:
    if one.covered.everywhere:
        return (WHOLE, EVERYWHERE)
    return one.covered.doses or (WHOLE,)


def _doses_of(library: Library, drugs: dict[str, Decision]) -> Iterator[tuple[str, Decision]]:
    """Every dose that names one of the drugs, be it as a companion."""
    for entry in library.editioned():
        for dose_id, dose in entry.doses.items():
            named = sorted({quote.target for quote in quotes_of(dose) if quote.kind == "drug"} & drugs.keys())
            if named:
                yield f"{entry.id}#{dose_id}", drugs[named[0]]
