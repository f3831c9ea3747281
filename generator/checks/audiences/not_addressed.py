"""Patients are spoken about and not to: “the patient should” in place of “you”.

Bad:
    wording: {patient: The patient should drink enough.}

Good:
    wording: {patient: Drink enough. You can ask your nurse how much.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.works.lay_editions import lay_texts
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="AUD007",
    name="not-addressed",
    severity=Severity.NOTE,
    summary="Patients are spoken about and not to.",
    why="Readers do not take advice for theirs that seems to be meant for somebody else.",
    cure="Say “you”, or tell the reader what to do (drink enough).",
    basis=("pemat-2014",),
    judges=True,
)
SCOPE = Scope.ENTRY

_DUTY = (
    r"(?:should|must|ought to|needs? to|ha(?:s|ve) to|(?:is|are) (?:(?:advised|asked|urged|encouraged|told) )?to|"
    r"(?:is|are) advised)\b"
)
_WHICH = r"(?: (?:with|on|who|taking|over|under)(?: [\w-]+){1,5})?"
_ABOUT = re.compile(
    rf"\b(?:(?:the|a|any|each|every) patient|patients){_WHICH} {_DUTY}|\bthe patient will (?:be|have|need|take|get)\b",
    re.IGNORECASE,
)
_BY_OTHERS = "others_say"


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find advice to a third person in the words of lay editions. What other bodies say is theirs."""
    for _, told in lay_texts(context, entry):
        found = _ABOUT.search(told.words)
        if found and _BY_OTHERS not in told.pointer:
            message = f"“{found[0]}” speaks of the patient, who is the reader here"
            yield context.finding(RULE, entry.id, told.pointer, message)
