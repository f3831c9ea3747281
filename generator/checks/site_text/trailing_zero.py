"""A dose has a zero behind its decimal point that says nothing.

Bad:
    wording: Examplin 1.0 mg is given.

Good:
    wording: Examplin {quantity:1 mg} is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.dose_setting import NOT_MEASURED, UNIT, UP_TO_MORE, is_measured
from generator.checks.views.text.run_text import own_texts
from generator.diagnostics import Finding, Rule, Severity
from generator.pages.site_text import EditionText

RULE = Rule(
    code="WRD006",
    name="trailing-zero",
    severity=Severity.WARNING,
    summary="A dose ends in a zero behind the decimal point.",
    why="Where the point is overlooked, 1.0 mg is read as 10 mg.",
    cure="Write the whole number without point and zero.",
    basis=(
        "joint-commission-do-not-use",
        "ismp-error-prone",
    ),
    judges=True,
)
SCOPE = Scope.SITE_TEXT

_FOUND = re.compile(
    rf"(?<![\w.,])(?P<kept>\d[\d,]{{0,12}}(?P<part>\.\d{{0,6}}[1-9])?)(?(part)|\.)0+(?P<rest>\s?{UNIT}{NOT_MEASURED}|{UP_TO_MORE})"
)
_COMPUTED = re.compile(
    r"\b(?:means?|average[ds]?|medians?|SDs?|standard deviations?|interquartile|IQR)\b|±", re.I
)
_ENDS = re.compile(r"[.!?]\s")
_REACH = 200
_AS_EXACT = re.compile(r"\d\.\d*[1-9](?!\d)")


def check(context: CheckContext, text: EditionText) -> Iterator[Finding]:
    """Find each such number with the unit of a dose, outside what is measured or computed."""
    for own in own_texts(context, text):
        for found in _FOUND.finditer(own.plain):
            if is_measured(own.plain, *found.span()) or _is_computed(own.plain, found):
                continue
            written = own.shown(found.start(), found.end())
            better = found["kept"] + found["rest"]
            message = f"“{written}” can be read as {'a hundred' if found['part'] else 'ten'} times as much"
            fix = own.fix(found.start(), found.end(), better)
            yield own.finding(context, RULE, message, f"Write “{better}”.", fix=fix)


def _is_computed(plain: str, found: re.Match[str]) -> bool:
    """Whether it is a mean or the like, printed as exactly as the other numbers beside it: 5.0 mg (SD 1.2 mg)."""
    start, end = found.span()
    before, after = plain[max(0, start - _REACH) : start], plain[end : end + _REACH]
    beside = _ENDS.split(before)[-1] + " " + _ENDS.split(after)[0]
    return _COMPUTED.search(beside) is not None and _AS_EXACT.search(beside) is not None
