"""A name that was one drug's and is another's now: who orders by it gets another drug."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from generator.model.change import ChangeClass, ClinicalChange, Topic
from generator.review.contents.described import texts_of

Data = Mapping[str, Any]

_DRUG = "drug:"


def with_contested_names(
    changes: Iterable[ClinicalChange], before: Data, after: Data
) -> list[ClinicalChange]:
    """The changes; critical if they give a drug a name that another drug had, or take it away for another one."""
    old, new = _names(before), _names(after)
    contested = {name: drugs for name in old.keys() | new.keys() if len(drugs := _owners(name, old, new)) > 1}
    return [_weighed(change, contested) for change in changes]


def _weighed(change: ClinicalChange, contested: Mapping[str, frozenset[str]]) -> ClinicalChange:
    if change.topic is not Topic.NAME or not contested:
        return change
    told = f"{change.before}\n{change.after}".lower()
    is_contested = any(change.within in drugs and name in told for name, drugs in contested.items())
    return replace(change, level=ChangeClass.CRITICAL) if is_contested else change


def _owners(name: str, *sides: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*(side.get(name, frozenset()) for side in sides))


def _names(quotes: Data) -> dict[str, frozenset[str]]:
    """The drugs of each name, in small letters."""
    found: dict[str, frozenset[str]] = {}
    for key, drug in quotes.items():
        if str(key).startswith(_DRUG) and isinstance(drug, Mapping):
            for name in _names_of(drug):
                found[name] = found.get(name, frozenset()) | {str(key)}
    return found


def _names_of(drug: Data) -> set[str]:
    brands = drug.get("brands")
    listed = (
        [brand.get("name") for brand in brands if isinstance(brand, Mapping)]
        if isinstance(brands, list)
        else []
    )
    return {
        name.lower()
        for name in texts_of([drug.get("name"), drug.get("synonyms"), listed])
        if name != _UNKNOWN
    }


_UNKNOWN = "not-stated"
