"""Decisions in words: who signed what, when, in which meaning and role, and how far the record vouches for it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compiler.context import SiteContext
from generator.compiler.days import moment_words
from generator.compiler.inline_markdown import external_link, parse_inline
from generator.compiler.public_record import PublicRecord
from generator.model.digest import short_digest
from generator.model.entries.decision import CoveredEdition, Decision
from generator.pages.blocks import Fact, SignatureLine
from generator.pages.inline import Text, Words, words


def signature_line(
    record: PublicRecord, decision: Decision, entry: str, audience: str, *, is_idle: bool = False
) -> SignatureLine:
    """What the record says of a decision about one edition. ``is_idle`` is an approval that counts for no text."""
    context = record.context
    person = record.library.people.get(decision.by)
    credentials = decision.credentials or (person.credentials if person else None)
    bound = _bound(decision, entry, audience)
    return SignatureLine(
        what=context.word(f"signed-{decision.decision}"),
        name=person.name if person else decision.by,
        credentials=credentials or "",
        role=decision.role or "",
        moment=moment_words(decision.at, context),
        moment_iso=decision.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        meaning=decision.meaning or "",
        facts=(*_facts(record, decision, entry, bound), *_idle(context, is_idle=is_idle)),
        seal=seal(decision, context),
        seal_words=seal_words(decision, context),
        short_version=short_digest(bound.digest) if bound else "",
        version=bound.digest if bound else "",
        short_words_version=short_digest(bound.words) if bound else "",
        words_version=bound.words if bound else "",
    )


def seal(decision: Decision, context: SiteContext) -> str:
    """``verified``, ``unverified`` for a signature that is not, ``recorded`` for a record without one."""
    if decision.id in context.verified:
        return "verified"
    return "unverified" if decision.signature else "recorded"


def seal_words(decision: Decision, context: SiteContext) -> str:
    """“Recorded, not signed.”"""
    return context.word(f"seal-{seal(decision, context)}")


def printed_name(record: PublicRecord, decision: Decision) -> str:
    """``Ada Example, MD, clinical``: the name with credentials and role at that time."""
    person = record.library.people.get(decision.by)
    credentials = decision.credentials or (person.credentials if person else None)
    parts = (person.name if person else decision.by, credentials, decision.role)
    return ", ".join(part for part in parts if part)


def _bound(decision: Decision, entry: str, audience: str) -> CoveredEdition | None:
    editions = (one for covered in decision.covers if covered.entry == entry for one in covered.editions)
    return next((one for one in editions if one.audience == audience), None)


def _facts(
    record: PublicRecord, decision: Decision, entry: str, bound: CoveredEdition | None
) -> Iterator[Fact]:
    context = record.context
    if decision.criteria:
        checked = ", ".join(_criterion(one, context) for one in decision.criteria)
        yield Fact(context.word("signed-checked"), words(checked))
    if bound is not None and bound.change_from:
        read = context.word("signed-change", version=short_digest(bound.change_from))
        yield Fact(context.word("signed-scope"), words(read))
    if decision.interests is not None:
        yield Fact(context.word("signed-interests"), _interests(decision, context))
    if decision.recused:
        yield Fact(context.word("signed-recused"), words(context.word("signed-recused-words")))
    if decision.ai_assistance:
        yield Fact(context.word("signed-assistance"), _inline(decision.ai_assistance))
    if decision.hazards:
        yield Fact(context.word("signed-hazards"), words(", ".join(decision.hazards)))
    if decision.reason and decision.id in record.open_decisions:
        is_withheld = record.withheld.withholds(entry, decision.reason, context)
        told = words(context.word("reason-withheld")) if is_withheld else _inline(decision.reason)
        yield Fact(context.word("signed-reason"), told)


def _idle(context: SiteContext, *, is_idle: bool) -> tuple[Fact, ...]:
    return (Fact(context.word("signed-idle"), words(context.word("signed-idle-words"))),) if is_idle else ()


def _criterion(criterion: str, context: SiteContext) -> str:
    """A criterion that no list has is told by its id."""
    key = f"checked-{criterion}"
    said = context.word(key)
    return criterion.replace("-", " ") if said == key else said


def _interests(decision: Decision, context: SiteContext) -> Words:
    if decision.interests == "none" or not decision.interests:
        return words(context.word("signed-no-interests"))
    return _inline("; ".join(decision.interests))


def _inline(text: str) -> Words:
    return Words(parse_inline(text, lambda mark: (Text(mark),), external_link))
