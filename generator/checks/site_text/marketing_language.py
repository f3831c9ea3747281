"""A treatment is praised in words of advertising.

Bad:
    wording: Examplin is a breakthrough.

Good:
    wording: Examplin lowered the rate of relapse in one trial.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.checks.context import CheckContext
from generator.checks.once import once
from generator.checks.registry import Scope
from generator.checks.views.text.designations import Forms, cells
from generator.checks.views.text.run_text import own_texts
from generator.diagnostics import Finding, Rule, Severity
from generator.pages.site_text import EditionText

RULE = Rule(
    code="WRD019",
    name="marketing-language",
    severity=Severity.WARNING,
    summary="A treatment is praised in words of advertising.",
    why="Readers expect more of it than the evidence shows.",
    cure="Say what was found, and in how many patients.",
    basis=("abola-2016-superlatives",),
    judges=True,
)
SCOPE = Scope.SITE_TEXT

_NEXT = re.compile(r"[\s-]([A-Za-z]+)")
_LAST = re.compile(r"([A-Za-z]+)[\s-]\Z")


def check(context: CheckContext, text: EditionText) -> Iterator[Finding]:
    """Find each such word that is no term of medicine, as in breakthrough pain."""
    forms, rows = once(context, _index)
    for own in own_texts(context, text):
        for found in forms.found_in(own.plain):
            if not _is_term(own.plain, found, rows[found[1].lower()]):
                yield own.finding(context, RULE, f"“{found[1]}” praises and does not tell")


def _is_term(plain: str, found: re.Match[str], row: Mapping[str, Any]) -> bool:
    after = _NEXT.match(plain, found.end())
    before = _LAST.search(plain[max(0, found.start() - 30) : found.start()])
    starts = cells(row, "not_before")
    only = cells(row, "only_before")
    if only and after is not None and after[1].lower() not in only:
        return True
    return (after is not None and bool(starts) and after[1].lower().startswith(starts)) or (
        before is not None and before[1].lower() in cells(row, "not_after")
    )


def _index(context: CheckContext) -> tuple[Forms, Mapping[str, Mapping[str, Any]]]:
    listed = context.facts("marketing").rows
    rows = {word.lower(): row for row in listed for word in cells(row, "written")}
    return Forms(rows, ignore_case=True), rows
