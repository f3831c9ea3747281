"""What ``clinsum status`` prints: lines for a person, or data for another program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from generator.diagnostics.text_report import visible

if TYPE_CHECKING:
    from generator.review.standing import EditionStanding, Need, StoppedDose

SOON = 90
"""A review that is due within so many days is counted in the closing line."""


def status_lines(told: Sequence[EditionStanding]) -> Iterator[str]:
    """A block for each entry: its editions, and below each what it waits for."""
    width = max((len(one.audience) for one in told), default=0)
    for entry, editions in groupby(told, lambda one: one.entry):
        yield entry
        of_entry = tuple(editions)
        yield from (f"  {_stopped(one)}" for one in of_entry[0].stopped)
        for one in of_entry:
            yield f"  {one.audience:<{width}}  {_state(one)}"
            yield from (f"  {'':<{width}}  - {_need(need)}" for need in one.needs)
        yield ""


def closing_line(told: Sequence[EditionStanding], today: date) -> str:
    """How many editions there are in each state, and how many reviews are soon due."""
    from generator.model.state import State
    from generator.review.standing import is_due_within

    counts = Counter(one.state for one in told)
    editions = "1 edition" if len(told) == 1 else f"{len(told):,} editions"
    states = ", ".join(f"{counts[state]:,} {_words(state)}" for state in State if counts[state])
    due = sum(is_due_within(one, today, SOON) and one.state is State.APPROVED for one in told)
    soon = f"; {due:,} due for review within {SOON} days" if due else ""
    doses = len({(one.entry, dose.dose) for one in told for dose in one.stopped})
    stopped = f"; {doses:,} suspended {'dose' if doses == 1 else 'doses'}" if doses else ""
    return f"{editions}: {states}{stopped}{soon}" if told else "no edition like that"


def status_data(told: Sequence[EditionStanding], today: date) -> dict[str, Any]:
    """The same for a program. ``version`` is raised when a field changes its meaning or goes."""
    return {"version": 1, "day": today.isoformat(), "editions": [_data(one) for one in told]}


def _state(one: EditionStanding) -> str:
    since = f" since {one.since.isoformat()}" if one.since else ""
    who = "approved by " if one.state == "review-overdue" else ""
    by = f" ({who}{visible(', '.join(one.by))})" if one.by else ""
    due = f", review due {one.due.isoformat()}" if one.due else ""
    changed = f": changed after its approval on {one.changed_after.isoformat()}" if one.changed_after else ""
    return f"{_words(one.state)}{since}{by}{due}{changed}"


def _words(state: str) -> str:
    return state.replace("-", " ")


def _stopped(one: StoppedDose) -> str:
    return f"the dose {one.dose} is suspended since {one.since.isoformat()} ({visible(one.by)})"


def _need(need: Need) -> str:
    return f"{need.words} ({', '.join(need.people) or 'nobody who is listed could'})"


def _data(one: EditionStanding) -> dict[str, Any]:
    return {
        "entry": one.entry,
        "edition": one.audience,
        "state": one.state.value,
        "digest": one.digest,
        "since": one.since.isoformat() if one.since else None,
        "by": list(one.by),
        "due": one.due.isoformat() if one.due else None,
        "changed_after": one.changed_after.isoformat() if one.changed_after else None,
        "needs": [{"what": need.words, "people": list(need.people)} for need in one.needs],
        "suspended_doses": [
            {"dose": dose.dose, "since": dose.since.isoformat(), "by": dose.by} for dose in one.stopped
        ],
    }
