"""The sentence of one change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model.change import ClinicalChange, Operation
from generator.review.words.field_words import field_words
from generator.review.words.how_often import HowOften
from generator.review.words.marked_text import marked_text
from generator.review.words.part_titles import NOUNS, plural
from generator.review.words.part_walk import KEYED, Stop
from generator.review.words.subjects import Subjects
from generator.review.words.value_words import ValueWords

_CITES = "cites"
_NAMES = frozenset({"name", "label", "title", "drug", "body", "test", "wording", "code", "outcome"})
_ORDER = 160
_SHORT = 40
"""Up to how many characters two values are set side by side rather than marked."""


@dataclass(frozen=True)
class ChangeWords:
    """Sentences of one pair of closures."""

    subjects: Subjects
    values: ValueWords
    how_often: HowOften

    def sentence(self, change: ClinicalChange) -> str:
        """The change in words. Its first letter may be small."""
        if not change.is_compared:
            return self._not_compared(change)
        stops = self.subjects.stops(change.within, change.path)
        if not stops:
            return self._whole(change)
        if change.operation in (Operation.MOVE, Operation.REORDER):
            return self._moved(change, stops)
        if change.path[-2:-1] == (_CITES,) or stops[-1].collection:
            return self._item(change, stops)
        return self._field(change, stops)

    def _not_compared(self, change: ClinicalChange) -> str:
        where = ".".join(change.path) or change.within or "the page"
        why = change.after or change.before or "it cannot be read in the same way on both sides"
        return f"NOT COMPARED: {where}: {why}"

    def _whole(self, change: ClinicalChange) -> str:
        opening = self.subjects.opening(change.within) or change.within
        if not opening:
            return f"the page is {'new' if change.operation is Operation.SET else 'gone'}"
        if change.operation is Operation.SET:
            return f"{opening}: named here before, and now on the site as well"
        if change.operation is Operation.UNSET:
            return f"{opening}: named here, but no longer on the site"
        return f"{opening}: another file than before"

    def _moved(self, change: ClinicalChange, stops: Sequence[Stop]) -> str:
        """Something stands elsewhere: in another list, at another place of its list, or behind other words."""
        last = stops[-1]
        if last.collection:
            lists = [field_words((path.rpartition("/")[2],)) for path in (change.before, change.after)]
            title = self.subjects.title(last)
            return f"{self._front(change, stops)}moved from {lists[0]} to {lists[1]}: {title.object or last.name}"
        subject = self._subject(change.within, stops)
        if last.name == _CITES and change.operation is Operation.MOVE:
            works = ", ".join(map(self.subjects.names.work, change.after.split(", ")))
            return _said(subject, "source", "stands elsewhere in the text", works)
        is_named = last.name in NOUNS and _are_items(last)
        label = plural(NOUNS[last.name]) if is_named else field_words(_fields_at_end(stops))
        order = f"{change.before} → {change.after}"
        return _said(subject, label, "in another order", order if len(order) <= _ORDER else "")

    def _item(self, change: ClinicalChange, stops: Sequence[Stop]) -> str:
        """A whole item of a list was added or removed."""
        last = stops[-1]
        cited = replace(last, collection=_CITES, before=last.name)
        title = self.subjects.title(last if last.collection else cited)
        done = _DONE.get(change.operation, "changed")
        return f"{self._front(change, stops)}{title.noun} {done}: {title.object or last.name}"

    def _front(self, change: ClinicalChange, stops: Sequence[Stop]) -> str:
        """What stands above an item, each with a comma behind it."""
        items = self.subjects.items(stops)
        above = items[:-1] if stops[-1].collection else items
        return "".join(f"{one}, " for one in (self.subjects.opening(change.within), *above) if one)

    def _field(self, change: ClinicalChange, stops: Sequence[Stop]) -> str:
        last, fields = stops[-1], _fields_at_end(stops)
        if _are_items(last) and not (change.before and change.after):
            return self._items(change, stops)
        subject = self._subject(change.within, stops, without=fields[-1])
        is_name = len(fields) == 1 and self._is_unnamed(stops, fields[0])
        label = "" if is_name else field_words(fields, under=_collection(stops))
        if not change.before:
            return _said(subject, label, "added", self._value(change, last, is_before=False))
        is_less = change.operation is Operation.UNSET and not isinstance(last.before, list)
        if not change.after or is_less:
            return _said(subject, label, "removed", self._was(change, last))
        if self.subjects.names.is_wording(last.part) or _is_long(change):
            return self._text(subject, fields, label, change)
        return self._replaced(subject, label, change, stops)

    def _is_unnamed(self, stops: Sequence[Stop], field: str) -> bool:
        """Whether a field alone names its item, so that it need not be named: ``brand: Imuran → Imuret``."""
        item = next((stop for stop in reversed(stops) if stop.collection), None)
        return item is not None and field in _NAMES and not self.subjects.title(item, without=field).text

    def _items(self, change: ClinicalChange, stops: Sequence[Stop]) -> str:
        """The first items of a list came, or the last ones went."""
        last, fields = stops[-1], _fields_at_end(stops)
        whole = last.after if change.operation is Operation.SET else last.before
        found = whole.items() if isinstance(whole, Mapping) else [("", one) for one in whole or ()]
        titles = [self.subjects.title(Stop(name, last.name, one, one)) for name, one in found]
        above = field_words(fields[:-1], under=_collection(stops))
        front = "".join(f"{one}, " for one in (self._subject(change.within, stops), above) if one)
        noun = titles[0].noun if len(titles) == 1 else plural(titles[0].noun) if titles else last.name
        done = _DONE.get(change.operation, "changed")
        return f"{front}{noun} {done}: {'; '.join(title.object for title in titles)}"

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
        """Both values; a list as one if it changed as one."""
        if frequency := self.how_often.change(change, stops):
            return frequency
        wholes = (stops[-1].before, change.before), (stops[-1].after, change.after)
        before, after = (whole if _is_told_whole(whole, written) else written for whole, written in wholes)
        return self.values.change(change.path, before, after, self.how_often.tail(change, stops))

    def _value(self, change: ClinicalChange, stop: Stop, *, is_before: bool) -> str:
        whole, written = (stop.before, change.before) if is_before else (stop.after, change.after)
        is_whole = isinstance(whole, Mapping) or _is_told_whole(whole, written)
        return self.values.said(change.path, whole if is_whole else written)

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
        is_renamed = without == "name" and not any(stop.collection for stop in stops)
        opening = (self.subjects.kind_and_id if is_renamed else self.subjects.opening)(within)
        return ", ".join(filter(None, (opening, *self.subjects.items(stops, without=without))))


def _said(subject: str, label: str, done: str, value: str = "") -> str:
    """``Azathioprine: maximum removed (was 150 mg daily)``."""
    front = ": ".join(filter(None, (subject, label)))
    return f"{front} {done} ({value})" if value not in _NEEDLESS else f"{front} {done}"


_NEEDLESS = frozenset({"", "yes", "was yes"})


def _lead(subject: str, label: str) -> str:
    """``Azathioprine, maximum:``; behind a name in quotation marks ``Recommendation “try-ivig”: strength``."""
    if "”" in subject[-1:] and label:
        return f"{subject}: {label}"
    return f"{', '.join(filter(None, (subject, label)))}:"


def _fields_at_end(stops: Sequence[Stop]) -> list[str]:
    """The fields behind the last item of a path."""
    fields: list[str] = []
    for stop in stops:
        fields = [] if stop.collection else [*fields, stop.name]
    return fields


def _is_long(change: ClinicalChange) -> bool:
    return max(len(change.before), len(change.after)) > _SHORT and " " in change.before.strip()


def _are_items(last: Stop) -> bool:
    """Whether a list holds what has a name of its own in a sentence, rather than words of the format."""
    if isinstance(last.part, list):
        return last.name == _CITES or any(isinstance(one, Mapping) for one in last.part)
    return last.name in KEYED


def _is_told_whole(value: object, written: str) -> bool:
    return isinstance(value, list) and ", ".join(map(str, value)) == written


def _collection(stops: Sequence[Stop]) -> str:
    """The list in which the last item of a path stands."""
    return next((stop.collection for stop in reversed(stops) if stop.collection), "")


_DONE = {Operation.SET: "added", Operation.UNSET: "removed"}
