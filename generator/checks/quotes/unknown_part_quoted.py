"""A dose, a figure, an option, a recommendation or a step is named by an id that the entry does not have.

Bad:
    doses:
      azathioprine: {drug: azathioprine, purpose: recommended, amount: 50 mg, every: 1 d}
    options:
      - {id: azathioprine-option, title: Azathioprine, line: 2, doses: [azathioprin]}

Good:
    doses:
      azathioprine: {drug: azathioprine, purpose: recommended, amount: 50 mg, every: 1 d}
    options:
      - {id: azathioprine-option, title: Azathioprine, line: 2, doses: [azathioprine]}
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.checks.context import CheckContext
from generator.checks.missing_entry import missing_entry
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Pointer, Rule, Severity
from generator.model.algorithm import Branch, Step, walk_steps
from generator.model.entries.decision import Decision
from generator.model.entries.entry import Entry
from generator.model.entries.summary import Summary
from generator.model.field import Part
from generator.model.quotes import Quote
from generator.model.recommendation import Option, OptionGroup
from generator.model.safety import Pitfall

RULE = Rule(
    code="REF002",
    name="unknown-part-quoted",
    severity=Severity.ERROR,
    summary="An id names a part that the entry does not have.",
    why="What is quoted would be missing on the page, and nobody would see that it was meant to stand there.",
    cure="Correct the id, or add the part; a dose of another entry is quoted as {dose:entry#id}.",
)
SCOPE = Scope.ENTRY

_FIELDS = {"dose": ("dose", "doses"), "stat": ("figure", "evidence")}


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every id of a part that leads nowhere. A decision names doses of what it covers, be they gone by now."""
    if isinstance(entry, Decision):
        return
    for kind, written, pointer, known in _named_parts(context, entry):
        if written not in known:
            names = context.near(f"{kind} of {entry.id}", sorted(known))
            message = f"this entry has no {kind} “{written}”"
            yield context.finding(RULE, entry.id, pointer, message, names.did_you_mean(written))
    for quote in context.quotes(entry):
        if quote.kind in _FIELDS and "#" in quote.target:
            yield from _elsewhere(context, entry, quote)


def _named_parts(context: CheckContext, entry: Entry) -> Iterator[tuple[str, str, Pointer, Collection[str]]]:
    for quote in context.quotes(entry):
        if quote.kind in _FIELDS and "#" not in quote.target:
            noun, field = _FIELDS[quote.kind]
            yield noun, quote.target, quote.pointer, getattr(entry, field, {})
    if isinstance(entry, Summary):
        steps = {step.id for _, step in walk_steps(entry.algorithm)}
        options = {option.id for option in entry.options}
        recommendations = {one.id for one in entry.recommendations}
        for pointer, part in context.parts(entry):
            yield from _named_by(part, pointer, steps, options, recommendations)


def _named_by(
    part: Part, pointer: Pointer, steps: set[str], options: set[str], recommendations: set[str]
) -> Iterator[tuple[str, str, Pointer, Collection[str]]]:
    if isinstance(part, Branch):
        yield "step", part.go, (*pointer, "go"), steps
    elif isinstance(part, Step) and part.option is not None:
        yield "option", part.option, (*pointer, "option"), options
    elif isinstance(part, Pitfall) and part.guards is not None:
        yield "step", part.guards, (*pointer, "guards"), steps
    elif isinstance(part, Option) and part.recommendation is not None:
        yield "recommendation", part.recommendation, (*pointer, "recommendation"), recommendations
    elif isinstance(part, OptionGroup):
        for index, option in enumerate(part.options):
            yield "option", option, (*pointer, "options", index), options


def _elsewhere(context: CheckContext, entry: Entry, quote: Quote) -> Iterator[Finding]:
    noun, field = _FIELDS[quote.kind]
    owner_id, _, part_id = quote.target.partition("#")
    owner = context.library.entry(owner_id)
    if owner is None:
        message, cure = missing_entry(context, owner_id, "entry")
        yield context.finding(RULE, entry.id, quote.pointer, message, cure)
    elif part_id not in (known := getattr(owner, field, {})):
        message = f"the entry “{owner_id}” has no {noun} “{part_id}”"
        cure = context.near(f"{noun} of {owner_id}", sorted(known)).did_you_mean(part_id)
        yield context.finding(RULE, entry.id, quote.pointer, message, cure)
