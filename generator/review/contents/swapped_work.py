"""A work under whose key another work stands by now: what cites it stands on something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

from generator.model.change import ChangeClass, ClinicalChange, Operation, worst
from generator.model.change_rule import DOSE_CITATION
from generator.model.field import Part
from generator.review.contents.cited_text import cited_text
from generator.review.contents.described import texts_of
from generator.review.contents.schema_walk import fields_of, parts_in

Data = Mapping[str, Any]

_KNOWN_BY = ("title", "doi", "pmid", "pmcid", "isbn", "year")
_LEAST_ALIKE = 0.5
"""How much of two titles is alike at least where one is the other, corrected."""


def is_other_work(old: Data, new: Data) -> bool:
    """Whether another work stands under a key: one number or some words of it may have been corrected."""
    one, other = (" ".join(texts_of(side.get("title"))).lower().split() for side in (old, new))
    if one and other and SequenceMatcher(None, one, other, autojunk=False).ratio() < _LEAST_ALIKE:
        return True
    replaced = [key for key in _KNOWN_BY if key in old and key in new and old[key] != new[key]]
    return len(replaced) > 1


def raised(change: ClinicalChange, level: ChangeClass) -> ClinicalChange:
    """A change of a work that became another, with at least this class where it is of what a work is known by."""
    is_told_by = change.path[:1] and change.path[0] in _KNOWN_BY and change.operation is not Operation.SET
    return replace(change, level=worst([change.level, level])) if is_told_by else change


def cited_under_doses(content: Any, kind: type[Part] | None) -> frozenset[str]:
    """The keys of the works on which doses, limits and harms of a part stand."""
    if kind is None or not isinstance(content, Mapping):
        return frozenset()
    return frozenset(_cited(content, kind))


def _cited(part: Data, kind: type[Part]) -> Iterator[str]:
    known = fields_of(kind)
    cites = known.get("cites")
    if cites is not None and cites.rule is DOSE_CITATION:
        yield from texts_of(part.get("cites"))
        texts = (
            text for key, field in known.items() if field.shape.is_wording for text in texts_of(part.get(key))
        )
        for text in texts:
            yield from cited_text(text).keys
    for key, value in part.items():
        if key in known:
            for below, below_kind in parts_in(value, known[key].shape):
                yield from _cited(below, below_kind)
