"""Routes in words."""

from __future__ import annotations

from generator.compiler.dosing.phrase import in_brackets
from generator.compiler.dosing.writer import Writer
from generator.model.text import NOT_STATED
from generator.pages.inline import Run, Text

_TABLE, _SENTENCE = 0, 1


def route_in_table(writer: Writer, route: str | tuple[str, ...]) -> Run:
    """``oral``, ``oral or intravenous``, ``none stated``."""
    return writer.missing("none-stated") if route == NOT_STATED else _words(writer, route, _TABLE)


def route_in_sentence(writer: Writer, route: str | tuple[str, ...]) -> Run:
    """``by mouth``, ``by mouth or intravenously``, ``(route not stated in the source)``."""
    said = _words(writer, route, _SENTENCE)
    return in_brackets(said, before="") if route == NOT_STATED else said


def _words(writer: Writer, route: str | tuple[str, ...], form: int) -> Run:
    if route == NOT_STATED:
        return writer.missing("route-not-stated")
    named = (route,) if isinstance(route, str) else route
    return (Text(writer.listed([writer.profile.routes[one][form] for one in named], "or")),)
