"""A decision names a person, an entry or an objection that is not there. A retired entry may be named.

Bad:
    # content/people/ has jane-doe.yml.
    decision: approve
    by: jane-do

Good:
    decision: approve
    by: jane-doe
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.missing_entry import missing_entry
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Pointer, Rule, Severity
from generator.model.entries.decision import Decision
from generator.model.entries.entry import Entry

RULE = Rule(
    code="DEC001",
    name="decision-about-unknown",
    severity=Severity.ERROR,
    summary="A decision names what is not there.",
    why="It would count for nothing, and nobody would notice.",
    cure="Correct the id, if the decision is not yet recorded; else record a new decision.",
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every id in a decision that leads nowhere."""
    if not isinstance(entry, Decision):
        return
    library = context.library
    if entry.by not in library.people:
        yield _missing(context, entry, ("by",), entry.by, "person")
    for index, covered in enumerate(entry.covers):
        if not _is_entry(context, covered.entry):
            yield _missing(context, entry, ("covers", index, "entry"), covered.entry, "entry")
    for index, resolved in enumerate(entry.resolves):
        if resolved not in library.decisions:
            yield _missing(context, entry, ("resolves", index), resolved, "decision")
    if entry.superseded_by is not None and not _is_entry(context, entry.superseded_by):
        yield _missing(context, entry, ("superseded_by",), entry.superseded_by, "entry")


def _is_entry(context: CheckContext, written: str) -> bool:
    return context.library.entry(written) is not None or written in context.retired


def _missing(context: CheckContext, entry: Decision, pointer: Pointer, written: str, wanted: str) -> Finding:
    message, cure = missing_entry(context, written, wanted)
    return context.finding(RULE, entry.id, pointer, message, cure)
