"""A sign such as >, @, & or + stands in a dose in place of a word.

Bad:
    wording: Doses > {quantity:10 mg} are given @ {quantity:5 mg/h}.

Good:
    wording: Doses of more than {quantity:10 mg} are given at {quantity:5 mg/h}.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.dose_setting import NOT_MEASURED, UNIT, speaks_of_dosing
from generator.checks.views.text.own_marks import AMOUNT
from generator.checks.views.text.run_text import own_texts
from generator.diagnostics import Finding, Rule, Severity
from generator.pages.site_text import EditionText

RULE = Rule(
    code="WRD003",
    name="error-prone-sign",
    severity=Severity.WARNING,
    summary="A sign stands in a dose in place of a word.",
    why="The sign has been read as a digit or as its opposite: > as 7, @ as 2, + as 4.",
    cure="Write the word: more than, less than, at, and, per.",
    basis=("ismp-error-prone",),
    judges=True,
)
SCOPE = Scope.SITE_TEXT

_WORDS = {
    ">": "more than",
    "<": "less than",
    "≥": "at least",
    "≤": "at most",
    "@": "at",
    "&": "and",
    "+": "and",
}
_DOSE = rf"(?:{AMOUNT}+|\d[\d,.]{{0,12}}\s?{UNIT}{NOT_MEASURED})"
_COMPARED = re.compile(rf"(?P<sign>[<>≥≤])\s?{_DOSE}")
_BEFORE_DOSE = re.compile(rf"(?P<sign>@)\s?{_DOSE}")
_BETWEEN = re.compile(rf"{_DOSE}\s?(?P<sign>[&+])\s?(?={_DOSE})")
_PER = re.compile(
    r"\b(?:tablets?|capsules?|puffs?|drops|times|once|twice)(?P<sign>/)(?:day|d|24 ?h|week|wk|w|month|night)\b"
)


def check(context: CheckContext, text: EditionText) -> Iterator[Finding]:
    """Find each sign beside a dose."""
    for own in own_texts(context, text):
        for found in _signs(own.plain):
            message = f"in “{own.shown(*found.span())}” the sign {found['sign']} is easily misread"
            yield own.finding(context, RULE, message, _cure(found["sign"]))


def _signs(plain: str) -> Iterator[re.Match[str]]:
    for pattern in (_BEFORE_DOSE, _BETWEEN, _PER):
        yield from pattern.finditer(plain)
    for found in _COMPARED.finditer(plain):
        if speaks_of_dosing(plain, found.start(), found.end()):
            yield found


def _cure(sign: str) -> str:
    return (
        f"Write “{_WORDS[sign]}” for it." if sign in _WORDS else "Write words: 2 tablets a day, once weekly."
    )
