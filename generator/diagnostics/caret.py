"""A line of a source file with a caret below the place that a finding is about."""

from __future__ import annotations

import unicodedata

from generator.diagnostics.visible_text import visible, visible_sign

_TAB = 4


def caret_lines(line: str, column: int, width: int) -> tuple[str, str]:
    """The line as it can be shown in ``width`` cells of a terminal, and the line that points at a column (from 1).

    A long line is cut around the column, with … where something is left out. Wide signs count two cells, tabs four,
    accents none. The column may stand behind the end of the line.
    """
    place = min(max(column, 1), len(line) + 1) - 1
    start, end = _window(line, place, width)
    head, tail = "…" if start else "", "…" if end < len(line) else ""
    before = head + _shown(line, start, place)
    return before + _shown(line, place, end) + tail, " " * _width(before) + "^"


def _window(line: str, place: int, width: int) -> tuple[int, int]:
    """The part of a line that fits: two thirds of what there is stand before the place, if need be."""
    near = line[max(0, place - width) : place + width]
    if len(line) == len(near) and _width(_shown(line, 0, len(line))) <= width:
        return 0, len(line)
    start = place
    free = width * 2 // 3
    while start > 0 and (free := free - _cells(line, start - 1)) > 0:
        start -= 1
    end = place
    free = width - 2 - _width(_shown(line, start, place))
    while end < len(line) and (free := free - _cells(line, end)) >= 0:
        end += 1
    return start, end


def _cells(line: str, place: int) -> int:
    return _width(_shown(line, place, place + 1))


def _shown(line: str, start: int, end: int) -> str:
    return "".join(_sign(line, place) for place in range(start, end))


def _sign(line: str, place: int) -> str:
    """One sign as it is shown; the second # of a log command stands apart, as `visible` has it."""
    sign = line[place]
    if sign == "\t":
        return " " * _TAB
    if sign == "#" and place and line[place - 1] == "#":
        return visible(line[place - 1 : place + 40])[1:].partition("#")[0] + "#"
    return visible_sign(sign)


def _width(text: str) -> int:
    return sum(map(_cells_of, text))


def _cells_of(sign: str) -> int:
    if sign.isascii():
        return 1
    if unicodedata.category(sign) in ("Mn", "Me") or "\u1160" <= sign <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
