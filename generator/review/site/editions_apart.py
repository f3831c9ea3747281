"""Numbers that an edition had in common with the clinicians' and has no longer: one of them was changed alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from generator.model.change import ChangeClass, ClinicalChange, Operation, Topic
from generator.model.digest import canonical
from generator.model.entries.entry import Entry
from generator.model.text import CLINICIAN
from generator.review.site.changed_fact import ChangedFact, FactKind
from generator.review.contents.cited_text import cited_text
from generator.review.site.compared import Compared
from generator.review.contents.described import NAMING
from generator.review.words.part_titles import NOUNS
from generator.review.text.text_tokens import WordKind, tokens

_Path = tuple[str, ...]


def apart_facts(base: Compared, head: Compared, entry_id: str) -> Iterator[ChangedFact]:
    """A critical fact for each number of an entry that was equal in two editions before, and is not any more."""
    before, after = base.library.entry(entry_id), head.library.entry(entry_id)
    if before is None or after is None:
        return
    for audience in sorted(set(getattr(before, "audiences", ())) & set(getattr(after, "audiences", ()))):
        if (
            audience != CLINICIAN
            and (entry_id, audience) in base.bodies
            and (entry_id, audience) in head.bodies
        ):
            old, new = _Sides.of(before, audience), _Sides.of(after, audience)
            shown = _strings(head.closures[entry_id, audience])
            for path in sorted(old.theirs.keys() & new.theirs.keys()):
                if shown.intersection(new.texts[path]):
                    yield from _facts(head, entry_id, audience, path, old, new)


@dataclass(frozen=True, slots=True)
class _Sides:
    """The numbers of each part as clinicians (``ours``) and other readers (``theirs``) are told, and those of doses."""

    ours: Mapping[_Path, frozenset[str]]
    theirs: Mapping[_Path, frozenset[str]]
    texts: Mapping[_Path, tuple[str, ...]]
    doses: frozenset[str]

    @classmethod
    def of(cls, entry: Entry, audience: str) -> _Sides:
        data = canonical(entry)
        parts = dict(_parts(data, ()))
        texts = {path: tuple(_own_strings(part, audience)) for path, part in parts.items()}
        return cls(
            ours={path: _numbers(_own_strings(part, CLINICIAN)) for path, part in parts.items()},
            theirs={path: _numbers(found) for path, found in texts.items()},
            texts={path: tuple(_texts(part, audience)) for path, part in parts.items()},
            doses=_numbers(_strings(data.get("doses", {}))),
        )


def _facts(
    head: Compared, entry: str, audience: str, path: _Path, old: _Sides, new: _Sides
) -> Iterator[ChangedFact]:
    ours, theirs = (old.ours[path], new.ours.get(path, frozenset())), (old.theirs[path], new.theirs[path])
    label = head.library.audiences[audience].label
    for number in sorted(ours[0] & theirs[0]):
        if number in theirs[1] and number not in ours[1]:
            yield _fact(head, entry, audience, path, number, ours[1] - ours[0], f"still in “{label}”")
        elif number in ours[1] and number not in theirs[1] and (other := theirs[1] - theirs[0] - ours[1]):
            yield _fact(head, entry, audience, path, number, other, f"no longer in “{label}”")
    for number in sorted((theirs[0] & theirs[1] & old.doses) - ours[0] - new.doses):
        yield _fact(
            head, entry, audience, path, number, frozenset(), f"still in “{label}”, no longer in any dose"
        )


def _fact(
    head: Compared, entry: str, audience: str, path: _Path, number: str, others: frozenset[str], where: str
) -> ChangedFact:
    place = _place(path) or "the page"
    now = f"; the other now has {', '.join(map(_shown, sorted(others)))}" if others else ""
    change = ClinicalChange(
        level=ChangeClass.CRITICAL,
        operation=Operation.REPLACE,
        topic=Topic.TEXT,
        path=(*path, "editions"),
        before=number,
        after=", ".join(sorted(others)),
        sentence=f"Editions apart, {place}: “{_shown(number)}”, which they had in common, is {where}{now}",
    )
    pages = tuple(head.page((entry, one)) for one in (CLINICIAN, audience))
    return ChangedFact(FactKind.APART, entry, change, pages=pages)


def _place(path: _Path) -> str:
    """``harm “counts”``."""
    steps = pairwise(path)
    return ", ".join(f"{NOUNS[field]} “{name}”" for field, name in steps if field in NOUNS)


def _shown(number: str) -> str:
    """``50 mg`` for ``50 milligram``, whichever of the two an edition has."""
    value, space, unit = number.partition(" ")
    return f"{value}{space}{_SIGNS.get(unit, unit)}"


_SIGNS = {
    "percent": "%", "milligram": "mg", "gram": "g", "microgram": "mcg", "kilogram": "kg", "milliliter": "mL",
    "liter": "L", "millimole": "mmol",
}  # fmt: skip


def _parts(value: Any, path: _Path) -> Iterator[tuple[_Path, Mapping[str, Any]]]:
    """Every part that has words for somebody, by the ids that lead to it; one without an id by its number."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _parts(item, (*path, _name(item, index)))
    elif isinstance(value, Mapping) and CLINICIAN not in value:
        if any(isinstance(one, Mapping) and CLINICIAN in one for one in value.values()):
            yield path, value
        for key, inner in value.items():
            yield from _parts(inner, (*path, key))


def _name(item: Any, index: int) -> str:
    names = (item.get(field) for field in NAMING) if isinstance(item, Mapping) else ()
    return next((name for name in names if isinstance(name, str)), f"#{index + 1}")


def _own_strings(part: Mapping[str, Any], audience: str) -> Iterator[str]:
    """What a part itself says to these readers: its plain values and its wordings, not what lies below."""
    yield from (value for key, value in part.items() if isinstance(value, str) and key != "id")
    yield from (cited_text(text).words for text in _texts(part, audience))


def _texts(part: Mapping[str, Any], audience: str) -> Iterator[str]:
    for value in part.values():
        if isinstance(value, Mapping) and isinstance(value.get(audience), str):
            yield value[audience]


def _strings(value: Any) -> frozenset[str]:
    if isinstance(value, str):
        return frozenset({value})
    below = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return frozenset(text for one in below for text in _strings(one))


def _numbers(texts: Iterable[str]) -> frozenset[str]:
    """Numbers with the unit that follows them: ``150 mg``, ``10 percent``, ``3 day``."""
    found = set()
    for text in texts:
        words = tokens(text)
        for index, token in enumerate(words):
            if token.kind is WordKind.NUMBER and token.key[-1:].isdigit():
                after = words[index + 1] if index + 1 < len(words) else None
                unit = f" {after.key}" if after and after.kind in (WordKind.UNIT, WordKind.TIME) else ""
                found.add(f"{token.key.replace(',', '')}{unit}")
    return frozenset(found)
