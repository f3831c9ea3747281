"""One thing has two names or spellings on a page, or a name that its readers are not given.

Bad:
    wording: {patient: It has fewer adverse effects and side effects.}

Good:
    wording: {patient: It has fewer side effects.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.checks.context import CheckContext
from generator.checks.once import once
from generator.checks.registry import Scope
from generator.checks.views.text.designations import Forms, cells, told
from generator.checks.views.text.run_text import OwnText, own_texts, profile_of
from generator.checks.views.text.spelt_out import is_said_so
from generator.diagnostics import Finding, Rule, Severity
from generator.pages.site_text import EditionText

RULE = Rule(
    code="WRD018",
    name="one-term-per-thing",
    severity=Severity.WARNING,
    summary="One thing has two names or two spellings on a page.",
    why="A reader wonders whether two things are meant, and a search finds only half of the places.",
    cure="Choose one and write it everywhere on the page.",
    basis=(
        "nhs-health-writing",
        "ama-manual-2020",
    ),
    judges=True,
)
SCOPE = Scope.SITE_TEXT

_HYPHENED = re.compile(r"(?<![\w-])([a-z]{3,20})-([a-z]{4,20})(?![\w-])", re.I)
_WORD = re.compile(r"(?<![\w-])[a-z]{7,40}(?![\w-])", re.I)
_Row = Mapping[str, Any]


def check(context: CheckContext, text: EditionText) -> Iterator[Finding]:
    """Find words that are avoided, and two spellings of one word in the same edition."""
    own = own_texts(context, text)
    yield from _listed(context, text, own)
    closed = {word[0].lower() for one in own for word in _WORD.finditer(one.plain)}
    for one in own:
        for found in _HYPHENED.finditer(one.plain):
            is_said = is_said_so(one.plain, *found.span())
            if (word := (found[1] + found[2]).lower()) in closed and not is_said:
                message = f"the page writes both “{found[0].lower()}” and “{word}”"
                yield one.finding(context, RULE, message)


def _listed(context: CheckContext, text: EditionText, own: tuple[OwnText, ...]) -> Iterator[Finding]:
    forms, rows = once(context, _index)
    profile = profile_of(context, text)
    first: dict[int, str] = {}
    for one in own:
        for found in forms.found_in(one.plain):
            word = found[1].lower()
            row = rows[word]
            if (profiles := cells(row, "profiles")) and profile not in profiles:
                continue
            if "prefer" in row:
                better = told(row, "prefer")
                message = f"“{found[1]}” is called “{better}” on these pages"
                yield one.finding(context, RULE, message, f"Write “{better}”.")
            elif first.setdefault(id(row), word) != word:
                message = f"the page writes both “{first[id(row)]}” and “{word}”"
                yield one.finding(context, RULE, message)


def _index(context: CheckContext) -> tuple[Forms, Mapping[str, _Row]]:
    listed = context.facts("preferred-terms").rows
    rows = {word.lower(): row for row in listed for word in cells(row, "avoid")}
    return Forms(rows, ignore_case=True), rows
