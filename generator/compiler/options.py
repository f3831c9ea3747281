"""Options of treatment by line, each with its doses; what is said of several options stands before them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.compiler.decision_rows import decision_table
from generator.compiler.dose_rows import dose_table
from generator.compiler.dosing.phrase import joined
from generator.compiler.recommendation_details import (
    basis_facts,
    line_words,
    phase_words,
    recommendation_facts,
    recommendation_groups,
    unnamed,
)
from generator.compiler.recommendations import ratings
from generator.compiler.scribe import Scribe
from generator.compiler.stated_facts import StatedFacts
from generator.compiler.statements import statements, uncited
from generator.model.entries.summary import Summary
from generator.model.recommendation import Option, OptionGroup, Recommendation
from generator.pages.blocks import Block, Fact, OptionCard, OptionGroupCard, OptionLine
from generator.pages.inline import PageLink, Run, Text, Words


def options(scribe: Scribe, entry: Summary) -> tuple[Block, ...]:
    """The options, by line of treatment and, within a line, in the order written."""
    lines = sorted({option.line for option in entry.options}, key=_order_of_line)
    placed = {group.id: _line_of(entry, group, lines) for group in entry.option_groups}
    blocks: list[Block] = []
    for line in lines:
        groups = [group for group in entry.option_groups if placed[group.id] == line]
        # Works are numbered as they are mentioned, so the parts are made in the order of reading.
        cards = tuple(_group(scribe, entry, group) for group in groups)
        shown = tuple(_option(scribe, entry, option) for option in entry.options if option.line == line)
        blocks.append(OptionLine(f"line-{line}", line_words(scribe, line), shown, cards))
    rest = (group for group in entry.option_groups if placed[group.id] is None)
    return (*blocks, *(_group(scribe, entry, group) for group in rest))


def _order_of_line(line: int | str) -> tuple[bool, int]:
    """Lines in their order, and what has no stated line after them."""
    return (True, 0) if isinstance(line, str) else (False, line)


def _line_of(entry: Summary, group: OptionGroup, lines: Sequence[int | str]) -> int | str | None:
    """The first line that has one of the group's options."""
    own = {option.line for option in entry.options if option.id in group.options}
    return next((line for line in lines if line in own), None)


def _group(scribe: Scribe, entry: Summary, group: OptionGroup) -> OptionGroupCard:
    title = scribe.say(group.title, group.origin)
    assert title is not None, "a group without a title is not part of the edition"
    by_id = {option.id: option for option in entry.options}
    links = [_link(scribe, by_id[one]) for one in group.options if one in by_id]
    of = scribe.words(joined(links, ", "), group.origin) if links else None
    return OptionGroupCard(f"group-{group.id}", title, of, statements(scribe, group.statements))


def _link(scribe: Scribe, option: Option) -> Run:
    label = (Text(uncited(scribe, option.title, option.origin).text),)
    return (PageLink(f"#option-{option.id}", label),)


def _option(scribe: Scribe, entry: Summary, option: Option) -> OptionCard:
    recommendation = next((item for item in entry.recommendations if item.id == option.recommendation), None)
    title = scribe.say(option.title, option.origin)
    assert title is not None, "an option without a title is not part of the edition"
    conditions = scribe.say(option.conditions, option.origin)
    doses = dose_table(scribe, option.doses, title.text)
    first = _first_with(entry, option)
    is_said_elsewhere = recommendation is None or recommendation.bottom_line or first is not option
    carried_out = None if is_said_elsewhere else recommendation
    said = _said(scribe, option, carried_out)
    text = " ".join(words.text for words in (title, *said))
    return OptionCard(
        anchor=f"option-{option.id}",
        title=title,
        ratings=ratings(scribe, recommendation) if recommendation else (),
        conditions=conditions,
        doses=doses,
        statements=said,
        facts=_facts(scribe, entry, option, carried_out, text),
        groups=recommendation_groups(scribe, carried_out) if carried_out else (),
        pointer=title.pointer,
        decision=decision_table(scribe, carried_out) if carried_out else None,
    )


def _first_with(entry: Summary, option: Option) -> Option:
    """The option, first in the order of reading, that carries out the same recommendation and prints it."""
    in_order = sorted(entry.options, key=lambda one: _order_of_line(one.line))
    return next(one for one in in_order if one is option or one.recommendation == option.recommendation)


def _said(scribe: Scribe, option: Option, carried_out: Recommendation | None) -> tuple[Words, ...]:
    """The recommendation, unless it stands at the top of the page, then the option's own statements."""
    if carried_out is None:
        return statements(scribe, option.statements)
    first = scribe.say(carried_out.wording, carried_out.origin, carried_out.cites)
    return (*((first,) if first else ()), *statements(scribe, option.statements))


def _facts(
    scribe: Scribe, entry: Summary, option: Option, carried_out: Recommendation | None, text: str
) -> tuple[Fact, ...]:
    """What the option is and when, then what bounds its recommendation, without what was said already."""
    own = StatedFacts(scribe, option.origin)
    own.put("intervention", unnamed(scribe, option.intervention, text))
    own.put("phase", phase_words(scribe, option.phase))
    groups = [group for group in entry.option_groups if option.id in group.options]
    own.put("said-of-several", joined([_group_link(scribe, group) for group in groups], ", "))
    if carried_out is None:
        own.put("same-recommendation", _same_link(scribe, entry, option))
        return own.made()
    made = own.made()
    said = {(fact.label, fact.words.text) for fact in made}
    said.add((scribe.context.word("line"), line_words(scribe, option.line)))
    further = (*basis_facts(scribe, carried_out), *recommendation_facts(scribe, carried_out, text))
    return (*made, *(fact for fact in further if (fact.label, fact.words.text) not in said))


def _same_link(scribe: Scribe, entry: Summary, option: Option) -> Run:
    """The option that prints the recommendation of this one, where it is another."""
    carried_out = {item.id for item in entry.recommendations if not item.bottom_line}
    first = _first_with(entry, option)
    return () if first is option or option.recommendation not in carried_out else _link(scribe, first)


def _group_link(scribe: Scribe, group: OptionGroup) -> Run:
    label = (Text(uncited(scribe, group.title, group.origin).text),)
    return (PageLink(f"#group-{group.id}", label),)
