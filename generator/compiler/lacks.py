"""What an approval still needs, in words."""

from __future__ import annotations

from collections.abc import Sequence

from generator.compiler.days import day_words
from generator.compiler.public_record import PublicRecord
from generator.model.approval import Lack


def lack_words(record: PublicRecord, lacks: Sequence[Lack]) -> tuple[str, ...]:
    """One clause for each: ``one more person must approve it``."""
    return tuple(_words(record, lack) for lack in lacks)


def as_sentence(clause: str) -> str:
    """The clause with a capital at its beginning."""
    return f"{clause[:1].upper()}{clause[1:]}"


def roles_words(record: PublicRecord, roles: Sequence[str]) -> str:
    """``pharmacy or clinical``: the roles of which one is needed."""
    return record.context.word("lack-or").join(role.replace("-", " ") for role in roles)


def _words(record: PublicRecord, lack: Lack) -> str:
    context = record.context
    if lack.kind == "people":
        key = "lack-person" if lack.number == 1 else "lack-people"
        return context.word(key, number=str(lack.number))
    if lack.kind == "role":
        return context.word("lack-role", roles=roles_words(record, lack.roles))
    if lack.kind == "objection":
        return _objection(record, lack.decision)
    return context.word(f"lack-{lack.kind}")


def _objection(record: PublicRecord, decision_id: str) -> str:
    context = record.context
    objection = record.library.decisions.get(decision_id)
    if objection is None:
        return context.word("lack-an-objection")
    person = record.library.people.get(objection.by)
    who = person.name if person else objection.by
    return context.word("lack-objection", who=who, day=day_words(objection.at.date(), context))
