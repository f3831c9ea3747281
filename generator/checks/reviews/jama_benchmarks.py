"""A page does not meet the four JAMA benchmarks: authorship, attribution, disclosure, currency.

The benchmarks ask for authors with their credentials, for the references, for interests and funding, and for the days
of posting and updating. One note for each page tells its score and names what is missing.

Bad:
    # Nobody is named, and there is no day.
    kind: summary
    question: Does examplin help?

Good:
    # Jane Roe has credentials; who approved the page declared their interests.
    kind: summary
    question: Does examplin help?
    authors: [jane-roe]
    changes:
      - {date: 2026-11-20, kind: major, note: First published.}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.works.entry_decisions import approvals_by_entry
from generator.diagnostics import Finding, Rule, Severity
from generator.model import jama_benchmarks as benchmarks

RULE = Rule(
    code="REV007",
    name="jama-benchmarks",
    severity=Severity.NOTE,
    summary="A page does not meet the four JAMA benchmarks.",
    why="A reader cannot judge who speaks, on what grounds, in whose interest, and as of when.",
    cure="Add what is named: authors, references, declared interests, or a change note with its day.",
    basis=("silberg-1997",),
)
SCOPE = Scope.LIBRARY


def check(context: CheckContext) -> Iterator[Finding]:
    """Give each page its score, unless it is four of four."""
    approvals = approvals_by_entry(context.library)
    for entry in context.library.editioned():
        found = benchmarks.jama_benchmarks(
            context.library, entry, context.quotes(entry), approvals.get(entry.id, ())
        )
        if found.gaps:
            message = f"{found.score} of 4 JAMA benchmarks are met; missing: {'; '.join(found.gaps)}"
            yield context.finding(RULE, entry.id, (), message)
