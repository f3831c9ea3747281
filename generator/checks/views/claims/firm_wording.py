"""How firmly the sentences of a text speak: of an effect, and of what to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.context import CheckContext
from generator.checks.facts import FactList
from generator.checks.views.text.phrases import find_phrases, has_phrase, is_negated, listed_phrases
from generator.checks.views.text.plain_words import plain_words
from generator.checks.views.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class FirmWording:
    """Words that leave nothing open, what could be written instead, and their sentence with the place in it."""

    written: str
    instead: str
    sentence: str
    start: int
    end: int


def plain_effects(context: CheckContext, text: str) -> Iterator[FirmWording]:
    """Effects that are stated as facts: "improves", in a sentence without "may", "if" or the like."""
    facts = context.facts("effect-wording")
    hedges = listed_phrases(facts, "force", "hedged")
    yield from _firm(text, facts, listed_phrases(facts, "force", "plain"), hedges)


def firm_actions(context: CheckContext, text: str, *, is_recommendation: bool) -> Iterator[FirmWording]:
    """Choices that are called for plainly: "is recommended", in a sentence without "consider" or the like.

    Orders ("should be given") count in the recommendation itself only: elsewhere they are about how, not whether.
    """
    facts = context.facts("action-wording")
    forces = ("strong", "order") if is_recommendation else ("strong",)
    softer = ("soft",) if is_recommendation else ("soft", "other")
    yield from _firm(
        text, facts, listed_phrases(facts, "force", *forces), listed_phrases(facts, "force", *softer)
    )


def is_hedged(context: CheckContext, text: str) -> bool:
    """Whether a text leaves effect or choice open, and states neither firmly."""
    hedges = listed_phrases(context.facts("effect-wording"), "force", "hedged")
    softer = listed_phrases(context.facts("action-wording"), "force", "soft")
    if not has_phrase(plain_words(text), (*hedges, *softer)):
        return False
    firm = (*plain_effects(context, text), *firm_actions(context, text, is_recommendation=True))
    return not firm


def _firm(
    text: str, facts: FactList, phrases: tuple[str, ...], softer: tuple[str, ...]
) -> Iterator[FirmWording]:
    bare = plain_words(text)
    if not has_phrase(bare, phrases):
        return  # most texts; the sentences need not be told apart
    innocent = listed_phrases(facts, "force", "innocent")
    instead = {str(row["phrase"]): str(row.get("instead", "")) for row in facts.rows}
    for sentence in sentences(bare):
        if sentence.endswith("?") or has_phrase(sentence, softer):
            continue
        for found in find_phrases(sentence, (*phrases, *innocent)):
            if found.listed not in innocent and not is_negated(sentence, found.start):
                words = instead.get(found.listed, "")
                yield FirmWording(found.written, words, sentence, found.start, found.end)
