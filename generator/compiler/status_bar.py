"""The state of an edition as readers see it: one current state, who made it and when, and a warning unless approved."""

from __future__ import annotations

from generator.compiler.context import SiteContext
from generator.compiler.days import day_words, moment_words
from generator.model.digest import short_digest
from generator.model.entries.decision import Decision
from generator.model.entries.entry import Entry
from generator.model.library import Library
from generator.model.state import NOTICES, EditionState, State
from generator.pages.site import StateStep, StatusBar

_PATH = (State.DRAFT, State.SUBMITTED, State.UNDER_REVIEW, State.APPROVED)


def status_bar(library: Library, entry: Entry, state: EditionState, context: SiteContext) -> StatusBar:
    """What stands under a page's title."""
    changed = max((change.date for change in entry.changes), default=None)
    return StatusBar(
        code=state.state.value,
        words=context.word(f"state-{state.state}"),
        steps=_steps(state.state, context),
        decided=_decided(library, state, context),
        warning="" if state.is_approved else context.word("not-approved"),
        updated=day_words(changed, context) if changed else "",
        due=day_words(state.due, context) if state.due else "",
        due_day=state.due.isoformat() if state.due else "",
        digest=state.digests.content,
        short_digest=short_digest(state.digests.content),
    )


def _steps(current: State, context: SiteContext) -> tuple[StateStep, ...]:
    if current in NOTICES:
        path: tuple[State, ...] = (current,)
    elif current is State.REVIEW_OVERDUE:
        path = (*_PATH, State.REVIEW_OVERDUE)
    else:
        path = _PATH
    at = path.index(current)
    return tuple(
        StateStep(step.value, context.word(f"state-{step}"), is_current=index == at, is_done=index < at)
        for index, step in enumerate(path)
    )


def _decided(library: Library, state: EditionState, context: SiteContext) -> str:
    if len(state.approvals) > 1:
        return " ".join(_by(library, decision, context) for decision in state.approvals)
    return _by(library, state.decided, context) if state.decided else context.word("nothing-decided")


def _by(library: Library, decision: Decision, context: SiteContext) -> str:
    person = library.people.get(decision.by)
    name = person.name if person else decision.by
    credentials = decision.credentials or (person.credentials if person else None)
    printed = ", ".join(part for part in (name, credentials, decision.role) if part)
    sealed = (
        ""
        if decision.decision not in {"approve", "reaffirm"} or decision.signature
        else context.word("recorded-not-signed")
    )
    said = context.word(f"decided-{decision.decision}", who=printed, when=moment_words(decision.at, context))
    meaning = context.word("meaning", meaning=decision.meaning) if decision.meaning else ""
    return " ".join(part for part in (said, meaning, sealed) if part)
