"""Two words, or a word and a quoted amount, stand together without a space.

Bad:
    wording: It is taken dailyfor a week, {quantity:5 mg}daily.

Good:
    wording: It is taken daily for a week, {quantity:5 mg} daily.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.own_marks import AMOUNT, CITED, FIGURE
from generator.checks.views.text.run_text import own_texts
from generator.diagnostics import Finding, Rule, Severity
from generator.pages.site_text import EditionText

RULE = Rule(
    code="WRD014",
    name="joined-words",
    severity=Severity.WARNING,
    summary="Two words stand together without a space.",
    why="A reader stumbles, and a search finds neither word.",
    cure="Write a space between them.",
    basis=("ama-manual-2020",),
    judges=True,
)
SCOPE = Scope.SITE_TEXT

_MARK = f"[{AMOUNT}{FIGURE}]+"
_FOUND = (
    re.compile(
        r"(?<![\w-])(?P<before>once|twice|daily|weekly|monthly|hourly|mg|mcg|mL|tablets?|capsules?|days|weeks|months|"
        r"hours|minutes)"
        r"(?P<after>for|every|once|twice|daily|weekly|with|and|per|until|over|after|before|orally|then)(?![\w-])"
    ),
    re.compile(rf"(?P<before>{_MARK})(?P<after>[a-z]{{2,20}})\b"),
    re.compile(rf"(?<![\w-])(?P<before>[a-z]{{1,20}})(?P<after>{FIGURE}+)"),
    re.compile(rf"(?P<before>{CITED}+)(?P<after>[A-Za-z]{{2,20}})\b"),
    re.compile(r"(?<![\w.@/-])(?P<before>[a-z]{3,20})(?P<after>[A-Z][a-z]{2,20})(?![\w-])"),
)


def check(context: CheckContext, text: EditionText) -> Iterator[Finding]:
    """Find words that are joined to a word of dosing, to a mark, or at a capital letter."""
    for own in own_texts(context, text):
        for pattern in _FOUND:
            for found in pattern.finditer(own.plain):
                if found[0].lower().endswith("rxiv"):  # preprint servers are spelt so
                    continue
                before, after = (own.written[slice(*found.span(name))] for name in ("before", "after"))
                message = f"“{before}{after}” is two words"
                fix = own.fix(*found.span(), f"{before} {after}") if pattern is not _FOUND[-1] else None
                yield own.finding(context, RULE, message, f"Write “{before} {after}”.", fix=fix)
