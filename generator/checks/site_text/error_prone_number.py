"""The number of a dose is a Roman numeral, a fraction with a stroke, or a strength as a ratio.

Bad:
    wording: Take 1/2 tablet; then ii tablets.

Good:
    wording: Take half a tablet; then 2 tablets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.dose_setting import clause
from generator.checks.views.text.run_text import own_texts
from generator.diagnostics import Finding, Rule, Severity
from generator.pages.site_text import EditionText

RULE = Rule(
    code="WRD004",
    name="error-prone-number",
    severity=Severity.WARNING,
    summary="The number of a dose is written in a form that is misread.",
    why="The fraction 1/2 has been read as 1 or 2, a Roman numeral as a letter, a ratio as another strength.",
    cure="Write digits or words: half a tablet, 2 tablets, {quantity:1 mg/mL}.",
    basis=("ismp-error-prone",),
    judges=True,
)
SCOPE = Scope.SITE_TEXT

_FORMS = r"(?:tablets?|tabs?|capsules?|drops|puffs?|sprays?|lozenges?|mg|mL)\b"
_FRACTION = re.compile(rf"(?<![\w/.,])(?:\d\s)?[1-3]/[2-4]\s?(?:a\s|of a\s)?{_FORMS}")
_ROMAN = re.compile(rf"(?<![\w/-])(?:ii|iii|iv|vi|vii|viii|x|II|III|VI|VII|VIII|X)\s{_FORMS}")
_KIND_BEFORE = re.compile(
    r"(?:factor|type|phase|grade|class|stage|schedule|group|part|step|antithrombin|angiotensin)\s\Z", re.I
)
_RATIO = re.compile(r"(?<![\w:.,])1\s?:\s?\d{1,3}(?:,?000)+(?![\w:])")
_STRENGTH = re.compile(
    r"\b(?:epinephrine|adrenaline|isoprenaline|isoproterenol|neostigmine|injection|ampoules?|ampules?|solution|"
    r"strength|syringes?)\b",
    re.I,
)
_NO_STRENGTH = re.compile(
    r"\b(?:tit(?:re|er)s?|dilut\w+|births?|prevalence|incidence|risk|ratio|antibod\w+|people|population|scale)\b",
    re.I,
)


def check(context: CheckContext, text: EditionText) -> Iterator[Finding]:
    """Find each such number beside a form of medicine or in a strength."""
    for own in own_texts(context, text):
        for found in (*_FRACTION.finditer(own.plain), *_romans(own.plain), *_ratios(own.plain)):
            message = f"the number in “{own.shown(found.start(), found.end())}” is easily misread"
            yield own.finding(context, RULE, message)


def _romans(plain: str) -> Iterator[re.Match[str]]:
    for found in _ROMAN.finditer(plain):
        if not _KIND_BEFORE.search(plain[max(0, found.start() - 16) : found.start()]):
            yield found


def _ratios(plain: str) -> Iterator[re.Match[str]]:
    for found in _RATIO.finditer(plain):
        around = clause(plain, found.start(), found.end())
        if _STRENGTH.search(around) and not _NO_STRENGTH.search(around):
            yield found
