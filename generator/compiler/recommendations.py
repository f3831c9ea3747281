"""Recommendations in words: ratings, the bottom line, cards, options by line of treatment."""

from __future__ import annotations

from generator.compiler.dose_rows import dose_table, phase_words
from generator.compiler.scribe import Scribe
from generator.model.entries.medication import Medication
from generator.model.entries.summary import Summary
from generator.model.recommendation import Option, Recommendation
from generator.model.statement import Statement
from generator.pages.blocks import (
    Block,
    Bullets,
    Fact,
    Facts,
    Group,
    KeyMessage,
    OptionCard,
    OptionLine,
    Rating,
    RecommendationCard,
    SubHeading,
)
from generator.pages.inline import Words, words


def ratings(scribe: Scribe, item: Recommendation) -> tuple[Rating, ...]:
    """Direction, strength and certainty in words. A good-practice statement carries no certainty (GRADE)."""
    prefix = "plain-" if scribe.audience.ratings == "plain" else ""
    scales: list[tuple[str, str]] = [("direction", item.direction), ("strength", item.strength)]
    if item.strength != "good-practice":
        scales.append(("certainty", item.certainty))
    return tuple(
        Rating(scale, code, scribe.context.word(f"{prefix}{scale}-{code}")) for scale, code in scales
    )


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
    blocks: list[Block] = []
    for item in entry.recommendations:
        if item.bottom_line:
            facts = _facts(scribe, item)
            blocks += [Facts(facts)] if facts else []
            for number, group in enumerate(_groups(scribe, item), start=1):
                blocks += [SubHeading(f"about-{item.id}-{number}", words(group.label)), Bullets(group.items)]
    return tuple(blocks)


def other_recommendations(scribe: Scribe, entry: Summary | Medication) -> tuple[Block, ...]:
    """Recommendations that are neither the bottom line nor shown with an option."""
    shown = {option.recommendation for option in getattr(entry, "options", ())}
    return tuple(
        _card(scribe, item) for item in entry.recommendations if not item.bottom_line and item.id not in shown
    )


def options(scribe: Scribe, entry: Summary) -> tuple[Block, ...]:
    """The options, by line of treatment and, within a line, in the order written."""
    lines = sorted({option.line for option in entry.options}, key=_order_of_line)
    return tuple(_line(scribe, entry, line) for line in lines)


def statements(scribe: Scribe, items: tuple[Statement, ...]) -> tuple[Words, ...]:
    """Statements as words, each with what it stands on."""
    said = (scribe.say(item.wording, item.origin, item.cites) for item in items)
    return tuple(one for one in said if one is not None)


def _order_of_line(line: int | str) -> tuple[bool, int]:
    """Lines in their order, and what has no stated line after them."""
    return (True, 0) if isinstance(line, str) else (False, line)


def _line(scribe: Scribe, entry: Summary, line: int | str) -> OptionLine:
    cards = tuple(_option(scribe, entry, option) for option in entry.options if option.line == line)
    return OptionLine(f"line-{line}", _line_words(scribe, line), cards)


def _line_words(scribe: Scribe, line: int | str) -> str:
    return scribe.context.words.get(f"line-{line}") or scribe.context.word("line-n", number=str(line))


def _option_facts(scribe: Scribe, option: Option, carried_out: Recommendation | None) -> tuple[Fact, ...]:
    """The phase of the option and what bounds its recommendation, without what heading or option said already."""
    phase = phase_words(scribe, option.phase)
    own = (Fact(scribe.context.word("phase"), phase),) if phase else ()
    if carried_out is None:
        return own
    repeated = {scribe.context.word("line")} | {fact.label for fact in own}
    return (*own, *(fact for fact in _facts(scribe, carried_out) if fact.label not in repeated))


def _option(scribe: Scribe, entry: Summary, option: Option) -> OptionCard:
    recommendation = next((item for item in entry.recommendations if item.id == option.recommendation), None)
    title = scribe.say(option.title, option.origin)
    assert title is not None, "an option without a title is not part of the edition"
    # Works are numbered as they are mentioned, so the parts are made in the order of reading.
    conditions = scribe.say(option.conditions, option.origin)
    doses = dose_table(scribe, option.doses, title.text)
    said: list[Words] = []
    carried_out = None if recommendation is None or recommendation.bottom_line else recommendation
    if carried_out is not None:
        first = scribe.say(carried_out.wording, carried_out.origin, carried_out.cites)
        said += [first] if first else []
    said += list(statements(scribe, option.statements))
    return OptionCard(
        anchor=f"option-{option.id}",
        title=title,
        ratings=ratings(scribe, recommendation) if recommendation else (),
        conditions=conditions,
        doses=doses,
        statements=tuple(said),
        facts=_option_facts(scribe, option, carried_out),
        groups=_groups(scribe, carried_out) if carried_out else (),
        pointer=title.pointer,
    )


def _card(scribe: Scribe, item: Recommendation, *, is_short: bool = False) -> RecommendationCard:
    said = scribe.say(item.wording, item.origin, item.cites)
    assert said is not None, "a recommendation without wording is not part of the edition"
    return RecommendationCard(
        anchor=f"recommendation-{item.id}",
        words=said,
        ratings=ratings(scribe, item),
        basis=scribe.say(item.evidence_basis, item.origin),
        facts=() if is_short else _facts(scribe, item),
        groups=() if is_short else _groups(scribe, item),
        is_bottom_line=item.bottom_line,
        pointer=said.pointer,
    )


def _key_message(scribe: Scribe, item: Recommendation, *, is_short: bool) -> KeyMessage:
    said = scribe.say(item.wording, item.origin, item.cites)
    assert said is not None, "a recommendation without wording is not part of the edition"
    return KeyMessage(
        words=said,
        ratings=ratings(scribe, item),
        facts=() if is_short else _facts(scribe, item),
        groups=() if is_short else _groups(scribe, item),
        anchor=f"recommendation-{item.id}",
        pointer=said.pointer,
    )


def _facts(scribe: Scribe, item: Recommendation) -> tuple[Fact, ...]:
    line = _line_words(scribe, item.line) if item.line is not None else None
    said: dict[str, Words | None] = {
        "for-whom": scribe.say(item.population, item.origin),
        "phase": phase_words(scribe, item.phase),
        "line": words(line) if line else None,
        "because": scribe.say(item.because, item.origin),
        "indirect": scribe.say(item.indirect, item.origin),
    }
    facts = [Fact(scribe.context.word(label), text) for label, text in said.items() if text is not None]
    rated = [text for text in (item.scheme, item.rated_by) if text]
    if rated:
        facts.append(Fact(scribe.context.word("rated"), words(", ".join(rated))))
    return tuple(facts)


def _groups(scribe: Scribe, item: Recommendation) -> tuple[Group, ...]:
    lists = (
        ("consider-when", item.consider_when),
        ("not-when", item.not_when),
        ("rationale", item.rationale),
        ("cost-and-access", item.cost_and_access),
    )
    groups = [Group(scribe.context.word(label), statements(scribe, items)) for label, items in lists]
    positions = tuple(
        scribe.words((*words(f"{position.body}: ").run, *said.run), position.origin, position.cites)
        for position in item.others_say
        if (said := scribe.say(position.position, position.origin)) is not None
    )
    groups.append(Group(scribe.context.word("others-say"), positions))
    return tuple(group for group in groups if group.items)
