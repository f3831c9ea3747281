"""Statements as words, each with what it stands on."""

from __future__ import annotations

import re

from generator.compiler.scribe import Scribe
from generator.diagnostics import Pointer
from generator.model.statement import Statement
from generator.model.text import Wording
from generator.pages.inline import Words

_CITATION = re.compile(r"\s*\[@[^\[\]\n]*\]")


def statements(scribe: Scribe, items: tuple[Statement, ...]) -> tuple[Words, ...]:
    """The statements that are worded for the audience, in the order written."""
    said = (scribe.say(item.wording, item.origin, item.cites) for item in items)
    return tuple(one for one in said if one is not None)


def uncited(scribe: Scribe, wording: Wording, origin: Pointer) -> Words:
    """The words without their citations, for a place that repeats them: works are cited where they are first said."""
    return scribe.text(_CITATION.sub("", wording.for_audience(scribe.audience.id) or ""), origin)
