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
        published=_published(changes, context) if state.is_approved else "",
        full_review=_day(state.full_review, context),
        history=history_path(entry, audience),
    )


def _published(changes: Sequence[Change], context: SiteContext) -> str:
    """The day of the last change that matters for care. A text that nobody approved is not said to be published."""
    return _day(_newest([one for one in changes if one.kind == "major"]), context)


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
    """Who made the state what it is: everybody whose approval counts, or the last to decide.

    What holds for all of them is said once, at the end. The rest of each signature stands further down the page.
    """
    by = state.approvals if state.is_approved else (state.decided,) if state.decided else ()
    if not by and state.versions:
        approved = day_words(state.versions[-1].at.date(), record.context)
        return record.context.word("changed-after-approval", day=approved)
    if not by:
        return record.context.word("nothing-decided")
    seals = [_sealed(record, decision) for decision in by]
    shared = seals[0] if len(set(seals)) == 1 else ""
    said = [_by(record, one, "" if shared else seal) for one, seal in zip(by, seals, strict=True)]
    meanings = {decision.meaning or "" for decision in by}
    meant = record.context.word("meaning", meaning=by[0].meaning or "") if meanings != {""} else ""
    return " ".join(part for part in (*said, meant if len(meanings) == 1 else "", shared) if part)


def _by(record: PublicRecord, decision: Decision, seal: str) -> str:
    who, when = printed_name(record, decision), moment_words(decision.at, record.context)
    return f"{record.context.word(f'decided-{decision.decision}', who=who, when=when)} {seal}".strip()


def _sealed(record: PublicRecord, decision: Decision) -> str:
    """How far the record vouches for an approval; of other decisions it is told further down only."""
    is_approval = decision.decision in {"approve", "reaffirm"}
    return seal_words(decision, record.context) if is_approval else ""
