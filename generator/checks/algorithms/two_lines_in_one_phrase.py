"""A phrase names two lines of treatment for one treatment.

Bad:
    wording: Examplin is recommended as first-line second-line therapy.

Good:
    wording: Examplin is the first choice among second-line treatments.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.claims.line_in_text import two_lines_at_once
from generator.checks.views.text.plain_words import plain_words
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="ALG003",
    name="two-lines-in-one-phrase",
    severity=Severity.WARNING,
    summary="A phrase names two lines of treatment for one treatment.",
    why="The reader cannot tell whether the treatment comes first or after another has failed.",
    cure="Name one line; for the first choice within a line say “the first choice among second-line treatments”.",
    basis=("agree-ii-2010",),
    judges=True,
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find "first-line second-line" and the like."""
    for pointer, _, text in context.wordings(entry):
        for phrase in two_lines_at_once(plain_words(text)) if "line" in text.casefold() else ():
            yield context.finding(RULE, entry.id, pointer, f"“{phrase}” names two lines of treatment at once")
