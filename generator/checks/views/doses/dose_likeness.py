"""Which doses are for the same use, and which of them say why they differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.model.dose import Dose
from generator.model.text import CLINICIAN, NOT_STATED, Wording


class Use(NamedTuple):
    """What a dose is for. Doses with the same use could stand for each other."""

    drugs: tuple[str, ...]
    purpose: str
    indication: str
    phase: str
    population: str


def use_of(dose: Dose) -> Use:
    """The use of a dose; ``indication`` is empty where the dose is for the entry's own condition."""
    drugs = tuple(sorted(dose.drugs))
    return Use(drugs, dose.purpose, normal(dose.indication), dose.phase, population_words(dose.population))


def population_words(population: Wording | None) -> str:
    """The words on whom it is for, the same for texts that differ in letters, spaces and the last point only."""
    if population is None:
        return ""
    texts = population.by_audience
    return normal(texts.get(CLINICIAN) or " ".join(texts[audience] for audience in sorted(texts)))


def normal(text: str | None) -> str:
    """A text without differences of case, spaces and a last point; empty where none is stated."""
    if text is None or text == NOT_STATED:
        return ""
    return " ".join(text.casefold().split()).removesuffix(".")


def routes_of(dose: Dose) -> frozenset[str]:
    """The routes of which any may be taken; none where none is stated."""
    if dose.route is None or dose.route == NOT_STATED:
        return frozenset()
    return frozenset((dose.route,) if isinstance(dose.route, str) else dose.route)


def alternatives(doses: Mapping[str, Dose]) -> list[list[tuple[str, Dose]]]:
    """The doses of one entry in groups: of the same use, by the same route, in the same form."""
    groups: dict[tuple[Use, frozenset[str], str], list[tuple[str, Dose]]] = {}
    for dose_id, dose in doses.items():
        key = (use_of(dose), routes_of(dose), normal(dose.form))
        groups.setdefault(key, []).append((dose_id, dose))
    return [group for group in groups.values() if len(group) > 1]


def are_linked(here: str, one: tuple[str, Dose], there: str, other: tuple[str, Dose]) -> bool:
    """Whether either dose says why it differs from the other. ``here`` and ``there`` are the ids of their entries."""
    return any(
        one is not None
        for one in (_said(one[1], here, there, other[0]), _said(other[1], there, here, one[0]))
    )


def words_on_difference(
    here: str, one: tuple[str, Dose], there: str, other: tuple[str, Dose]
) -> tuple[str, ...]:
    """What either dose says on why it differs from the other, for every audience."""
    said = (_said(one[1], here, there, other[0]), _said(other[1], there, here, one[0]))
    return tuple(text for wording in said if wording is not None for text in wording.by_audience.values())


def _said(dose: Dose, own_entry: str, entry: str, dose_id: str) -> Wording | None:
    named = dose.differs_from or {}
    own = named.get(dose_id) if own_entry == entry else None
    return named.get(f"{entry}#{dose_id}", own)
