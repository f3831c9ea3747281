"""What another body says, with what it says of direction, strength and certainty in its own words."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compiler.dosing.phrase import joined
from generator.compiler.scribe import Scribe
from generator.model.recommendation import Position
from generator.model.text import NOT_STATED
from generator.pages.inline import Missing, Run, Text, Words


def positions(scribe: Scribe, items: tuple[Position, ...]) -> tuple[Words, ...]:
    """``Invented Board (2024): It waits. (Against; strength: class IIb.)``, one line for each body."""
    said = (_position(scribe, item) for item in items)
    return tuple(one for one in said if one is not None)


def _position(scribe: Scribe, item: Position) -> Words | None:
    said = scribe.say(item.position, item.origin)
    if said is None:
        return None
    ratings = joined(list(_ratings(scribe, item)), "; ")
    tail: Run = (Text(" ("), *ratings, Text(")")) if ratings else ()
    head: Run = (Text(item.body), *_year(scribe, item), Text(": "))
    return scribe.words((*head, *said.run, *tail), item.origin, item.cites)


def _year(scribe: Scribe, item: Position) -> Run:
    if item.year is None:
        return ()
    year = _missing(scribe, "the-year") if item.year == NOT_STATED else Text(str(item.year))
    return (Text(" ("), year, Text(")"))


def _ratings(scribe: Scribe, item: Position) -> Iterator[Run]:
    """Direction, strength and certainty as that body states them; that it states none is said."""
    if item.direction is not None:
        is_stated = item.direction != NOT_STATED
        direction = Text(scribe.context.word(f"position-{item.direction}"))
        yield (direction if is_stated else _missing(scribe, "the-direction"),)
    for name in ("strength", "certainty"):
        rated = getattr(item, name)
        if rated == NOT_STATED:
            yield (_missing(scribe, f"the-{name}"),)
        elif rated is not None:
            yield (Text(f"{scribe.context.word(f'their-{name}')}: {rated}"),)


def _missing(scribe: Scribe, what: str) -> Missing:
    return Missing(scribe.context.word("not-stated", what=scribe.context.word(what)))
