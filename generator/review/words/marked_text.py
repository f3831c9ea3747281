"""A changed text with its changed words marked, and as much around them as is needed to understand them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_UNITS = (
    "mcg|micrograms?|mg|g|kg|mL|L|mmol|units?|tablets?|capsules?|puffs?|drops?|sachets?|doses?|"
    "seconds?|minutes?|hours?|days?|weeks?|months?|years?|times|percent|mg/kg|g/kg|mg/m2|mL/min"
)
_TOKEN = re.compile(
    rf"\d+(?:[.,]\d+)*(?:\s?%|[ ](?:{_UNITS})\b)?"  # a number is read with its unit
    r"|[^\W\d_]+(?:['’-][^\W\d_]+)*|\s+|."
)
_AROUND = 5
_WHOLE = 140
_PLACES = 6
_LONG = 1_500


@dataclass(frozen=True, slots=True)
class _Place:
    """Tokens from ``start`` to ``end`` of the earlier text that became ``new``."""

    start: int
    end: int
    new: tuple[str, ...]


def marked_text(before: str, after: str) -> str:
    """The earlier text with each changed place as ``[old → new]``, ``[removed: old]`` or ``[added: new]``.

    A short text is given whole, a long one around its changed places; what is left out is ``…``, and changed places
    beyond the first six are counted.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    places = list(_merged(old, _places(old, new)))
    if not places:
        return "".join(old)
    shown = places[:_PLACES]
    is_whole = len(before) <= _WHOLE and len(places) == len(shown)
    text = "".join(_pieces(old, shown, len(old) if is_whole else _AROUND * 2))
    more = len(places) - len(shown)
    counted = f" (and {more} more changed {'place' if more == 1 else 'places'})" if more else ""
    return f"{' '.join(text.split())}{counted}"


def _places(old: Sequence[str], new: Sequence[str]) -> Iterator[_Place]:
    is_long = max(len(old), len(new)) > _LONG
    one, other = _folded(old), _folded(new)
    if one == other:
        one, other = list(old), list(new)
    matcher = SequenceMatcher(None, one, other, autojunk=is_long)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag != "equal" and "".join(old[start:end]).split() != "".join(new[new_start:new_end]).split():
            yield _Place(start, end, tuple(new[new_start:new_end]))


def _folded(words: Sequence[str]) -> list[str]:
    """Words with a small first letter, as if none began a sentence; an abbreviation or a unit stays as it is."""
    return [word.lower() if len(word) > len("Mg") and word.istitle() else word for word in words]


def _merged(old: Sequence[str], places: Iterator[_Place]) -> Iterator[_Place]:
    """Places with nothing but a space between them are one: ``[not before → only after]``."""
    last: _Place | None = None
    for place in places:
        between = old[last.end : place.start] if last is not None else []
        if last is not None and not "".join(between).strip():
            last = _Place(last.start, place.end, (*last.new, *between, *place.new))
        else:
            if last is not None:
                yield last
            last = place
    if last is not None:
        yield last


def _pieces(old: Sequence[str], places: Sequence[_Place], around: int) -> Iterator[str]:
    at = 0
    for place in places:
        yield from _between(old, at, place.start, around, is_first=at == 0)
        yield _mark(old, place)
        at = place.end
    rest = old[at:]
    yield "".join(rest[:around])
    if len(rest) > around:
        yield " …"


def _between(old: Sequence[str], start: int, end: int, around: int, *, is_first: bool) -> Iterator[str]:
    """What stands before a place: only the end of it, where it is long."""
    if is_first and end - start > around:
        yield "… " + "".join(old[end - around : end]).lstrip()
    elif end - start > 2 * around:
        yield "".join(old[start : start + around]) + " … " + "".join(old[end - around : end]).lstrip()
    else:
        yield "".join(old[start:end])


def _mark(old: Sequence[str], place: _Place) -> str:
    gone, new = "".join(old[place.start : place.end]), "".join(place.new)
    head = " " if (gone or new)[:1].isspace() else ""
    tail = " " if (gone or new)[-1:].isspace() else ""
    gone, new = gone.strip(), new.strip()
    if gone and new:
        return f"{head}[{gone} → {new}]{tail}"
    return f"{head}[{f'removed: {gone}' if gone else f'added: {new}'}]{tail}"
