"""Doses quote each other in a circle.

Bad:
    doses:
      first: {drug: examplin, purpose: recommended, amount: 5 mg, remark: "After it, {dose:second}."}
      second: {drug: otherin, purpose: recommended, amount: 2 g, remark: "Before it, {dose:first}."}

Good:
    doses:
      first: {drug: examplin, purpose: recommended, amount: 5 mg, remark: "After it, {dose:second}."}
      second: {drug: otherin, purpose: recommended, amount: 2 g, remark: After the other drug.}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.circles import circles
from generator.diagnostics import Finding, Pointer, Rule, Severity
from generator.model.entries.entry import Entry
from generator.model.quotes import Quote

RULE = Rule(
    code="REF010",
    name="circular-dose-quote",
    severity=Severity.ERROR,
    summary="Doses quote each other in a circle.",
    why="A dose is shown with the doses that it quotes: in a circle the words of it would never end.",
    cure="Take one of these quotes out: say in words what is meant, or name the other drug without its dose.",
)
SCOPE = Scope.LIBRARY

_Quoted: TypeAlias = Mapping[str, Mapping[str, Pointer]]
"""Of each dose (``entry#id``) the doses that it quotes, each with the place of the first quote."""


def check(context: CheckContext) -> Iterator[Finding]:
    """Find each circle once, at its first dose in the order of the library. That a dose differs is no quote of it."""
    quoted = _quoted_doses(context)
    for circle in circles(quoted):
        entry_id = circle[0].partition("#")[0]
        yield context.finding(RULE, entry_id, quoted[circle[0]][circle[1]], _message(circle, entry_id))


def _quoted_doses(context: CheckContext) -> _Quoted:
    return {
        f"{entry.id}#{dose_id}": quotes
        for entry in context.library.editioned()
        for dose_id, quotes in _by_dose(context, entry).items()
    }


def _by_dose(context: CheckContext, entry: Entry) -> dict[str, dict[str, Pointer]]:
    found: dict[str, dict[str, Pointer]] = {}
    for quote in context.quotes(entry):
        if quote.kind == "dose" and quote.pointer[0] == "doses" and not _only_differs(quote):
            target = quote.target if "#" in quote.target else f"{entry.id}#{quote.target}"
            found.setdefault(str(quote.pointer[1]), {}).setdefault(target, quote.pointer)
    return found


def _only_differs(quote: Quote) -> bool:
    return not quote.inline and quote.pointer[-2] == "differs_from"


def _message(circle: tuple[str, ...], entry_id: str) -> str:
    named = [f"“{dose.removeprefix(f'{entry_id}#')}”" for dose in circle]
    if len(set(circle)) == 1:
        return f"the dose {named[0]} quotes itself"
    return f"doses quote each other in a circle: {named[0]} quotes {', which quotes '.join(named[1:])}"
