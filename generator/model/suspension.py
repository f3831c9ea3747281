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


def standing_suspension(
    decisions: Iterable[DecisionAbout], permission: Permission, target: str = WHOLE
) -> Decision | None:
    """The suspension of a target that nobody has lifted, or None.

    A suspension of a drug everywhere is also one of the drug's own page.
    """
    suspended: Decision | None = None
    lifters: set[str] = set()
    for one in decisions:
        if target not in _targets(one):
            continue
        if one.kind == "suspend" and permission.may_stop(one.decision):
            suspended, lifters = one.decision, set()
        elif suspended is not None and _lifts(one, target) and permission.may_lift(one.decision):
            lifters.add(one.decision.by)
            if len(lifters) >= LIFTERS:
                suspended = None
    return suspended


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
            decision = standing_suspension(decisions, permission, target)
            if decision is not None and target == EVERYWHERE:
                drugs[entry] = decision
            elif decision is not None:
                doses[f"{entry}#{target}"] = decision
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
