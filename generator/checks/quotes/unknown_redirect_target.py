"""A retired id leads nowhere, or is still in use.

Bad:
    # content/redirects.yml; no entry is called ivig-plexopathie.
    ivig-plexitis: ivig-plexopathie

Good:
    ivig-plexitis: ivig-plexopathy
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.missing_entry import missing_entry
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity

RULE = Rule(
    code="REF007",
    name="unknown-redirect-target",
    severity=Severity.ERROR,
    summary="A retired id leads nowhere, or is still in use.",
    why="Whoever follows an old link or a printed address finds no page, or the wrong one.",
    cure="Name an entry that exists behind the retired id.",
)
SCOPE = Scope.LIBRARY


def check(context: CheckContext) -> Iterator[Finding]:
    """Find redirects to nothing, and retired ids that an entry still has."""
    library = context.library
    for redirect in library.redirects:
        if library.entry(redirect.retired) is not None or redirect.retired in library.unreadable:
            message = f"“{redirect.retired}” is retired here, and an entry still has this id"
            yield RULE.finding(message, redirect.place, cure="Delete this line, or the entry's file.")
        elif library.entry(redirect.to) is None:
            message, cure = missing_entry(context, redirect.to, "entry")
            yield RULE.finding(message, redirect.place, cure=cure)
