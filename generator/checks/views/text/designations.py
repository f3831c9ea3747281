"""Short forms from a list of facts, found where they mean what the list says: ``MS`` beside an amount is no disease."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.checks.context import CheckContext
from generator.checks.once import once
from generator.checks.views.text.dose_setting import (
    is_after_amount,
    is_after_drops,
    is_after_number,
    is_beside_amount,
    is_dosing,
)
from generator.checks.views.text.run_text import OwnText, own_texts
from generator.pages.site_text import EditionText

Row = Mapping[str, Any]
_SETTINGS: Mapping[str, Callable[[str, int, int], bool]] = {
    "after-number": is_after_number,
    "beside-amount": is_beside_amount,
    "after-amount": is_after_amount,
    "after-drops": is_after_drops,
    "dosing": is_dosing,
    "anywhere": lambda plain, start, end: True,
}


@dataclass(frozen=True, slots=True)
class Designation:
    """A short form of the list at its place in an author's text."""

    own: OwnText
    start: int
    end: int
    row: Row

    @property
    def written(self) -> str:
        """The short form as it stands in the text."""
        return self.own.shown(self.start, self.end)


def designations(
    context: CheckContext, text: EditionText, name: str, setting: str = ""
) -> Iterator[Designation]:
    """What of a list stands in an edition in its meaning. ``setting`` holds for rows that have none of their own."""
    forms, rows = once(context, _index, name)
    whole = ""
    for own in own_texts(context, text):
        for found in forms.found_in(own.plain):
            row = rows[found[1]]
            is_meant = _SETTINGS.get(str(row.get("setting", setting)))
            if is_meant is None or not is_meant(own.plain, found.start(1), found.end(1)):
                continue
            whole = whole or _whole(context, text)
            if not any(word in whole for word in cells(row, "unless")):
                yield Designation(own, found.start(1), found.end(1), row)


def cells(row: Row, column: str) -> tuple[str, ...]:
    """The values of a cell, which may hold one or several."""
    value = row.get(column, ())
    return (value,) if isinstance(value, str) else tuple(value)


def told(row: Row, column: str) -> str:
    """The values of a cell in words."""
    return " or ".join(cells(row, column))


class Forms:
    """Written forms, found in a text as words of their own, the longest first."""

    def __init__(self, forms: Iterable[str], *, ignore_case: bool = False) -> None:
        longest = sorted(set(forms), key=lambda form: (-len(form), form))
        words = "|".join(map(re.escape, longest)) or r"(?!)"
        self._first = _first_words(longest) if ignore_case else None
        self._pattern = re.compile(
            rf"(?<![A-Za-z\u2060])({words})(?!\w|\u2060\w)", re.IGNORECASE if ignore_case else 0
        )

    def found_in(self, plain: str) -> Iterator[re.Match[str]]:
        """Each form at its place; group 1 is the form."""
        may_hold_one = self._first is None or not self._first.isdisjoint(_LETTERS.findall(plain.lower()))
        return self._pattern.finditer(plain if may_hold_one else "")


_LETTERS = re.compile(r"[a-z]+")


def _first_words(forms: Iterable[str]) -> frozenset[str] | None:
    """The letters with which each form begins, or None where one begins otherwise: a search of any case is slow."""
    found = [_LETTERS.match(form.lower()) for form in forms]
    return None if None in found else frozenset(one[0] for one in found if one is not None)


def _index(context: CheckContext, name: str) -> tuple[Forms, Mapping[str, Row]]:
    rows = {form: row for row in context.facts(name).rows for form in cells(row, "written")}
    return Forms(rows), rows


def _whole(context: CheckContext, text: EditionText) -> str:
    return " ".join(own.plain for own in own_texts(context, text)).lower()
