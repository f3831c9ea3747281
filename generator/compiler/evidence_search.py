"""The search that "no trials" stands on, with its day: an absence is only as good as the search."""

from __future__ import annotations

from datetime import date

from generator.compiler.days import day_words
from generator.compiler.scribe import Scribe
from generator.compiler.stated_facts import StatedFacts
from generator.model.evidence import EvidenceSearch
from generator.model.text import NOT_STATED
from generator.pages.blocks import Fact
from generator.pages.inline import Missing, Run, Text


def search_facts(scribe: Scribe, search: EvidenceSearch) -> tuple[Fact, ...]:
    """What was not found, what was asked, where, when, how, and how much came out."""
    facts = StatedFacts(scribe, search.origin)
    none_found = scribe.say(search.none_found, search.origin, search.cites)
    facts.put("none-found", none_found)
    facts.put("search-question", scribe.say(search.question, search.origin))
    # What is always told carries the citation where nothing before it does.
    cites = search.cites if none_found is None else None
    facts.put("databases", scribe.words(_text(scribe, search.databases), search.origin, cites))
    facts.put("searched", _day(scribe, search.searched))
    if search.updated_from is not None:
        facts.put("updated-from", _day(scribe, search.updated_from))
    if search.strategy is not None:
        facts.put("strategy", _text(scribe, search.strategy))
    facts.put("search-limits", scribe.say(search.limits, search.origin))
    for name in ("found", "screened", "included"):
        facts.add(f"search-{name}", getattr(search, name))
    return facts.made()


def _text(scribe: Scribe, value: str | tuple[str, ...]) -> Run:
    if value == NOT_STATED:
        return (Missing(scribe.context.word("none-stated")),)
    return (Text(value if isinstance(value, str) else ", ".join(value)),)


def _day(scribe: Scribe, value: date | str) -> Run:
    if isinstance(value, str):
        return (Missing(scribe.context.word("none-stated")),)
    return (Text(day_words(value, scribe.context)),)
