"""A summary has no recommendation that is marked as its main answer.

Bad:
    recommendations:
      - {id: azathioprine, direction: for, strength: conditional, certainty: low, wording: Try it.}

Good:
    recommendations:
      - {id: azathioprine, bottom_line: yes, direction: for, strength: conditional, certainty: low, wording: Try it.}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry
from generator.model.entries.summary import Summary

RULE = Rule(
    code="PRT002",
    name="missing-bottom-line",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="A summary has no main answer.",
    why="Readers in a hurry look for the answer at the top, and find none.",
    cure="Mark the recommendation that answers the question with bottom_line: yes.",
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find summaries whose question stays without an answer."""
    if isinstance(entry, Summary) and not any(one.bottom_line for one in entry.recommendations):
        message = "no recommendation is marked as the main answer"
        yield context.finding(RULE, entry.id, ("recommendations",), message)
