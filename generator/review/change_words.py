"""The sentence of one change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model.change import ClinicalChange, Operation
from generator.review.field_words import field_words
from generator.review.marked_text import marked_text
from generator.review.part_walk import Stop
from generator.review.subjects import Subjects
from generator.review.value_words import ValueWords

_SHORT = 40
"""Up to how many characters two values are set side by side rather than marked."""


@dataclass(frozen=True)
class ChangeWords:
    """Sentences of one pair of closures."""

    subjects: Subjects
    values: ValueWords

    def sentence(self, change: ClinicalChange) -> str:
        """The change in words. Its first letter may be small."""
        if not change.is_compared:
            return self._not_compared(change)
        stops = self.subjects.stops(change.within, change.path)
        if not stops:
            return self._whole(change)
        if stops[-1].collection:
            return self._item(change, stops)
        return self._field(change, stops)

    def _not_compared(self, change: ClinicalChange) -> str:
        where = ".".join(change.path) or change.within or "the page"
        why = change.after or change.before or "it cannot be read in the same way on both sides"
        return f"NOT COMPARED: {where}: {why}"

    def _whole(self, change: ClinicalChange) -> str:
        opening = self.subjects.opening(change.within) or "the page"
        if change.operation is Operation.SET:
            return f"{opening}: new here"
        if change.operation is Operation.UNSET:
            return f"{opening}: no longer here"
        return f"{opening}: another than before"

    def _item(self, change: ClinicalChange, stops: Sequence[Stop]) -> str:
        """A whole item of a list was added, removed or moved."""
        last, title = stops[-1], self.subjects.title(stops[-1])
        above = self._subject(change.within, stops[:-1])
        front = f"{above}, " if above else ""
        done = {Operation.SET: "added", Operation.UNSET: "removed"}.get(change.operation)
        if done:
            return f"{front}{title.noun} {done}: {title.object or last.name}"
        if change.operation is Operation.MOVE:
            return f"{front}{title.noun} moved: {title.object or last.name}{_from_to(change)}"
        return f"{front}{title.noun}: {self._values(change, stops)}"

    def _field(self, change: ClinicalChange, stops: Sequence[Stop]) -> str:
        last = stops[-1]
        fields = _fields_at_end(stops)
        subject = self._subject(change.within, stops, without=fields[0])
        label = field_words(change.path)
        if change.operation is Operation.REORDER:
            return _said(subject, label, "in another order")
        is_text = self.subjects.names.is_wording(last.part)
        if change.operation is Operation.SET and not change.before:
            return _said(subject, label, "added", self._value(change, last, is_before=False))
        if change.operation is Operation.UNSET:
            return _said(subject, label, "removed", self._was(change, last))
        if is_text or _is_long(change):
            return self._text(subject, fields, label, change)
        return self._replaced(subject, label, change, stops)

    def _replaced(self, subject: str, label: str, change: ClinicalChange, stops: Sequence[Stop]) -> str:
        last = stops[-1]
        if isinstance(last.before, Mapping) or isinstance(last.after, Mapping):
            said = " → ".join(self._value(change, last, is_before=side) for side in (True, False))
            return f"{_lead(subject, label)} {said}"
        return f"{_lead(subject, label)} {self._values(change, stops)}"

    def _was(self, change: ClinicalChange, last: Stop) -> str:
        was = f"was {self._value(change, last, is_before=True)}"
        return f"{was}; now {self._value(change, last, is_before=False)}" if change.after else was

    def _values(self, change: ClinicalChange, stops: Sequence[Stop]) -> str:
        return self.values.change(change.path, change.before, change.after)

    def _value(self, change: ClinicalChange, stop: Stop, *, is_before: bool) -> str:
        whole, written = (stop.before, change.before) if is_before else (stop.after, change.after)
        return self.values.said(change.path, whole if isinstance(whole, Mapping) else written)

    def _text(self, subject: str, fields: Sequence[str], label: str, change: ClinicalChange) -> str:
        plain = self.subjects.names.plain
        before, after = plain(change.before), plain(change.after)
        if before == after:
            before, after = change.before, change.after
        said = f"“{marked_text(before, after)}”"
        if subject and fields[-1] in {"wording", "position", "title"}:
            return f"{subject}: {said}"
        return f"{_lead(subject, label)} {said}"

    def _subject(self, within: str, stops: Sequence[Stop], *, without: str = "") -> str:
        opening = self.subjects.opening(within)
        return ", ".join(filter(None, (opening, *self.subjects.items(stops, without=without))))


def _said(subject: str, label: str, done: str, value: str = "") -> str:
    """``Azathioprine: maximum removed (was 150 mg daily)``."""
    front = f"{subject}: {label}" if subject else label
    return f"{front} {done} ({value})" if value else f"{front} {done}"


def _lead(subject: str, label: str) -> str:
    """``Azathioprine, maximum:``; behind a name in quotation marks ``Recommendation “try-ivig”: strength``."""
    if "”" in subject[-1:]:
        return f"{subject}: {label}"
    return f"{subject}, {label}:" if subject else f"{label}:"


def _fields_at_end(stops: Sequence[Stop]) -> list[str]:
    """The fields behind the last item of a path."""
    fields: list[str] = []
    for stop in stops:
        fields = [] if stop.collection else [*fields, stop.name]
    return fields


def _is_long(change: ClinicalChange) -> bool:
    return max(len(change.before), len(change.after)) > _SHORT and " " in change.before.strip()


def _from_to(change: ClinicalChange) -> str:
    return f" (from {change.before} to {change.after})" if change.before and change.after else ""
