"""A drug, condition, person or entry is named by an id that nothing has.

Bad:
    # content/drugs/ has azathioprine.yml.
    drug: azathioprin

Good:
    drug: azathioprine
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from generator.checks.context import CheckContext
from generator.checks.missing_entry import missing_entry
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.decision import Decision
from generator.model.entries.entry import Entry
from generator.model.library import Library
from generator.model.quotes import Quote

RULE = Rule(
    code="REF001",
    name="unknown-entry-quoted",
    severity=Severity.ERROR,
    summary="An id names an entry that is not there.",
    why="The page would lack what it quotes: the drug's name, the condition, who answers, or the link.",
    cure="Correct the id, or add the entry; the id is the file's name without its ending.",
)
SCOPE = Scope.ENTRY

_WANTED = {"drug": "drug", "condition": "condition", "person": "person", "entry": "entry"}


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every id of an entry that leads nowhere. What decisions name is another rule's."""
    if isinstance(entry, Decision):
        return
    for quote in context.quotes(entry):
        wanted = _wanted(quote)
        if wanted is not None and quote.target not in _known(context.library, wanted, quote.target):
            message, cure = missing_entry(context, quote.target, wanted)
            yield context.finding(RULE, entry.id, quote.pointer, message, cure)


def _wanted(quote: Quote) -> str | None:
    """What must have the id. The other drug of an interaction is a link only, and must be a drug all the same."""
    is_other_drug = not quote.inline and quote.pointer[-1:] == ("other_drug",)
    return "drug" if is_other_drug else _WANTED.get(quote.kind)


def _known(library: Library, kind: str, target: str) -> Container[str]:
    if kind == "drug":
        return library.drugs
    if kind == "condition":
        return library.conditions
    if kind == "person":
        return library.people
    return (target,) if library.entry(target) is not None else ()
