"""The texts that belong to a recommendation: its own, its reasons, its option's, and what the conclusion says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from generator.checks.context import CheckContext
from generator.checks.views.text.plain_words import plain_words
from generator.checks.views.text.sentences import sentences
from generator.checks.walk import own_wordings
from generator.diagnostics import Pointer
from generator.model.entries.entry import Entry
from generator.model.intervention import Intervention
from generator.model.recommendation import Recommendation
from generator.model.statement import Statement

Where = Literal["itself", "rationale", "option", "conclusion"]


class RecommendationText(NamedTuple):
    """A text for one audience, where it stands, and its part in the recommendation."""

    where: Where
    pointer: Pointer
    audience: str
    text: str


def recommendation_texts(context: CheckContext, entry: Entry, index: int) -> Iterator[RecommendationText]:
    """Every text that speaks for the recommendation with this number in its list."""
    rec = _recommendations(entry)[index]
    above: Pointer = ("recommendations", index)
    yield from _wordings("itself", rec, above)
    for number, reason in enumerate(rec.rationale):
        yield from _wordings("rationale", reason, (*above, "rationale", number))
    for number, option in enumerate(getattr(entry, "options", ())):
        if option.recommendation == rec.id:
            for place, statement in enumerate(option.statements):
                yield from _wordings("option", statement, ("options", number, "statements", place))
    yield from conclusions_on(context, entry, index)


def conclusions_on(context: CheckContext, entry: Entry, index: int) -> Iterator[RecommendationText]:
    """The sentences of the conclusion that speak of this recommendation, and of no other, by what it is about."""
    names = [_names(context, rec.intervention) for rec in _recommendations(entry)]
    for number, statement in enumerate(getattr(entry, "conclusion", ())):
        for found in _wordings("conclusion", statement, ("conclusion", number)):
            meant = [
                sentence
                for sentence in sentences(plain_words(found.text))
                if [place for place, one in enumerate(names) if _speaks_of(sentence, one)] == [index]
            ]
            if meant:
                yield found._replace(text=" ".join(meant))


def intervention_names(context: CheckContext, rec: Recommendation) -> tuple[str, ...]:
    """All names of what is recommended: drugs with synonyms and brands, a class, a procedure, a test."""
    return tuple(name for group in _names(context, rec.intervention) for name in group if name)


def _wordings(
    where: Where, part: Recommendation | Statement, pointer: Pointer
) -> Iterator[RecommendationText]:
    for place, audience, text in own_wordings(part, pointer):
        if place[len(pointer)] == "wording":
            yield RecommendationText(where, place, audience, text)


def _recommendations(entry: Entry) -> tuple[Recommendation, ...]:
    return getattr(entry, "recommendations", ())


def _names(context: CheckContext, about: Intervention | None) -> tuple[tuple[str, ...], ...]:
    if about is None:
        return ()
    together = ((about.drug,) if about.drug else ()) + (about.drugs or ())
    groups = [_drug_names(context, drug) for drug in together]
    if about.one_of:
        groups.append(tuple(name for drug in about.one_of for name in _drug_names(context, drug)))
    groups += [(other,) for other in (about.drug_class, about.procedure, about.test) if other]
    return tuple(groups)


def _drug_names(context: CheckContext, drug_id: str) -> tuple[str, ...]:
    drug = context.library.drugs.get(drug_id)
    if drug is None:
        return (drug_id,)
    brands = tuple(brand.name for brand in drug.brands) if isinstance(drug.brands, tuple) else ()
    return (drug.name, *drug.synonyms, *brands)


def _speaks_of(sentence: str, groups: tuple[tuple[str, ...], ...]) -> bool:
    return bool(groups) and all(any(_has_name(sentence, name) for name in names) for names in groups)


def _has_name(sentence: str, name: str) -> bool:
    """As whole words: most names are not there at all, so that few are searched for."""
    if name.lower() not in sentence.lower():
        return False
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sentence, re.IGNORECASE) is not None
