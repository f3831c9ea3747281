"""An entry is written for an audience that the site does not have.

Bad:
    # content/audiences/ has patient.yml.
    audiences: [patients]

Good:
    audiences: [patient]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Pointer, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="REF005",
    name="unknown-audience",
    severity=Severity.ERROR,
    summary="An audience is named that the site does not have.",
    why="Nobody would be shown what is written for it.",
    cure="Correct the name, or add the audience; its name is its file's name without the ending.",
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find unknown audiences where an entry declares them, and in wordings those that it does not declare."""
    declared = getattr(entry, "audiences", ())
    for pointer, audience in _named(context, entry, frozenset(declared)):
        if audience in context.library.unreadable:
            message = f"the audience “{audience}” cannot be used, because its file has errors of its own"
            cure = f"Mend the findings in the file of “{audience}” first."
        else:
            message = f"there is no audience “{audience}”"
            cure = context.near("audiences", context.library.audiences).did_you_mean(audience)
        yield context.finding(RULE, entry.id, pointer, message, cure)


def _named(context: CheckContext, entry: Entry, declared: frozenset[str]) -> Iterator[tuple[Pointer, str]]:
    known = context.library.audiences
    for name in ("audiences", "regimens_for"):
        for index, audience in enumerate(getattr(entry, name, ())):
            if audience not in known:
                yield (name, index), audience
    for pointer, audience, _ in context.wordings(entry):
        if audience not in known and audience not in declared and pointer[-1] == audience:
            yield pointer, audience
