"""Recommendations in words: ratings, the bottom line, cards, for whom and why."""

from __future__ import annotations

from generator.compiler.decision_rows import decision_table
from generator.compiler.recommendation_details import basis_facts, recommendation_facts, recommendation_groups
from generator.compiler.scribe import Scribe
from generator.compiler.statements import uncited
from generator.model.entries.medication import Medication
from generator.model.entries.summary import Summary
from generator.model.recommendation import Recommendation
from generator.pages.blocks import (
    Block,
    Bullets,
    Facts,
    KeyMessage,
    Rating,
    RecommendationCard,
    SubHeading,
)
from generator.pages.inline import Words, words


def ratings(scribe: Scribe, item: Recommendation) -> tuple[Rating, ...]:
    """Direction, strength and certainty in words. A good-practice statement carries no certainty (GRADE)."""
    scales: list[tuple[str, str]] = [("direction", item.direction), ("strength", item.strength)]
    if item.strength != "good-practice":
        scales.append(("certainty", item.certainty))
    return tuple(Rating(scale, code, scribe.context.word(f"{scale}-{code}")) for scale, code in scales)


def bottom_line(scribe: Scribe, entry: Summary | Medication) -> tuple[Block, ...]:
    """The main answers, as cards for clinicians and as one message for others.

    For whom and why has a section of its own where the audience lists it, so that the first dose is not far away.
    """
    is_short = "for-whom" in scribe.audience.sections
    main = [item for item in entry.recommendations if item.bottom_line]
    if scribe.audience.ratings == "plain":
        return tuple(_key_message(scribe, item, is_short=is_short) for item in main)
    return tuple(_card(scribe, item, is_short=is_short) for item in main)


def for_whom(scribe: Scribe, entry: Summary | Medication) -> tuple[Block, ...]:
    """For whom the main answers are meant, and why: what their cards leave out."""
    main = [item for item in entry.recommendations if item.bottom_line]
    is_one_of_several = len(main) > 1
    return tuple(block for item in main for block in _about(scribe, item, is_named=is_one_of_several))


def other_recommendations(scribe: Scribe, entry: Summary | Medication) -> tuple[Block, ...]:
    """Recommendations that are neither the bottom line nor shown with an option."""
    shown = {option.recommendation for option in getattr(entry, "options", ())}
    return tuple(
        _card(scribe, item) for item in entry.recommendations if not item.bottom_line and item.id not in shown
    )


def _about(scribe: Scribe, item: Recommendation, *, is_named: bool) -> list[Block]:
    """``is_named`` says of which main answer the lists are: needed where the page has more than one."""
    answer = uncited(scribe, item.wording, item.origin)
    facts = recommendation_facts(scribe, item, answer.text)
    blocks: list[Block] = [Facts(facts)] if facts else []
    for number, group in enumerate(recommendation_groups(scribe, item), start=1):
        blocks += [SubHeading(f"about-{item.id}-{number}", words(group.label)), Bullets(group.items)]
    weighed = decision_table(scribe, item)
    blocks += [weighed] if weighed else []
    heading = [SubHeading(f"answer-{item.id}", words(answer.text))] if is_named and blocks else []
    return [*heading, *blocks]


def _card(scribe: Scribe, item: Recommendation, *, is_short: bool = False) -> RecommendationCard:
    said = _cited(scribe, item)
    return RecommendationCard(
        anchor=f"recommendation-{item.id}",
        words=said,
        ratings=ratings(scribe, item),
        basis=scribe.say(item.evidence_basis, item.origin),
        facts=() if is_short else recommendation_facts(scribe, item, said.text),
        groups=() if is_short else recommendation_groups(scribe, item),
        is_bottom_line=item.bottom_line,
        pointer=said.pointer,
        decision=None if is_short else decision_table(scribe, item),
    )


def _key_message(scribe: Scribe, item: Recommendation, *, is_short: bool) -> KeyMessage:
    said = _cited(scribe, item)
    further = () if is_short else recommendation_facts(scribe, item, said.text)
    return KeyMessage(
        words=said,
        ratings=ratings(scribe, item),
        facts=(*basis_facts(scribe, item), *further),
        groups=() if is_short else recommendation_groups(scribe, item),
        anchor=f"recommendation-{item.id}",
        pointer=said.pointer,
        decision=None if is_short else decision_table(scribe, item),
    )


def _cited(scribe: Scribe, item: Recommendation) -> Words:
    said = scribe.say(item.wording, item.origin, item.cites)
    assert said is not None, "a recommendation without wording is not part of the edition"
    return said
