"""Editions whose readers get other words although no fact of them changed: the generator, a list or an audience did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.compiler.context import EditionKey
from generator.compiler.edition_body import EditionBody
from generator.model.change import ChangeClass, ClinicalChange, Operation, Topic
from generator.pages.reading import spoken
from generator.review.site.changed_fact import ChangedFact, FactKind
from generator.review.site.compared import Compared
from generator.review.text.drug_words import drug_words
from generator.review.site.reworded import Reworded, reworded
from generator.review.text.text_weight import text_weight

_PAIR = tuple[EditionKey, EditionKey]


def rendered_facts(base: Compared, head: Compared, pairs: Iterable[_PAIR]) -> Iterator[ChangedFact]:
    """A fact for each change of words among these editions, whose content is the same, with every page it reaches."""
    found: dict[Reworded, list[EditionKey]] = {}
    levels: dict[Reworded, list[ChangeClass]] = {}
    for before, after in pairs:
        old, new = base.bodies[before], head.bodies[after]
        if old.words_digest == new.words_digest:
            continue
        drugs = drug_words(base.closures[before], head.closures[after])
        for one in tuple(reworded(_lines(old), _lines(new))) or (_UNTOLD,):
            found.setdefault(one, []).append(after)
            levels.setdefault(one, []).append(_level(one, drugs))
    for one, keys in found.items():
        level = min(levels[one], key=lambda level: level.rank)
        pages = tuple(head.page(key) for key in dict.fromkeys(keys))
        change = _change(one, level)
        kind = FactKind.WORDING if change.is_compared else FactKind.NOT_COMPARED
        yield ChangedFact(kind, "", change, reaches=pages)


def _lines(body: EditionBody) -> list[str]:
    """What the digest of the words binds, in the order of reading."""
    clinical = [section for section in body.sections if section.is_clinical]
    said = spoken((body.heading, body.lead, [(section.title, section.blocks) for section in clinical]))
    return [" ".join(line.split()) for line in said]


def _level(one: Reworded, drugs: frozenset[str]) -> ChangeClass:
    """Words that seem equal although their digest is not may be anything."""
    weight = text_weight(one.before, one.after, drugs)
    return ChangeClass.CRITICAL if weight is ChangeClass.NONE else weight


_UNTOLD = Reworded("", "")
"""The digests of the words differ, the lines of the page do not."""


def _change(one: Reworded, level: ChangeClass) -> ClinicalChange:
    operation = Operation.REPLACE
    if one == _UNTOLD:
        said = "NOT COMPARED: readers get other words although no fact changed, and which ones cannot be told"
        return ClinicalChange(level, operation, Topic.WORDING, ("words",), sentence=said, is_compared=False)
    if not one.before or not one.after:
        operation = Operation.SET if one.after else Operation.UNSET
    said = "Readers get other words although no fact changed"
    return ClinicalChange(
        level=level,
        operation=operation,
        topic=Topic.WORDING,
        path=("words",),
        before=one.before,
        after=one.after,
        sentence=f"{said}: “{one.marked}”",
    )
