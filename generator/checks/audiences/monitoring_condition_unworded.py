"""A check is told to an audience that gets no words for its end or for what is done at a value.

The page prints a gap mark in their place.

Bad:
    audiences: [clinician, patient]
    monitoring:
      - id: blood-count
        drug: examplin
        test: {clinician: Full blood count, patient: A blood test}
        thresholds:
          - {of: neutrophils, value: less than 1 10*9/L, action: Stop examplin.}

Good:
    audiences: [clinician, patient]
    monitoring:
      - id: blood-count
        drug: examplin
        test: {clinician: Full blood count, patient: A blood test}
        thresholds:
          - {of: neutrophils, value: less than 1 10*9/L, action: {clinician: Stop it., patient: Your team stops it.}}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.walk import walk_fields, walk_parts
from generator.diagnostics import Finding, Pointer, Rule, Severity
from generator.model.edition import fields_shown
from generator.model.entries.audience import Audience
from generator.model.entries.entry import Entry
from generator.model.safety import Monitoring
from generator.model.text import Wording

RULE = Rule(
    code="AUD015",
    name="monitoring-condition-unworded",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="A check is told to an audience without its end, or without what is done at a value.",
    why="A value without what is done at it leaves a reader alone, so the page prints a gap in its place.",
    cure="Write the words for this audience too.",
    basis=("cfr-medication-guide",),
)
SCOPE = Scope.ENTRY

_FIELDS = ("baseline_checks", "monitoring")


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find conditions of checks that stay unworded for an audience that is told the check."""
    for field in _FIELDS:
        for index, item in enumerate(getattr(entry, field, ())):
            for audience in _told(context, entry, field, item):
                for pointer, what in _unworded(item, (field, index), audience.id):
                    message = f"{what} of the check “{item.id}” has no words for “{audience.id}”"
                    yield context.finding(RULE, entry.id, pointer, message)


def _told(context: CheckContext, entry: Entry, field: str, item: Monitoring) -> Iterator[Audience]:
    """The audiences that get the check: they have words for its test, and a section that shows it."""
    for audience in context.library.editions_of(entry):
        is_shown = not hasattr(entry, "audiences") or field in fields_shown(audience)
        if is_shown and item.test.for_audience(audience.id) is not None:
            yield audience


def _unworded(item: Monitoring, pointer: Pointer, audience: str) -> Iterator[tuple[Pointer, str]]:
    for above, part in walk_parts(item, pointer):
        for below, value in walk_fields(part, above) if part.keeps_limits else ():
            if isinstance(value, Wording) and value.for_audience(audience) is None:
                yield below, "the end" if below[-1] == "until" else "what is done at a value"
    told_action = isinstance(item.action, Wording) and item.action.for_audience(audience) is not None
    if told_action and isinstance(item.threshold, Wording) and item.threshold.for_audience(audience) is None:
        yield (*pointer, "threshold"), "the value that something is done at"
