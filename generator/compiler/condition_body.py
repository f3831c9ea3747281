"""A condition's own words: its names, its specialty, its codes, what it is."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compiler.drug_body import words_missing
from generator.compiler.scribe import Scribe
from generator.model.entries.condition import Condition
from generator.pages.blocks import Fact, Facts, Paragraphs
from generator.pages.inline import words
from generator.pages.site import Section


def condition_sections(scribe: Scribe, condition: Condition) -> Iterator[Section]:
    """Names and what it is; the pages about it are added when their states are known."""
    description = scribe.say(condition.description, (*condition.origin, "description"))
    if description is not None:
        yield Section("what-it-is", scribe.context.word("section-what-it-is"), (Paragraphs((description,)),))
    yield Section("names", scribe.context.word("section-names"), (Facts(tuple(_names(scribe, condition))),))


def _names(scribe: Scribe, condition: Condition) -> Iterator[Fact]:
    yield Fact(scribe.context.word("name"), words(condition.name))
    plain = scribe.say(condition.plain_name, (*condition.origin, "plain_name"))
    if plain is not None:
        yield Fact(scribe.context.word("name-in-plain-words"), plain)
    if condition.synonyms:
        yield Fact(scribe.context.word("synonyms"), words(", ".join(condition.synonyms)))
    is_stated = condition.specialty != "not-stated"
    yield Fact(
        scribe.context.word("specialty"), words(condition.specialty) if is_stated else words_missing(scribe)
    )
    if isinstance(condition.codes, str):
        yield Fact(scribe.context.word("codes"), words_missing(scribe))
    else:
        codes = "; ".join(f"{code.system} {code.code}" for code in condition.codes)
        yield Fact(scribe.context.word("codes"), words(codes))
