"""An entry quotes, cites or links to what was retired, withdrawn, superseded or suspended.

Bad:
    # content/decisions/ has a decision that withdraws old-page.
    wording: It is given as {dose:old-page#examplin}.

Good:
    # content/decisions/ has a decision that withdraws old-page.
    wording: It is given as {dose:new-page#examplin}.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.decision import Decision
from generator.model.entries.entry import Entry
from generator.model.quotes import Quote
from generator.model.state import EditionState

RULE = Rule(
    code="XRF006",
    name="quote-of-withdrawn-entry",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="An entry quotes, cites or links to one that no longer holds.",
    why="A dose or figure that was taken back lives on where it is quoted, and links lead to a notice.",
    cure="Quote the entry that took its place, or write the dose here with a source that holds.",
    basis=("nice-manual-updating",),
)
SCOPE = Scope.LIBRARY

_QUOTED = frozenset({"entry", "dose", "stat", "drug", "condition"})
_SUSPENDED = "is suspended"
"""A suspension takes effect at once: it never stops the build that shows it. Its doses are notices wherever quoted."""
_PARTS = frozenset({"dose", "stat"})
"""Without the id of an entry before ``#`` a dose or figure is one of this entry."""


def check(context: CheckContext) -> Iterator[Finding]:
    """Find what names an entry whose edition is a notice, or cites a page of one that is retired.

    A notice itself names nothing. Quotes of and links to a retired id are REF001's and REF002's.
    """
    for entry in context.library.entries():
        if isinstance(entry, Decision) or _all_notices(context, entry.id):
            continue
        for quote in context.quotes(entry):
            owner = _owner(context, quote)
            if owner not in ("", entry.id) and (said := _no_longer_holds(context, quote, owner)):
                message = f"this {_does(quote, owner)}, which {said}"
                finding = context.finding(RULE, entry.id, quote.pointer, message, _cure(context, owner))
                yield replace(finding, severity=Severity.WARNING) if said == _SUSPENDED else finding


def _owner(context: CheckContext, quote: Quote) -> str:
    """The entry that has what is quoted, or whose page is cited; empty where that is none, or this entry."""
    if quote.kind == "work":
        work = context.library.works.get(quote.target)
        return (work.entry or "") if work is not None else ""
    owner, sign, _ = quote.target.partition("#")
    return owner if quote.kind in _QUOTED and (sign or quote.kind not in _PARTS) else ""


def _does(quote: Quote, owner: str) -> str:
    if quote.kind == "work":
        return f"cites “{quote.target}”, a page of “{owner}”"
    return f"links to “{quote.target}”" if quote.kind == "entry" else f"quotes “{quote.target}”"


def _cure(context: CheckContext, owner: str) -> str:
    successor = context.retired.get(owner)
    return f"Name “{successor}”, which took its place." if successor else ""


def _no_longer_holds(context: CheckContext, quote: Quote, owner: str) -> str:
    if owner in context.retired:
        return "was retired" if quote.kind == "work" else ""
    states = _states(context, owner)
    audience = quote.pointer[-1] if quote.pointer else ""
    own = states.get(str(audience))
    notices = [own] if own is not None else list(states.values())
    stopped = [state for state in notices if state.is_notice]
    if not stopped or (own is None and len(stopped) < len(states)):
        return ""
    return f"is {stopped[0].state.value}"


def _states(context: CheckContext, entry_id: str) -> dict[str, EditionState]:
    """The states of the editions that the entry has, by audience."""
    entry: Entry | None = context.library.entry(entry_id)
    audiences = [audience.id for audience in context.library.editions_of(entry)] if entry is not None else []
    return {one: state for one in audiences if (state := context.states.get((entry_id, one))) is not None}


def _all_notices(context: CheckContext, entry_id: str) -> bool:
    states = _states(context, entry_id)
    return bool(states) and all(state.is_notice for state in states.values())
