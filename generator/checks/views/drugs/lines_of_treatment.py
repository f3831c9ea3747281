"""The lines of treatment that an entry gives its drugs, as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.diagnostics import Pointer
from generator.model.entries.entry import Entry
from generator.model.intervention import Intervention
from generator.model.recommendation import Option, Recommendation
from generator.model.text import Wording


class PlacedLine(NamedTuple):
    """A drug at a line, with all that says for whom. ``where`` names the place for an editor.

    ``carries`` is the recommendation that it is, or that it carries out as an option.
    """

    drug: str
    line: int
    phase: str
    limits: tuple[Wording | None, ...]
    doses: frozenset[str]
    carries: str | None
    pointer: Pointer
    where: str


def lines_of(entry: Entry) -> Iterator[PlacedLine]:
    """Every drug with its line: recommendations for it first, then options. Combinations are left out."""
    for index, one in enumerate(getattr(entry, "recommendations", ())):
        if one.direction in {"for", "either"}:
            yield from _of_recommendation(one, index)
    for index, option in enumerate(getattr(entry, "options", ())):
        yield from _of_option(option, index)


def same_patients(one: PlacedLine, other: PlacedLine) -> bool:
    """Whether nothing tells the patients, the phase or the doses of the two apart."""
    if one.carries is not None and one.carries == other.carries:
        return True
    differ_in_doses = bool(one.doses and other.doses) and not one.doses & other.doses
    return one.phase == other.phase and one.limits == other.limits and not differ_in_doses


def _of_recommendation(one: Recommendation, index: int) -> Iterator[PlacedLine]:
    limits = (one.population, *(case.wording for case in one.consider_when))
    pointer: Pointer = ("recommendations", index, "line")
    for drug in _drugs(one.intervention) if one.line is not None else ():
        where = f"the recommendation “{one.id}”"
        yield PlacedLine(drug, one.line or 0, one.phase, limits, frozenset(), one.id, pointer, where)


def _of_option(option: Option, index: int) -> Iterator[PlacedLine]:
    if not isinstance(option.line, int):
        return
    pointer: Pointer = ("options", index, "line")
    for drug in _drugs(option.intervention):
        where, doses = f"the option “{option.id}”", frozenset(option.doses)
        limits = (option.conditions,)
        yield PlacedLine(
            drug, option.line, option.phase, limits, doses, option.recommendation, pointer, where
        )


def _drugs(intervention: Intervention | None) -> tuple[str, ...]:
    """The drugs of an intervention that is no combination."""
    if intervention is None or intervention.drug_class or intervention.procedure:
        return ()
    if len(intervention.drugs or ()) > 1 or (intervention.drug and intervention.drugs):
        return ()
    return intervention.drug_ids
