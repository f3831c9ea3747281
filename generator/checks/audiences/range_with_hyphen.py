"""A range in a patient’s words is joined by a hyphen or dash in place of “to”.

Bad:
    wording: {patient: It works after 10-20 days.}

Good:
    wording: {patient: It works after 10 to 20 days.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.plain_words import QUOTED, plain_words
from generator.checks.views.works.lay_editions import Told, lay_texts
from generator.diagnostics import Finding, Fix, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="AUD006",
    name="range-with-hyphen",
    severity=Severity.WARNING,
    summary="A range in a patient’s words is joined by a hyphen in place of “to”.",
    why="A hyphen is overread or taken for a minus sign, and a screen reader may leave it out.",
    cure="Write “to” between the numbers.",
    basis=("nhs-content-guide",),
    judges=True,
)
SCOPE = Scope.ENTRY

_NUMBER = r"\d{1,4}(?:\.\d{1,3})?"
_RANGE = re.compile(
    rf"(?<![\w.,/:+({QUOTED}-])\(?(?P<all>(?P<low>{_NUMBER}) ?[-‐‑–—] ?(?P<high>{_NUMBER}))(?![\w/:]|[-‐‑–—]\d|\.\d)"
)
_BETWEEN = re.compile(r"\bbetween (?:about )?\Z", re.IGNORECASE)
_NOT_COUNTED = re.compile(
    r"\b(?:call|ring|phone|dial|text|tel|telephone|number|extension|isbn|version|pages?|score of)\b[^.]*\Z",
    re.IGNORECASE,
)


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find ranges that rise and are joined by a sign, in the words of lay editions."""
    for _, told in lay_texts(context, entry):
        for found in _RANGE.finditer(told.words):
            rises = Decimal(found["low"]) < Decimal(found["high"])
            if rises and not _NOT_COUNTED.search(told.words[: found.start()]):
                message = f"“{found['all']}” is joined by a sign"
                yield context.finding(RULE, entry.id, told.pointer, message, fix=_fix(told, found))


def _fix(told: Told, found: re.Match[str]) -> Fix | None:
    """Only where the same signs stand nowhere else in the text: not in a link, a mark or a citation."""
    written = found["all"]
    if _BETWEEN.search(told.words[: found.start("all")]) or told.source.count(written) != 1:
        return None
    if plain_words(told.source).count(written) != 1:
        return None
    return Fix(written, f"{found['low']} to {found['high']}")
