"""Harms, red flags and pitfalls as blocks."""

from __future__ import annotations

from generator.compiler.algorithm_steps import step_numbers
from generator.compiler.dosing.phrase import joined
from generator.compiler.figures import figure_words
from generator.compiler.scribe import Scribe
from generator.compiler.stated_facts import StatedFacts
from generator.compiler.subjects import subject
from generator.model.entries.drug import Drug
from generator.model.entries.medication import Medication
from generator.model.entries.summary import Summary
from generator.model.safety import Harm, RedFlag
from generator.model.text import NOT_STATED, Wording
from generator.pages.blocks import (
    Block,
    Fact,
    HarmItem,
    Harms,
    PitfallItem,
    Pitfalls,
    RedFlagGroup,
    RedFlagItem,
    RedFlags,
)
from generator.pages.inline import Run, Text, Words

_URGENCIES = (None, "emergency", "same-day", "soon", NOT_STATED)
"""In the order shown. Signs of which nothing is said stand first, where no heading claims them."""


def harms(scribe: Scribe, entry: Summary | Medication | Drug) -> tuple[Block, ...]:
    """Harms, boxed ones apart."""
    in_order = sorted(entry.harms, key=lambda item: not item.boxed)
    items = [made for item in in_order if (made := _harm(scribe, item)) is not None]
    if not items:
        return ()
    return (Harms(tuple(i for i in items if i.is_boxed), tuple(i for i in items if not i.is_boxed)),)


def pitfalls(scribe: Scribe, entry: Summary) -> tuple[Block, ...]:
    """Common mistakes, each with the step that it guards."""
    numbers = step_numbers(entry.algorithm)
    items = []
    for item in entry.pitfalls:
        said = scribe.say(item.wording, item.origin, item.cites)
        if said is not None:
            number = numbers.get(item.guards or "", "")
            anchor = f"step-{item.guards}" if number else ""
            items.append(PitfallItem(f"pitfall-{item.id}", said, number, anchor, said.pointer))
    return (Pitfalls(tuple(items)),) if items else ()


def red_flags(scribe: Scribe, entry: Summary | Medication) -> tuple[Block, ...]:
    """What sends a patient to urgent care, by how fast help is needed."""
    groups = []
    for urgency in _URGENCIES:
        flags = tuple(_red_flag(scribe, item) for item in entry.red_flags if item.urgency == urgency)
        if flags:
            groups.append(RedFlagGroup(urgency or "", _urgency(scribe, urgency), flags))
    return (RedFlags(tuple(groups)),) if groups else ()


def _urgency(scribe: Scribe, urgency: str | None) -> Words | None:
    if urgency == NOT_STATED:
        return scribe.not_stated("the-urgency")
    return scribe.words((Text(scribe.context.word(f"urgency-{urgency}")),)) if urgency else None


def _red_flag(scribe: Scribe, item: RedFlag) -> RedFlagItem:
    said = scribe.say(item.wording, item.origin, item.cites)
    assert said is not None, "a red flag without wording is not part of the edition"
    action = scribe.say(item.action, item.origin) if isinstance(item.action, Wording) else None
    if item.action == NOT_STATED:
        action = scribe.not_stated("what-to-do", item.origin)
    return RedFlagItem(f"red-flag-{item.id}", subject(scribe, item), said, action, said.pointer)


def _harm(scribe: Scribe, item: Harm) -> HarmItem | None:
    said = scribe.say(item.wording, item.origin, item.cites)
    if said is None:
        return None
    return HarmItem(
        anchor=f"harm-{item.id}",
        drugs=subject(scribe, item),
        words=said,
        facts=_harm_facts(scribe, item),
        is_boxed=item.boxed,
        pointer=said.pointer,
    )


def _harm_facts(scribe: Scribe, item: Harm) -> tuple[Fact, ...]:
    facts = StatedFacts(scribe, item.origin)
    facts.add("severity", item.severity)
    said = _frequency(scribe, item)
    facts.put("frequency", said)
    if item.frequency == NOT_STATED and not said:
        facts.add("frequency", NOT_STATED)
    facts.add("onset", item.onset)
    facts.add("reversibility", item.reversibility, code="reversibility")
    facts.add("management", item.management)
    return facts.made()


def _frequency(scribe: Scribe, item: Harm) -> Run:
    """How often: the source's words, the band, the counted figure."""
    said: list[Run] = []
    if item.frequency is not None and item.frequency != NOT_STATED:
        said.append((Text(item.frequency),))
    if item.frequency_category is not None:
        said.append((Text(scribe.context.word(f"frequency-{item.frequency_category}")),))
    figure = scribe.figures.get(item.stat or "")
    if figure is not None:
        said.append(figure_words(figure, scribe.context))
    return joined(said, "; ")
