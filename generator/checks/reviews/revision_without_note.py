"""An entry was approved again with another text, and no change note tells readers what changed.

A note counts if its day is not before that of the approval of the older text. Approving the same text again needs none.

Bad:
    # Approved on 2026-03-01, and with another text on 2026-10-01.
    changes:
      - {date: 2026-02-20, kind: major, note: First published.}

Good:
    changes:
      - {date: 2026-02-20, kind: major, note: First published.}
      - {date: 2026-09-28, kind: minor, note: The interval of the blood counts was made clearer.}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.works.entry_decisions import approvals_by_entry
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.decision import Decision

RULE = Rule(
    code="REV003",
    name="revision-without-note",
    severity=Severity.NOTE,
    at_publish=Severity.WARNING,
    summary="An entry was approved again with another text, and no note says what changed.",
    why="Readers who knew the older text, with its dose or its advice, are not told that it has changed.",
    cure="Add the day, major or minor, and a sentence for readers under changes.",
    basis=("govuk-change-notes-2013", "silberg-1997"),
)
SCOPE = Scope.LIBRARY


def check(context: CheckContext) -> Iterator[Finding]:
    """Find entries whose newest approved text is newer than their newest note."""
    for entry_id, approvals in sorted(approvals_by_entry(context.library).items()):
        entry = context.library.entry(entry_id)
        revision = _newest_revision(entry_id, approvals)
        if entry is None or revision is None:
            continue
        before, after = revision
        newest = max((change.date for change in entry.changes), default=None)
        if newest is None or newest < before.at.date():
            noted = f"the newest note is of {newest.isoformat()}" if newest else "there is no note"
            message = f"another text was approved on {after.at.date().isoformat()}, and {noted}"
            yield context.finding(RULE, entry_id, ("changes",) if entry.changes else (), message)


def _newest_revision(entry_id: str, approvals: Iterable[Decision]) -> tuple[Decision, Decision] | None:
    """The last approval of one text and the first of the next, whatever the edition; the newest such pair."""
    last: dict[str, tuple[str, Decision]] = {}
    found = None
    for decision in approvals:
        for audience, digest in _texts(entry_id, decision):
            known = last.get(audience)
            if known is not None and _is_other_text(known[0], digest):
                found = (known[1], decision)
            last[audience] = (digest, decision)
    return found


def _texts(entry_id: str, decision: Decision) -> Iterator[tuple[str, str]]:
    for covered in decision.covers:
        if covered.entry == entry_id:
            for edition in covered.editions:
                yield edition.audience, edition.digest


def _is_other_text(one: str, other: str) -> bool:
    """Digests of different versions (the word before the colon) cannot be compared."""
    return one != other and one.partition(":")[0] == other.partition(":")[0]
