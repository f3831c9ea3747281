"""A comma, semicolon, full stop or bracket runs into the next word or number.

Bad:
    wording: The hazard ratio was 0.47,95% CI 0.25 to 0.87.

Good:
    wording: The hazard ratio was 0.47, 95% CI 0.25 to 0.87.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.run_text import own_texts
from generator.diagnostics import Finding, Rule, Severity
from generator.pages.site_text import EditionText

RULE = Rule(
    code="WRD013",
    name="missing-space",
    severity=Severity.WARNING,
    summary="A space is missing after a punctuation mark.",
    why="Two numbers or words run into one: 0.47,95% reads as one number.",
    cure="Write a space.",
    basis=("ama-manual-2020",),
    judges=True,
)
SCOPE = Scope.SITE_TEXT

_NAMES = frozenset(
    {"cis", "trans", "alpha", "beta", "gamma", "delta", "ortho", "meta", "para", "endo", "exo", "sec", "tert"}
)
_SMALL = (
    "is|are|was|were|has|have|had|and|or|in|of|on|with|the|may|for|to|from|can|should|who|that|which|at|by"
)
_MAY_HAVE = re.compile(r"[,;.)][A-Za-z0-9]|[a-z]\([A-Z]")
_FOUND = (
    re.compile(r"(?<![\w.,])(?P<before>-?\d{1,6}\.\d{1,6}[,;])(?P<after>\d{1,3}(?:\.\d{1,3})?\s?%)"),
    re.compile(r"(?<![\w-])(?P<before>[a-z]{3,20}[,;])(?P<after>[A-Za-z]{3,20})(?![\w(\[-])"),
    re.compile(
        r"(?<![\w.,])(?P<before>\d{1,6}\s?(?:mg|mcg|g|kg|mL|ml)[,;])(?P<after>[a-z]{3,20})(?![\w(\[-])"
    ),
    re.compile(r"(?<=[a-z]{2}\s)(?P<before>\([^()]{2,60}\)[,;]?)(?P<after>(?:" + _SMALL + r"))\b"),
    re.compile(r"(?P<before>%[,;])(?P<after>[A-Za-z]{2,20})\b"),
    re.compile(r"(?<![\w.@/-])(?P<before>[a-z]{3,20}\.)(?P<after>[A-Z][a-z]{1,20})(?![\w.@-])"),
    re.compile(r"(?<![\w-])(?P<before>[a-z]{4,20})(?P<after>\([A-Z]{2,6}\))"),
)


def check(context: CheckContext, text: EditionText) -> Iterator[Finding]:
    """Find each mark that runs into what follows; names of substances have such marks by right."""
    for own in own_texts(context, text):
        for pattern in _FOUND if _MAY_HAVE.search(own.plain) else ():
            for found in pattern.finditer(own.plain):
                if found["before"].rstrip(",;") in _NAMES:
                    continue
                before, after = (own.written[slice(*found.span(name))] for name in ("before", "after"))
                message = f"a space is missing in “{before}{after}”"
                fix = own.fix(*found.span(), f"{before} {after}")
                yield own.finding(context, RULE, message, f"Write “{before} {after}”.", fix=fix)
