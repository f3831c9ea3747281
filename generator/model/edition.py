"""One edition of an entry: exactly what one audience is told, and nothing else.

The compiler words an edition, and the digest binds an edition. Because both get the same reduced entry, a page cannot
say anything that an approval does not bind.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import cache
from typing import Any, TypeVar, cast

from generator.diagnostics import Pointer
from generator.model.entries.audience import Audience
from generator.model.entries.entry import Entry
from generator.model.field import Part, clinical_fields, limited_by, stands_beside
from generator.model.text import NOT_STATED, Wording

SECTION_FIELDS: Mapping[str, tuple[str, ...]] = {
    "bottom-line": ("recommendations",),
    "overview": ("overview",),
    "options": ("options", "option_groups", "recommendations"),
    "for-whom": ("recommendations",),
    "classes": ("classes",),
    "algorithm": ("algorithm",),
    "checks": ("baseline_checks",),
    "monitoring": ("monitoring",),
    "contraindications": ("contraindications",),
    "interactions": ("interactions",),
    "pregnancy": ("pregnancy",),
    "harms": ("harms",),
    "red-flags": ("red_flags",),
    "pitfalls": ("pitfalls",),
    "evidence": ("studies", "evidence", "evidence_search"),
    "others-say": ("others_say",),
    "cost-and-access": ("cost_and_access",),
    "limitations": ("limitations",),
    "more": ("sections", "images"),
    "questions": ("questions_to_ask",),
    "conclusion": ("conclusion",),
}
"""The sections that an audience may list, and the fields of an entry that each shows."""

UNWORDED = Wording({})
"""A condition that is worded for other readers only."""

_ALWAYS = {"kind", "question", "title", "condition", "source"}

PartType = TypeVar("PartType", bound=Part)
EntryType = TypeVar("EntryType", bound=Entry)


def reduce_to_edition(entry: EntryType, audience: Audience) -> EntryType:
    """The entry with only what its edition for this audience uses. Every part keeps its `origin`."""
    if not hasattr(entry, "audiences"):
        return _construct(entry, audience.id, (), None)
    shown = _ALWAYS | fields_shown(audience)
    unused = set() if "algorithm" in shown else {"guards"}
    if audience.regimens or audience.id in getattr(entry, "regimens_for", ()):
        shown.add("doses")
    else:
        unused |= _ROWS
    made = _construct(entry, audience.id, (), shown)
    return _without_names(made, unused) if unused else made


def fields_shown(audience: Audience) -> set[str]:
    """The fields of an entry that the sections of an audience show."""
    return {name for section in audience.sections for name in SECTION_FIELDS.get(section, ())}


def reduce_part(part: PartType, audience: str) -> PartType:
    """A quoted part (a drug, a work, a dose) with only its clinical fields and this audience's words."""
    return _construct(part, audience, part.origin, None)


def _construct(part: PartType, audience: str, origin: Pointer, shown: set[str] | None) -> PartType:
    kept: dict[str, Any] = {}
    for name, key in clinical_fields(type(part)):
        if name in part.model_fields_set and (shown is None or name in shown):
            value = _reduced(getattr(part, name), audience, (*origin, key))
            if value is None and _leaves_a_mark(part, name, audience):
                value = UNWORDED
            if value is not None:
                kept[name] = value
    made = cast("PartType", type(part).model_construct(_fields_set=set(kept), **kept))
    if isinstance(part, Entry):
        object.__setattr__(made, "id", part.id)
    made._origin = origin
    return made


_ROWS = frozenset({"dose", "doses"})
"""Fields that name doses whose rows stand there."""


def _without_names(part: PartType, unused: Set[str]) -> PartType:
    """A part without the fields that name what its edition does not show. A text may quote a dose all the same."""
    found = ((name, _without(getattr(part, name), name, unused)) for name in sorted(part.model_fields_set))
    changed = {name: value for name, value in found if value is not _SAME}
    if not changed:
        return part
    made = part.model_copy(update={name: value for name, value in changed.items() if value is not _NONE})
    for name in [name for name, value in changed.items() if value is _NONE]:
        object.__setattr__(made, name, () if isinstance(getattr(part, name), tuple) else None)
        made.model_fields_set.discard(name)
    return made


_NONE, _SAME = object(), object()
"""What stands in place of a value: nothing; the value itself."""


def _without(value: Any, name: str, unused: Set[str]) -> Any:
    if name in unused and isinstance(value, (str, tuple)):
        return _SAME if value == NOT_STATED else _NONE
    if isinstance(value, Part):
        made: Any = _without_names(value, unused)
        return _SAME if made is value else made
    if isinstance(value, tuple):
        items = tuple(_without_names(item, unused) if isinstance(item, Part) else item for item in value)
        return _SAME if all(a is b for a, b in zip(items, value, strict=True)) else items
    if isinstance(value, dict):
        parts = {
            key: _without_names(item, unused) if isinstance(item, Part) else item
            for key, item in value.items()
        }
        return _SAME if all(parts[key] is value[key] for key in value) else parts
    return _SAME


def _leaves_a_mark(part: Part, name: str, audience: str) -> bool:
    """Whether readers are told that they get no words for a field: the part would else say more than the entry."""
    if part.keeps_limits:
        return not stands_beside(type(part), name)
    told = getattr(part, limited_by(type(part), name), None)
    return isinstance(told, Wording) and told.for_audience(audience) is not None


def _reduced(value: Any, audience: str, origin: Pointer) -> Any:
    if isinstance(value, Wording):
        return value.only(audience) if value.for_audience(audience) is not None else None
    if isinstance(value, Part):
        return _construct(value, audience, origin, None) if _is_worded(value, audience) else None
    if isinstance(value, tuple):
        reduced = (_reduced(item, audience, (*origin, index)) for index, item in enumerate(value))
        return tuple(item for item in reduced if item is not None)
    if isinstance(value, dict):
        items = {key: _reduced(item, audience, (*origin, key)) for key, item in value.items()}
        return {key: item for key, item in items.items() if item is not None}
    return value


def _is_worded(part: Part, audience: str) -> bool:
    """A part whose required wording is missing for this audience is not told to it.

    A condition of a dose is different: without it the dose would say more than the entry. It stays, without words, and
    the writer says so.
    """
    if part.keeps_limits:
        return True
    worded = (getattr(part, name, None) for name in _required_fields(type(part)))
    return all(value.for_audience(audience) is not None for value in worded if isinstance(value, Wording))


@cache
def _required_fields(part: type[Part]) -> tuple[str, ...]:
    return tuple(name for name, info in part.model_fields.items() if info.is_required())
