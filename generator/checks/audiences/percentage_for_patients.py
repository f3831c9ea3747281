"""Patients are told a chance as a percentage, without the people whom it counts.

A percentage beside which the counts stand (“14%, or 1 in 7”) is well. Strengths (1% cream) and laboratory values in
percent are no chances.

Bad:
    wording: {patient: Side effects occurred in 14.3% of people.}

Good:
    wording: {patient: 1 in 7 people had side effects.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.sentences import sentences
from generator.checks.views.works.lay_editions import lay_texts
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="AUD004",
    name="percentage-for-patients",
    severity=Severity.WARNING,
    summary="Patients are told a chance as a percentage, without the people whom it counts.",
    why="Most people grasp “1 in 7” at once, and many misjudge a percentage.",
    cure="Write how many people of how many, such as 1 in 7, with the same second number for all that is compared.",
    basis=("nhs-content-guide", "cdc-clear-communication-2014"),
    judges=True,
)
SCOPE = Scope.ENTRY

_PERCENT = re.compile(r"(?<![\w.])\d+(?:\.\d+)? ?(?:%|per ?cent\b)", re.IGNORECASE)
_COUNTS = re.compile(
    r"\b(?:(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine) (?:in|of|out of)(?: every)? \d|"
    r"half|third|quarter)",
    re.IGNORECASE,
)
_CHANCE = re.compile(
    r"\b(?:people|persons?|patients?|adults?|wom[ae]n|m[ae]n|children|babies|those|cases|chances?|risks?|likel\w+|rates?|"
    r"side effects?|get|gets|got|had|have|felt|feel|improved?|better|worse|relapses?|died?|surviv\w+|occur\w*)\b",
    re.IGNORECASE,
)
_OF_A_PRODUCT = re.compile(
    r"\s*(?:\w+ )?(?:cream|gel|ointment|solution|lotion|drops|spray|shampoo|foam|patch|saline|glucose|dextrose|alcohol|"
    r"bleach|strength|mouthwash|oxygen|discount|salt water)\b",
    re.IGNORECASE,
)
_NO_CHANCE = re.compile(
    r"\b(?:oxygen|saturation|HbA1c|A1c|haematocrit|hematocrit|ejection fraction|lung function|kidney function|"
    r"level|blood test|of (?:your|the|its|their|normal)\b)",
    re.IGNORECASE,
)
_CERTAINTIES = ("0", "100")


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find percentages that tell a chance to lay readers."""
    for _, told in lay_texts(context, entry):
        for sentence in sentences(told.words):
            if _tells_a_chance(sentence):
                for found in _PERCENT.finditer(sentence):
                    if not _is_no_chance(sentence, found):
                        message = f"“{found[0]}” tells patients a chance as a percentage"
                        yield context.finding(RULE, entry.id, told.pointer, message)


def _tells_a_chance(sentence: str) -> bool:
    """Whether a sentence is about chances or people, without counting them."""
    has_counts = _COUNTS.search(sentence) or _NO_CHANCE.search(sentence)
    return not has_counts and _CHANCE.search(sentence) is not None


def _is_no_chance(sentence: str, found: re.Match[str]) -> bool:
    number = found[0].rstrip("% percntPERCNT")
    return number in _CERTAINTIES or _OF_A_PRODUCT.match(sentence, found.end()) is not None
