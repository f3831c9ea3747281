"""The texts of an entry, each with the drugs of which it is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.context import CheckContext
from generator.checks.once import once
from generator.checks.views.text.plain_words import plain_words
from generator.diagnostics import Pointer
from generator.model.dose import Dose
from generator.model.entries.drug import Drug, LookAlike
from generator.model.entries.entry import Entry
from generator.model.field import Part
from generator.model.intervention import Intervention


class ToldText(NamedTuple):
    """A text for readers without its marks. ``drugs`` are the ids of those that the part around it is about."""

    pointer: Pointer
    audience: str
    text: str
    drugs: tuple[str, ...]


def told_of(context: CheckContext, entry: Entry) -> tuple[ToldText, ...]:
    """Every text of an entry, in the order of fields. It is worked out once for each entry."""
    known = once(context, _told)
    if entry.id not in known:
        known[entry.id] = tuple(_texts(context, entry))
    return known[entry.id]


def _told(_: CheckContext) -> dict[str, tuple[ToldText, ...]]:
    return {}


def _texts(context: CheckContext, entry: Entry) -> Iterator[ToldText]:
    subjects = {pointer: _drugs_of(part) for pointer, part in context.parts(entry)}
    if isinstance(entry, Drug):
        subjects[()] = (entry.id,)
    for pointer, audience, text in context.wordings(entry):
        yield ToldText(pointer, audience, plain_words(text), _subject(subjects, pointer))


def _subject(subjects: dict[Pointer, tuple[str, ...] | None], pointer: Pointer) -> tuple[str, ...]:
    """What the nearest part around the text is about."""
    for length in range(len(pointer), -1, -1):
        drugs = subjects.get(pointer[:length])
        if drugs is not None:
            return drugs
    return ()


def _drugs_of(part: Part) -> tuple[str, ...] | None:
    """Nothing where a part does not say of which drugs it is, so that the part around it decides."""
    if isinstance(part, LookAlike):
        return ()
    if isinstance(part, Dose):
        return part.drugs
    intervention = getattr(part, "intervention", None)
    if isinstance(intervention, Intervention):
        return intervention.drug_ids
    other = getattr(part, "other_drug", None)
    named = getattr(part, "drug_ids", None) or _one(getattr(part, "drug", None))
    return (*named, *_one(other)) if named or other else None


def _one(drug: object) -> tuple[str, ...]:
    return (drug,) if isinstance(drug, str) else ()
