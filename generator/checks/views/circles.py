"""Circles among things that name each other."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping

_Ways = Mapping[str, list[str]]


def circles(named: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Each circle once, by the shortest way from its first member back to it; both ends are given.

    ``named`` has what each one names. The members come in its order, and one that was told is in no further circle.
    """
    ways = _between_circles(
        {one: [other for other in others if other in named] for one, others in named.items()}
    )
    told: set[str] = set()
    for one in ways:
        circle = () if one in told else _shortest_circle(one, ways, told)
        if circle:
            told.update(circle)
            yield circle


def _between_circles(ways: _Ways) -> _Ways:
    """What stands on circles and between two circles: a search for each of all the others would take the square."""
    onward = _leading_on(ways)
    back: dict[str, list[str]] = {one: [] for one in onward}
    for one, others in onward.items():
        for other in others:
            back[other].append(one)
    kept = _leading_on(back)
    return {
        one: [other for other in others if other in kept] for one, others in onward.items() if one in kept
    }


def _leading_on(ways: _Ways) -> dict[str, list[str]]:
    """Those from which one can go on for ever: what leads nowhere is taken away until nothing more does."""
    coming: dict[str, list[str]] = {}
    for start, ends in ways.items():
        for end in ends:
            coming.setdefault(end, []).append(start)
    left = {start: len(ends) for start, ends in ways.items()}
    gone = deque(start for start, count in left.items() if not count)
    while gone:
        for start in coming.get(gone.popleft(), ()):
            left[start] -= 1
            if not left[start]:
                gone.append(start)
    return {start: [end for end in ends if left[end]] for start, ends in ways.items() if left[start]}


def _shortest_circle(start: str, ways: _Ways, told: set[str]) -> tuple[str, ...]:
    """The way back to the start by members of no circle that was told; empty where there is none."""
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        one = waiting.popleft()
        for other in ways[one]:
            if other == start:
                return _way(start, one, came_from)
            if other not in came_from and other not in told:
                came_from[other] = one
                waiting.append(other)
    return ()


def _way(start: str, last: str, came_from: Mapping[str, str]) -> tuple[str, ...]:
    way = [start]
    while last != start:
        way.append(last)
        last = came_from[last]
    return (start, *reversed(way))
