"""The same word stands twice in a row.

Bad:
    wording: It lowers the the risk.

Good:
    wording: It lowers the risk.
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
    code="WRD015",
    name="doubled-words",
    severity=Severity.WARNING,
    summary="The same word stands twice in a row.",
    why="A reader wonders whether a word is missing between them.",
    cure="Delete one of the two.",
    basis=("ama-manual-2020",),
    judges=True,
)
SCOPE = Scope.SITE_TEXT

_FOUND = re.compile(r"(?<![\w'’.-])(?P<first>[A-Za-z]?[a-z]+)\s{1,3}(?P<second>[a-z]+)(?![\w'’-])")
_RIGHT_TWICE = frozenset({"had", "that", "so", "very", "no", "do", "her", "log"})
_WHAT_IT_IS = re.compile(r"\b(?:what|who|where|how|why|which|that|whatever|whoever)\b[^.;:]*\Z", re.I)
_LATIN = re.compile(r"\s(?:vitro|vivo|situ|utero|silico|toto|extremis|camera|loco)\b")


def check(context: CheckContext, text: EditionText) -> Iterator[Finding]:
    """Find each doubled word; "had had", "what it is is" and "in in vitro" are right."""
    for own in own_texts(context, text):
        for found in _doubled(own.plain):
            first = found["first"]
            message = f"“{own.shown(found.start(), found.end())}” has a word twice"
            yield own.finding(
                context, RULE, message, f"Write “{first}” once.", fix=own.fix(*found.span(), first)
            )


def _doubled(plain: str) -> Iterator[re.Match[str]]:
    start = 0
    while (found := _FOUND.search(plain, start)) is not None:
        start = found.start("second")
        word = found["second"]
        if found["first"].lower() != word or word in _RIGHT_TWICE or (len(word) == 1 and word != "a"):
            continue
        if found["first"] in {"A", "May", "Will"} or _is_meant(plain, found):
            continue
        yield found


def _is_meant(plain: str, found: re.Match[str]) -> bool:
    word = found["second"]
    if word == "in":
        return _LATIN.match(plain, found.end()) is not None
    return word == "is" and _WHAT_IT_IS.search(plain[max(0, found.start() - 80) : found.start()]) is not None
