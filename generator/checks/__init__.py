"""What is demanded of a library. One rule is one file in a family's folder; the package walk finds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache

from generator.checks.context import CheckContext
from generator.checks.registry import Check, Scope, all_checks, all_rules
from generator.checks.waiving import Waiving
from generator.diagnostics import Finding
from generator.model.library import Library
from generator.model.outside_facts import GitHistory, Retractions
from generator.model.state import EditionState
from generator.pages.site_text import EditionText

__all__ = ["all_rules", "check", "rules_of_the_whole"]


def check(
    library: Library,
    states: Mapping[tuple[str, str], EditionState],
    today: date,
    editions: Iterable[EditionText] = (),
    *,
    retractions: Retractions | None = None,
    history: GitHistory | None = None,
    whole: bool = True,
) -> tuple[Finding, ...]:
    """Every finding of every rule, in the order of files and lines. Never raises, whatever the library holds.

    ``states`` has the state of each edition by entry id and audience id; an edition that it does not name is held
    to the draft gate. ``editions`` is what readers will read. The same finding is given once. Findings that a waiver
    of the library covers carry it. Unless the library is looked at as a ``whole``, rules that need all its entries, or
    all findings, do not run.
    """
    context = CheckContext(library, states, today, tuple(editions), retractions, history)
    found = tuple(dict.fromkeys(_findings(context, whole)))
    last = _of(Scope.FINDINGS) if whole else ()
    judged = [finding for one in last for finding in one.run(context, found)]
    waiving = Waiving(library.waivers)
    waived = (waiving.waive(finding, today) for finding in found)
    return tuple(sorted((*waived, *judged), key=lambda finding: finding.sort_key))


def rules_of_the_whole() -> int:
    """How many rules run only where the whole library is looked at."""
    return len(_of(Scope.LIBRARY)) + len(_of(Scope.FINDINGS))


def _findings(context: CheckContext, whole: bool) -> Iterator[Finding]:
    for entry in context.library.entries():
        for one in _of(Scope.ENTRY):
            yield from one.run(context, entry)
    for text in context.texts:
        for one in _of(Scope.SITE_TEXT):
            yield from one.run(context, text)
    for one in _of(Scope.LIBRARY) if whole else ():
        yield from one.run(context)


@cache
def _of(scope: Scope) -> tuple[Check, ...]:
    return tuple(one for one in all_checks() if one.scope is scope)
