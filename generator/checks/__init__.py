"""What is demanded of a library. One rule is one file in a family's folder; the package walk finds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.checks.context import CheckContext
from generator.checks.registry import Scope, all_checks, all_rules
from generator.diagnostics import Finding
from generator.model.library import Library
from generator.model.state import EditionState

__all__ = ["all_rules", "check"]


def check(
    library: Library, states: Mapping[tuple[str, str], EditionState], today: date
) -> tuple[Finding, ...]:
    """Every finding of every rule, in the order of files and lines. Never raises, whatever the library holds.

    ``states`` has the state of each edition by entry id and audience id; an edition that it does not name is held
    to the draft gate. The same finding is given once.
    """
    context = CheckContext(library, states, today)
    found = dict.fromkeys(_findings(context))
    return tuple(sorted(found, key=lambda finding: finding.sort_key))


def _findings(context: CheckContext) -> Iterator[Finding]:
    checks = all_checks()
    of_entries = [one for one in checks if one.scope is Scope.ENTRY]
    for entry in context.library.entries():
        for one in of_entries:
            yield from one.run(context, entry)
    for one in checks:
        if one.scope is Scope.LIBRARY:
            yield from one.run(context)
