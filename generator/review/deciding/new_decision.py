"""A new decision: bound to the texts as they are now, and to all that was decided before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.diagnostics import pointer_text
from generator.model.decision_digest import decision_digest
from generator.model.edition_record import records_by_entry
from generator.model.entries.decision import Decision
from generator.review.deciding.decision_files import file_text
from generator.review.deciding.decision_id import decision_id
from generator.review.deciding.decision_refusals import refuse_impossible
from generator.review.deciding.wish import BIND, DecisionRefused, Situation, Wish
from generator.review.record.chain import Chain
from generator.sources.document import Document
from generator.sources.parse_entry import parse_entry

_MEANING = {"approve": "approved", "reaffirm": "reviewed", "object": "reviewed"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision that nobody has signed, and the contents that it binds, by digest."""

    decision: Decision
    closures: Mapping[str, Mapping[str, Any]]


def draft_decision(situation: Situation, wish: Wish) -> Draft:
    """Make the decision that is asked for. Raises `DecisionRefused` where it would be wrong, or count for nothing."""
    refuse_impossible(situation, wish)
    decision = _decision(situation, wish)
    file_text(decision)
    bound = {
        one.digest: situation.closure(covered.entry, one.audience)
        for covered in decision.covers
        for one in covered.editions
    }
    return Draft(decision, bound)


def role_of(situation: Situation, wish: Wish) -> str | None:
    """The role that is named, else the only one that the person has."""
    reviewers = situation.library.reviewers
    held = sorted(reviewers.roles_of(wish.by)) if reviewers is not None else []
    return wish.role or (held[0] if len(held) == 1 else None)


def editions_of(situation: Situation, wish: Wish, entry_id: str) -> tuple[str, ...]:
    """The audiences whose editions are decided on."""
    entry = situation.library.entry(entry_id)
    every = tuple(one.id for one in situation.library.editions_of(entry)) if entry is not None else ()
    return tuple(one for one in every if not wish.editions or one in wish.editions)


def _decision(situation: Situation, wish: Wish) -> Decision:
    who = situation.library.people[wish.by]
    said = {
        "kind": "decision",
        "decision": wish.kind,
        "by": wish.by,
        "role": role_of(situation, wish),
        "credentials": who.credentials,
        "at": f"{wish.at:%Y-%m-%dT%H:%M:%SZ}",
        "covers": [_covered(situation, wish, entry) for entry in dict.fromkeys(wish.entries)],
        "meaning": wish.meaning or _MEANING.get(wish.kind),
        "criteria": list(wish.criteria),
        "reason": wish.reason,
        "resolves": list(wish.resolves),
        "hazards": list(wish.hazards),
        "interests": _interests(wish),
        "recused": "yes" if wish.recused else None,
        "ai_assistance": wish.ai_assistance,
        "superseded_by": wish.superseded_by,
    }
    return _validated(said, decision_id(situation.library, wish))


def _validated(said: dict[str, Any], name: str) -> Decision:
    """Read as it will be read from its file."""
    written = {key: value for key, value in said.items() if value not in (None, [])}
    made, findings = parse_entry(Document(f"{name}.yml", written, ()), "decisions")
    if not isinstance(made, Decision):
        raise DecisionRefused("; ".join(f"{pointer_text(one.pointer)}: {one.message}" for one in findings))
    return made


def _interests(wish: Wish) -> str | list[str] | None:
    return "none" if wish.interests == ("none",) else list(wish.interests) or None


def _covered(situation: Situation, wish: Wish, entry: str) -> dict[str, Any]:
    said = {
        "entry": entry,
        "editions": list(_bound(situation, wish, entry)) if wish.kind in BIND else [],
        "previous": _previous(situation, entry),
        "doses": list(wish.doses),
        "everywhere": "yes" if wish.everywhere else None,
    }
    return {name: value for name, value in said.items() if value}


def _bound(situation: Situation, wish: Wish, entry: str) -> Iterator[dict[str, str]]:
    for audience in editions_of(situation, wish, entry):
        state = situation.states[entry, audience]
        bound = {"audience": audience, "digest": state.digests.content, "words": state.digests.words}
        if wish.only_change:
            bound["change_from"] = state.versions[-1].digests.content
        yield bound


def _previous(situation: Situation, entry: str) -> dict[str, str]:
    """The decisions about an entry that no other one names, with the digests of their records."""
    decisions = records_by_entry(situation.library.decisions.values()).get(entry, ())
    heads = Chain(decisions, lambda one: True).heads()
    return {one.id: decision_digest(one) for one in sorted(heads, key=lambda one: one.id)}
