"""Two states of one edition compared: every fact that is another, by id and never by position, with its class."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.model.change import ChangeClass, ClinicalChange, Operation, Topic, worst
from generator.model.change_rule import DOSE, DOSE_CITATION
from generator.model.digest import closure_text
from generator.model.field import Part
from generator.model.library import KINDS
from generator.review.contents.found_changes import FoundChanges, Place
from generator.review.contents.moved_parts import join_moved
from generator.review.contents.part_comparison import compare_parts
from generator.review.contents.quote_comparison import compare_quotes
from generator.review.contents.schema_walk import Shape, fields_of

Closure = Mapping[str, Any]


def compare_closures(before: Closure | None, after: Closure | None) -> tuple[ClinicalChange, ...]:
    """What changed between two closures (`generator.model.digest`), without sentences; the gravest first.

    None is an edition that is not there: that it is new, or gone, is one change with an empty path. Closures whose
    digests differ give at least one change. Nothing is raised, whatever they hold: what cannot be compared is a
    critical change that says so.
    """
    try:
        return tuple(sorted(_changes(before, after), key=_gravest_first))
    except (RecursionError, TypeError) as error:
        # Only a file that was never written from an entry nests so deep, or has other keys than texts.
        return (_not_compared(before, after, f"cannot be read: {type(error).__name__}"),)


def _changes(before: Any, after: Any) -> list[ClinicalChange]:
    if before is None or after is None:
        return _presence(before, after)
    if not isinstance(before, Mapping) or not isinstance(after, Mapping):
        return [_not_compared(before, after, "not the content of an edition")]
    changes = [*_frame(before, after), *_content(before, after), *compare_quotes(before, after)]
    if not changes and closure_text(before) != closure_text(after):
        return [_not_compared(before, after, "the digests differ, and nobody can tell in what")]
    return changes


def _presence(before: Any, after: Any) -> list[ClinicalChange]:
    """An edition that is new weighs as much as the gravest thing that it adds; one that is gone is critical."""
    if before is None and after is None:
        return []
    operation = Operation.SET if before is None else Operation.UNSET
    level = ChangeClass.CRITICAL if after is None else _new_level(after)
    return [ClinicalChange(level=level, operation=operation, topic=Topic.TEXT, path=())]


def _new_level(closure: Any) -> ChangeClass:
    content = closure.get("content") if isinstance(closure, Mapping) else None
    kind = content_kind(content)
    if kind is None or not isinstance(content, Mapping):
        return ChangeClass.CRITICAL
    known = fields_of(kind)
    levels = [known[key].rule.set if key in known else ChangeClass.CRITICAL for key in content]
    return worst([ChangeClass.MAJOR, *levels])


def content_kind(content: Any) -> type[Part] | None:
    """The model of an edition's content by its ``kind``; None where it says none that has editions."""
    kind = content.get("kind") if isinstance(content, Mapping) else None
    return KINDS.get(kind) if isinstance(kind, str) else None


def _frame(before: Closure, after: Closure) -> list[ClinicalChange]:
    """What stands around the content: whose edition it is, for whom. Two editions are two things."""
    found = FoundChanges((before, after))
    for key in sorted({*before, *after} - {"content", "quotes"}, key=str):
        if before.get(key) != after.get(key):
            place = Place((str(key),), Shape(), DOSE, DOSE_CITATION)
            found.add_not_compared(place, before.get(key), after.get(key), "not the same edition")
    for side in (before, after):
        if not isinstance(side.get("quotes", {}), Mapping):
            place = Place(("quotes",), Shape(), DOSE, DOSE_CITATION)
            found.add_not_compared(place, before.get("quotes"), after.get("quotes"), "not a list of things")
    return found.changes


def _content(before: Closure, after: Closure) -> list[ClinicalChange]:
    old: Any = before.get("content")
    new: Any = after.get("content")
    if old == new:
        return []
    kind = content_kind(old)
    if kind is None or kind is not content_kind(new):
        return [_not_compared(before, after, "not the same kind of entry")]
    found = FoundChanges((before, after))
    compare_parts(old, new, kind, found)
    join_moved(found)
    return found.changes


def _not_compared(before: Any, after: Any, why: str) -> ClinicalChange:
    return ClinicalChange(
        level=ChangeClass.CRITICAL,
        operation=Operation.REPLACE,
        topic=Topic.TEXT,
        path=(),
        before=_name_of(before),
        after=f"{_name_of(after)} ({why})",
        is_compared=False,
    )


def _name_of(closure: Any) -> str:
    if not isinstance(closure, Mapping):
        return ""
    return " ".join(str(closure.get(key, ""))[:80] for key in ("entry", "edition")).strip()


def _gravest_first(change: ClinicalChange) -> tuple[Any, ...]:
    return (
        change.level.rank,
        change.within,
        change.path,
        change.operation.value,
        change.before,
        change.after,
    )
