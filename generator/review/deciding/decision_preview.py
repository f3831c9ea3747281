"""What somebody is about to decide, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics.visible_text import visible
from generator.model.change import ChangeClass
from generator.model.digest import short_digest
from generator.model.entries.decision import Covered, CoveredEdition, Decision
from generator.model.state import EditionState, State, edition_state
from generator.review.contents.comparison import compare_closures
from generator.review.contents.content_changes import ContentChanges
from generator.review.deciding.wish import Situation
from generator.review.words.lack_words import lack_words
from generator.review.words.sentences import worded

_MOST_CHANGES = 20
_WORDS = {
    "submit": "submit",
    "start-review": "start the review of",
    "approve": "approve",
    "object": "object to",
    "resolve": "resolve objections to",
    "reject": "reject",
    "reaffirm": "reaffirm",
    "suspend": "suspend",
    "lift": "lift the suspension of",
    "withdraw": "withdraw",
    "supersede": "supersede",
}


def decision_preview(situation: Situation, decision: Decision) -> tuple[str, ...]:
    """Lines for a terminal: who decides what, about which texts, what changed in them, how they stand after it."""
    return tuple(visible(line) if line else "" for line in _lines(situation, decision))


def _lines(situation: Situation, decision: Decision) -> Iterator[str]:
    who = situation.library.people[decision.by]
    role = f"in the role {decision.role}" if decision.role else ""
    said = [part for part in (who.name, decision.credentials, role) if part]
    name = f"{', '.join(said)}," if len(said) > 1 else who.name
    count = len(decision.covers)
    what = f"“{decision.covers[0].entry}”" if count == 1 else f"{count} entries"
    yield f"{name} is about to {_WORDS[decision.decision]} {what}."
    yield f"Time: {decision.at:%Y-%m-%d %H:%M:%S} UTC"
    for label, value in (("Meaning", decision.meaning), ("Reason", decision.reason)):
        if value:
            yield f"{label}: {value}"
    if decision.criteria:
        yield f"Looked at: {', '.join(decision.criteria)}"
    if decision.resolves:
        yield f"Resolves: {', '.join(decision.resolves)}"
    after = _After(situation, decision)
    for covered in decision.covers:
        yield ""
        yield from _entry(situation, after, covered)


def _entry(situation: Situation, after: _After, covered: Covered) -> Iterator[str]:
    yield covered.entry
    if covered.doses:
        yield f"  only the doses: {', '.join(covered.doses)}"
    if covered.everywhere:
        yield "  all doses of this drug, on every page"
    for bound in covered.editions:
        yield f"  edition {bound.audience}: content {short_digest(bound.digest)}, words {short_digest(bound.words)}"
        yield from (f"    {line}" for line in _changes(situation, covered.entry, bound))
    bound_ones = [one.audience for one in covered.editions]
    every = [audience for entry, audience in situation.states if entry == covered.entry]
    for audience in bound_ones or every:
        yield f"  then the edition {audience} is {after.words(covered.entry, audience)}"


def _changes(situation: Situation, entry: str, bound: CoveredEdition) -> Iterator[str]:
    versions = situation.states[entry, bound.audience].versions
    if not versions:
        yield "never approved before: the whole text is new"
        return
    last = versions[-1]
    day = f"{last.at:%Y-%m-%d}"
    if last.digests.content == bound.digest:
        same = last.digests.words == bound.words
        yield f"the text approved on {day}" if same else f"the facts approved on {day}, in other words"
        return
    before, now = (situation.content(digest) for digest in (last.digests.content, bound.digest))
    if before is None or now is None:
        yield f"NOT COMPARED with the text approved on {day}: that text is not stored"
        return
    changes = worded(compare_closures(before, now), before, now)
    told = [one for one in changes if one.level is not ChangeClass.NONE]
    yield f"changed since the text approved on {day}:"
    for one in told[:_MOST_CHANGES]:
        yield f"  {one.level.value}: {one.sentence or '.'.join(one.path)}"
    if len(told) > _MOST_CHANGES:
        yield f"  and {len(told) - _MOST_CHANGES} more: clinsum compare shows all of them"


class _After:
    """The states if the decision is made, and signed as the policy asks."""

    def __init__(self, situation: Situation, decision: Decision) -> None:
        self._situation = situation
        decisions = {**situation.library.decisions, decision.id: decision}
        self._library = replace(situation.library, decisions=dict(sorted(decisions.items())))
        self._verified = situation.verified | {decision.id}
        self._today = decision.at.date()
        self._extents = ContentChanges(situation.content).extent

    def words(self, entry: str, audience: str) -> str:
        """``under review; one more person must approve it``."""
        state = self._state(entry, audience)
        lacks = () if state.is_notice or state.state is State.DRAFT else state.lacks
        due = f", due for review on {state.due.isoformat()}" if state.due is not None else ""
        return "; ".join((f"{state.state.value.replace('-', ' ')}{due}", *map(lack_words, lacks)))

    def _state(self, entry_id: str, audience: str) -> EditionState:
        entry = self._library.entry(entry_id)
        now = self._situation.states[entry_id, audience]
        if entry is None:
            return now
        return edition_state(
            self._library, entry, audience, now.digests, self._today, self._verified, self._extents
        )
