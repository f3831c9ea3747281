"""A work that an edition no longer cites at all: one change, with how many places lose their only source by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.model.change import ClinicalChange, Operation, Topic, worst
from generator.review.words.cited_places import CitedPlace, cited_places
from generator.review.words.closure_dose import capital
from generator.review.words.closure_names import Closure
from generator.review.words.part_titles import NOUNS, plural
from generator.review.words.subjects import Subjects

REFERENCES = "references"
"""The first step of the path of such a change; the second is the key of the work."""
_CITES = "cites"
_NAMED = 3


def with_lost_references(
    changes: tuple[ClinicalChange, ...], subjects: Subjects
) -> tuple[ClinicalChange, ...]:
    """The changes, in which those that only say that a work is no longer cited are one for each work."""
    names = subjects.names
    if names.before is None or names.after is None:
        return changes
    gone = set(_works(names.before)) - set(_works(names.after))
    merged = {change for change in changes if _keys(change) and gone.issuperset(_keys(change))}
    lost: dict[str, list[ClinicalChange]] = {}
    for change in changes:
        for key in _keys(change) if change in merged else ():
            lost.setdefault(key, []).append(change)
    made = [_merged(key, said, subjects) for key, said in sorted(lost.items())]
    told = [*made, *(change for change in changes if change not in merged)]
    return tuple(sorted(told, key=lambda change: change.level.rank))


def _works(closure: Closure | None) -> list[str]:
    quotes = closure.get("quotes") if closure is not None else None
    names = sorted(quotes) if isinstance(quotes, Mapping) else []
    return [name.removeprefix("work:") for name in names if name.startswith("work:")]


def _keys(change: ClinicalChange) -> tuple[str, ...]:
    """The works of which a change says nothing but that they are no longer cited at its place."""
    if change.operation is not Operation.UNSET or change.after:
        return ()
    if change.path[-1:] == (_CITES,):
        return tuple(change.before.split(", "))
    return (change.before,) if change.path[-2:-1] == (_CITES,) else ()


def _merged(key: str, said: list[ClinicalChange], subjects: Subjects) -> ClinicalChange:
    sentence = f"{capital(subjects.names.reference(key))} removed"
    orphans = list(_orphans(key, subjects))
    sentence += f": {_losing(orphans, subjects)}" if orphans else "; nothing is left without a source by it"
    return ClinicalChange(
        level=worst([change.level for change in said]),
        operation=Operation.UNSET,
        topic=Topic.CITATION,
        path=(REFERENCES, key),
        before=key,
        sentence=sentence,
        is_compared=all(change.is_compared for change in said),
    )


def _orphans(key: str, subjects: Subjects) -> Iterator[CitedPlace]:
    """The places that stood on this work and now stand on none. One that is gone itself loses nothing."""
    after = cited_places(subjects.names.after)
    for name, place in cited_places(subjects.names.before).items():
        is_there = any(stop.after is not None for stop in subjects.stops(place.within, place.path)[-1:])
        if key in place.works and name not in after and (is_there or not place.path):
            yield place


def _losing(orphans: list[CitedPlace], subjects: Subjects) -> str:
    nouns = [NOUNS.get(place.collection, "statement") for place in orphans]
    counted = [f"{number} {noun if number == 1 else plural(noun)}" for noun, number in Counter(nouns).items()]
    verb = "loses its" if len(orphans) == 1 else "lose their"
    named = [_named(place, subjects) for place in orphans] if len(orphans) <= _NAMED else []
    tail = f" ({'; '.join(filter(None, named))})" if any(named) else ""
    return f"{_listed(counted)} {verb} only source{tail}"


def _named(place: CitedPlace, subjects: Subjects) -> str:
    items = subjects.items(subjects.stops(place.within, place.path))
    opening = subjects.opening(place.within)
    return ", ".join(filter(None, (opening, *items)))


def _listed(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
