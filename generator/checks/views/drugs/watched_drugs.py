"""For which drugs an entry, or the drug's own entry, gives checks or harms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.checks.context import CheckContext
from generator.checks.views.text.names_in_text import drugs_in_text
from generator.checks.views.text.plain_words import plain_words
from generator.checks.walk import own_wordings
from generator.diagnostics import Pointer
from generator.model.about_drugs import AboutDrugs
from generator.model.entries.drug import Drug
from generator.model.entries.entry import Entry
from generator.model.intervention import Intervention
from generator.model.text import NOT_STATED

_WORD = re.compile(r"[^\W_]+")


def advised_drugs(entry: Entry) -> Iterator[tuple[Pointer, tuple[str, ...]]]:
    """The drugs of each option, then of each recommendation for what no option is about; each drug once."""
    told: set[str] = set()
    against = {
        one.id for one in getattr(entry, "recommendations", ()) if one.direction not in {"for", "either"}
    }
    for index, option in enumerate(getattr(entry, "options", ())):
        if option.recommendation not in against:
            yield from _new(option.intervention, ("options", index, "intervention"), told)
    for index, one in enumerate(getattr(entry, "recommendations", ())):
        if one.id not in against:
            yield from _new(one.intervention, ("recommendations", index, "intervention"), told)


def uncovered(
    context: CheckContext, entry: Entry, drugs: Iterable[str], fields: tuple[str, ...]
) -> tuple[Drug, ...]:
    """Those of the drugs of which nothing under these fields is said: here, or in the drug's own entry."""
    parts = [part for field in fields for part in getattr(entry, field, ())]
    named = {drug for part in parts for drug in _said_of(context, part)}
    classes = [words for part in parts if (words := _words(part.drug_class))]
    known = (context.library.drugs.get(drug) for drug in drugs)
    return tuple(
        drug
        for drug in known
        if drug is not None
        and drug.id not in named
        and not any(getattr(drug, field) for field in fields)
        and not _is_of_a_class(drug, classes)
    )


def _new(
    intervention: Intervention | None, pointer: Pointer, told: set[str]
) -> Iterator[tuple[Pointer, tuple[str, ...]]]:
    drugs = tuple(
        drug for drug in dict.fromkeys(intervention.drug_ids if intervention else ()) if drug not in told
    )
    told.update(drugs)
    if drugs:
        yield pointer, drugs


def _said_of(context: CheckContext, part: AboutDrugs) -> Iterator[str]:
    """The drugs that a part names by id or in its words."""
    yield from part.drug_ids
    for _, _, text in own_wordings(part):
        for name in drugs_in_text(context).found(plain_words(text)):
            yield from name.ids


def _is_of_a_class(drug: Drug, classes: list[frozenset[str]]) -> bool:
    own = _words(drug.drug_class if drug.drug_class != NOT_STATED else None)
    return any(own <= words or words <= own for words in classes) if own else False


def _words(name: str | None) -> frozenset[str]:
    """The words of a class, in the singular and without articles."""
    words = (word.casefold().removesuffix("s") for word in _WORD.findall(name or ""))
    return frozenset(words) - {"a", "an", "the", "other", "and", "or"}
