"""Contraindications, interactions, pregnancy: each with what it is said of, its grade, and what else is known."""

from __future__ import annotations

from generator.compiler.scribe import Scribe
from generator.compiler.stated_facts import StatedFacts
from generator.compiler.subjects import subject
from generator.model.about_drugs import AboutDrugs
from generator.model.citation import Cites
from generator.model.safety import Contraindication, InteractionOfDrug, Pregnancy
from generator.model.text import NOT_STATED, Wording
from generator.pages.blocks import Block, CautionItem, Cautions, Fact, Tag
from generator.pages.inline import Missing, Run, Text, Words


def contraindications(scribe: Scribe, items: tuple[Contraindication, ...]) -> tuple[Block, ...]:
    """When not to use a drug: whether absolute or relative, and the condition that forbids it."""
    made = []
    for item in items:
        facts = StatedFacts(scribe, item.origin)
        facts.put("column-condition", _condition(scribe, item.condition))
        tags = _tags(scribe, ("degree", item.degree))
        made.append(_item(scribe, item, "contraindication", item.wording, item.cites, tags, facts.made()))
    return _block(made)


def interactions(scribe: Scribe, items: tuple[InteractionOfDrug, ...]) -> tuple[Block, ...]:
    """What happens with another drug, how bad it is, why, and what to do."""
    made = []
    for item in items:
        facts = StatedFacts(scribe, item.origin)
        facts.add("effect", item.effect)
        facts.add("action", item.action)
        facts.add("how-it-comes-about", item.mechanism)
        facts.add("interaction-evidence", item.evidence, code="interaction-evidence")
        tags = _tags(scribe, ("interaction", item.severity))
        made.append(_item(scribe, item, "interaction", item.wording, item.cites, tags, facts.made()))
    return _block(made)


def pregnancy(scribe: Scribe, items: tuple[Pregnancy, ...]) -> tuple[Block, ...]:
    """What pregnancy, breastfeeding and the time before mean for a treatment."""
    made = []
    for item in items:
        about = _about(scribe, item)
        topic = (Tag("topic", scribe.words((Text(about),))),) if about else ()
        tags = (*topic, *_tags(scribe, ("advice", item.advice)))
        made.append(_item(scribe, item, "pregnancy", item.wording, item.cites, tags, ()))
    return _block(made)


def _item(
    scribe: Scribe,
    item: AboutDrugs,
    kind: str,
    wording: Wording,
    cites: Cites | None,
    tags: tuple[Tag, ...],
    facts: tuple[Fact, ...],
) -> CautionItem:
    said = scribe.say(wording, item.origin, cites)
    assert said is not None, "a caution without wording is not part of the edition"
    return CautionItem(f"{kind}-{item.id}", _whose(scribe, item), tags, said, facts, said.pointer)


def _whose(scribe: Scribe, item: AboutDrugs) -> Words | None:
    """The drug, and in an interaction what it meets."""
    own = subject(scribe, item)
    if not isinstance(item, InteractionOfDrug):
        return own
    other = (*scribe.drug_links((item.other_drug,) if item.other_drug else ()), *_other(item))
    between = (Text(f" {scribe.context.word('together-with')} "),) if own else ()
    return scribe.words((*(own.run if own else ()), *between, *other), item.origin)


def _other(item: InteractionOfDrug) -> Run:
    if not item.other:
        return ()
    return (Text(f" ({item.other})" if item.other_drug else item.other),)


def _tags(scribe: Scribe, *graded: tuple[str, str | None]) -> tuple[Tag, ...]:
    """A grade in words with its code; that the source omits it, is said."""
    made = []
    for scale, grade in graded:
        if grade == NOT_STATED:
            omitted = Missing(scribe.context.word("not-stated", what=scribe.context.word(f"the-{scale}")))
            made.append(Tag(NOT_STATED, scribe.words((omitted,))))
        elif grade is not None:
            made.append(Tag(grade, scribe.words((Text(scribe.context.word(f"{scale}-{grade}")),))))
    return tuple(made)


def _about(scribe: Scribe, item: Pregnancy) -> str:
    """``Pregnancy, first and second trimester, women``."""
    word = scribe.context.word
    parts = [word(f"about-{item.about}")] if item.about else []
    if item.trimesters:
        named = f" {word('and')} ".join(word(f"trimester-{one}") for one in item.trimesters)
        parts.append(word("trimester", which=named))
    parts += [word(f"who-{item.who}")] if item.who else []
    return ", ".join(parts)


def _condition(scribe: Scribe, condition_id: str | None) -> Run:
    condition = scribe.library.conditions.get(condition_id or "")
    return () if condition is None else scribe.link(condition.id, (Text(condition.name),))


def _block(items: list[CautionItem]) -> tuple[Block, ...]:
    return (Cautions(tuple(items)),) if items else ()
