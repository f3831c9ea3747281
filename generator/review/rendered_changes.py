"""Editions whose readers get other words although no fact of them changed: the generator, a list or an audience did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.compiler.context import EditionKey
from generator.compiler.edition_body import EditionBody
from generator.model.change import ChangeClass, ClinicalChange, Operation, Topic
from generator.pages.reading import spoken
from generator.review.changed_fact import ChangedFact, FactKind
from generator.review.compared import Compared
from generator.review.drug_words import drug_words
from generator.review.marked_text import marked_text
from generator.review.text_weight import text_weight

_PAIR = tuple[EditionKey, EditionKey]


@dataclass(frozen=True, slots=True)
class _Reworded:
    """Words that readers got and words that they get; one of them may be empty."""

    before: str
    after: str


def rendered_facts(base: Compared, head: Compared, pairs: Iterable[_PAIR]) -> Iterator[ChangedFact]:
    """A fact for each change of words among these editions, whose content is the same, with every page it reaches."""
    found: dict[_Reworded, list[EditionKey]] = {}
    levels: dict[_Reworded, list[ChangeClass]] = {}
    for before, after in pairs:
        old, new = base.bodies[before], head.bodies[after]
        if old.words_digest == new.words_digest:
            continue
        drugs = drug_words(base.closures[before], head.closures[after])
        for one in _reworded(_lines(old), _lines(new)):
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


def _reworded(old: Sequence[str], new: Sequence[str]) -> Iterator[_Reworded]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    changed = [span for tag, *span in matcher.get_opcodes() if tag != "equal"]
    if not changed:
        yield _UNTOLD
    for start, end, new_start, new_end in changed:
        before, after = old[start:end], new[new_start:new_end]
        if len(before) == len(after):
            yield from (_Reworded(*pair) for pair in zip(before, after, strict=True) if pair[0] != pair[1])
        else:
            yield _Reworded(" ".join(before), " ".join(after))


def _level(one: _Reworded, drugs: frozenset[str]) -> ChangeClass:
    """Words that seem equal although their digest is not may be anything."""
    weight = text_weight(one.before, one.after, drugs)
    return ChangeClass.CRITICAL if weight is ChangeClass.NONE else weight


_UNTOLD = _Reworded("", "")
"""The digests of the words differ, the lines of the page do not."""


def _change(one: _Reworded, level: ChangeClass) -> ClinicalChange:
    operation = Operation.REPLACE
    if one == _UNTOLD:
        said = "NOT COMPARED: readers get other words although no fact changed, and which ones cannot be told"
        return ClinicalChange(level, operation, Topic.WORDING, ("words",), sentence=said, is_compared=False)
    if not one.before or not one.after:
        operation = Operation.SET if one.after else Operation.UNSET
    before, after = (text.replace("[", "(").replace("]", ")") for text in (one.before, one.after))
    said = "Readers get other words although no fact changed"
    return ClinicalChange(
        level=level,
        operation=operation,
        topic=Topic.WORDING,
        path=("words",),
        before=one.before,
        after=one.after,
        sentence=f"{said}: “{marked_text(before, after)}”",
    )
