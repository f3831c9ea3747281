"""The state of an edition as readers see it: one current state, who made it and when, and a warning unless approved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.compiler.addresses import history_path
from generator.compiler.context import SiteContext
from generator.compiler.days import day_words, moment_words
from generator.compiler.lacks import lack_words
from generator.compiler.public_record import PublicRecord
from generator.compiler.signatures import printed_name, seal_words
from generator.model.digest import short_digest
from generator.model.entries.decision import Decision
from generator.model.entries.entry import Change, Entry
from generator.model.state import NOTICES, EditionState, State
from generator.pages.site import StateStep, StatusBar

_PATH = (State.DRAFT, State.SUBMITTED, State.UNDER_REVIEW, State.APPROVED)


def status_bar(record: PublicRecord, entry: Entry, audience: str, state: EditionState) -> StatusBar:
    """What stands under a page's title. A minor change moves ``updated`` and nothing else."""
    context = record.context
    changes = () if state.is_notice else record.changes(entry)
    return StatusBar(
        code=state.state.value,
        words=context.word(f"state-{state.state}"),
        steps=_steps(state.state, context),
        decided=_decided(record, state),
        warning="" if state.is_approved else context.word("not-approved"),
        updated=_day(_newest(changes), context),
        due=_day(state.due, context),
        due_day=state.due.isoformat() if state.due else "",
        digest=state.digests.content,
        short_digest=short_digest(state.digests.content),
        lacks=() if state.is_notice or state.is_approved else lack_words(record, state.lacks),
        published=_day(_newest([one for one in changes if one.kind == "major"]), context),
        full_review=_day(state.full_review, context),
        history=history_path(entry, audience),
    )


def _newest(changes: Sequence[Change]) -> date | None:
    return max((change.date for change in changes), default=None)


def _day(day: date | None, context: SiteContext) -> str:
    return day_words(day, context) if day else ""


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


def _decided(record: PublicRecord, state: EditionState) -> str:
    """Who made the state what it is: everybody whose approval counts, or the last to decide."""
    if state.is_approved:
        return " ".join(_by(record, decision) for decision in state.approvals)
    return _by(record, state.decided) if state.decided else record.context.word("nothing-decided")


def _by(record: PublicRecord, decision: Decision) -> str:
    context = record.context
    when = moment_words(decision.at, context)
    said = context.word(f"decided-{decision.decision}", who=printed_name(record, decision), when=when)
    meaning = context.word("meaning", meaning=decision.meaning) if decision.meaning else ""
    sealed = seal_words(decision, context) if decision.decision in {"approve", "reaffirm"} else ""
    return " ".join(part for part in (said, meaning, sealed) if part)
