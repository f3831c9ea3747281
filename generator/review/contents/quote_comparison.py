"""What changed in the things that an edition quotes: drugs, works, conditions, doses, figures, pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.model.change import ChangeClass, ClinicalChange, Operation
from generator.model.change_rule import DOSE, DOSE_CITATION, EVIDENCE, IDENTITY, ChangeRule
from generator.model.dose import Dose
from generator.model.evidence import EvidenceFigure
from generator.model.field import Part
from generator.model.library import KINDS
from generator.model.quotes import text_quotes
from generator.model.work import Work
from generator.review.contents.contested_names import with_contested_names
from generator.review.contents.found_changes import FoundChanges, Place
from generator.review.contents.moved_parts import join_moved
from generator.review.contents.part_comparison import compare_parts
from generator.review.contents.schema_walk import Scalar, Shape
from generator.review.contents.swapped_work import cited_under_doses, is_other_work, raised

Data = Mapping[str, Any]

_KINDS: Mapping[str, tuple[type[Part], ChangeRule]] = {
    "drug": (KINDS["drug"], IDENTITY),
    "condition": (KINDS["condition"], IDENTITY),
    "work": (Work, DOSE_CITATION),
    "dose": (Dose, DOSE),
    "stat": (EvidenceFigure, EVIDENCE),
}
"""What each kind of quoted thing is, and how grave it is that one which is still quoted is there no more."""

_PICTURE = "image"
_OWN = {"dose": "doses", "stat": "evidence"}


def compare_quotes(before: Data, after: Data) -> list[ClinicalChange]:
    """Compare what two closures quote, one thing after the other, in the order of their names."""
    return with_contested_names(_compared(before, after), _quotes(before), _quotes(after))


def _compared(before: Data, after: Data) -> Iterator[ClinicalChange]:
    old, new = _quotes(before), _quotes(after)
    for name in sorted(old.keys() | new.keys(), key=str):
        if old.get(name) != new.get(name) and not _is_told_as_own(name, before, after):
            found = FoundChanges((before, after), within=str(name))
            if name in old and name in new:
                _compare_quoted(name, old[name], new[name], found)
            else:
                _compare_presence(name, before, after, found)
            join_moved(found)
            yield from found.changes


def quoted_kind(name: str) -> type[Part] | None:
    """The kind of part that a name in ``quotes`` stands for; None for a picture, and for what nobody knows."""
    kind = _KINDS.get(name.partition(":")[0])
    return kind[0] if kind else None


def _quotes(closure: Data) -> Data:
    quotes = closure.get("quotes")
    return quotes if isinstance(quotes, Mapping) else {}


def _compare_quoted(name: str, old: Any, new: Any, found: FoundChanges) -> None:
    kind = quoted_kind(name)
    if kind is not None and isinstance(old, Mapping) and isinstance(new, Mapping):
        compare_parts(old, new, kind, found)
        if kind is Work and is_other_work(old, new):
            is_under_dose = any(name.partition(":")[2] in _under_doses(side) for side in found.closures)
            level = ChangeClass.CRITICAL if is_under_dose else ChangeClass.MAJOR
            found.changes = [raised(change, level) for change in found.changes]
    elif name.startswith(f"{_PICTURE}:") and isinstance(old, str) and isinstance(new, str):
        # Nobody can tell from the bytes what a picture shows: it may be a dose.
        found.add(_place(name), Operation.REPLACE, old, new, ChangeClass.CRITICAL)
    else:
        found.add_not_compared(_place(name), old, new, "not a thing that can be quoted")


def _under_doses(closure: Data) -> frozenset[str]:
    content = closure.get("content")
    kind = KINDS.get(str(content.get("kind"))) if isinstance(content, Mapping) else None
    quoted = (cited_under_doses(part, quoted_kind(str(name))) for name, part in _quotes(closure).items())
    return cited_under_doses(content, kind).union(*quoted)


def _compare_presence(name: str, before: Data, after: Data, found: FoundChanges) -> None:
    """A thing that is quoted anew, or no more, is told where it is quoted. Else it came to be there, or is gone."""
    old, new = _quotes(before).get(name), _quotes(after).get(name)
    if quoted_kind(name) is None and not name.startswith(f"{_PICTURE}:"):
        found.add_not_compared(_place(name), old, new, "not a thing that can be quoted")
    elif _is_named(name, before) and _is_named(name, after):
        _, _, target = name.partition(":")
        operation = Operation.SET if old is None else Operation.UNSET
        found.add(_place(name), operation, *((None, target) if old is None else (target, None)))


def _place(name: str) -> Place:
    _, rule = _KINDS.get(name.partition(":")[0], (Part, IDENTITY))
    return Place((), Shape(Scalar.ID), rule, DOSE_CITATION)


def _is_told_as_own(name: str, before: Data, after: Data) -> bool:
    """A dose or figure of the entry itself stands in its content as well, and is compared there."""
    kind, _, target = str(name).partition(":")
    owner, _, part_id = target.rpartition("#")
    if kind not in _OWN or owner != before.get("entry") or owner != after.get("entry"):
        return False
    return all(
        _quotes(side).get(name) in (None, _below(_below(side.get("content"), _OWN[kind]), part_id))
        for side in (before, after)
    )


def _below(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, Mapping) else None


def _is_named(name: str, closure: Data) -> bool:
    """Whether a side quotes a thing by its id, be it there or not."""
    kind, _, target = name.partition(":")
    owner, _, part_id = target.rpartition("#")
    wanted = {target, part_id} if kind in _OWN and owner == closure.get("entry") else {target}
    quoted = {key: part for key, part in _quotes(closure).items() if key != name}
    return any(one in wanted for one in _named((closure.get("content"), quoted)))


def _named(value: Any, key: str = "") -> Iterator[str]:
    """Every string that may be an id, and every id that a text quotes."""
    if isinstance(value, str):
        if key != "id":
            yield value
        if "[@" in value or "{" in value:
            yield from (quote.target for quote in text_quotes(value, ()))
    elif isinstance(value, Mapping):
        if key == "differs_from":
            yield from map(str, value)
        for inner, item in value.items():
            yield from _named(item, str(inner))
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _named(item, key)
