"""A unit is spelt in a way that the writing profile of the audience does not use.

Bad:
    wording: Examplin 100 µg is given.

Good:
    wording: Examplin {quantity:100 ug} is given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.context import CheckContext
from generator.checks.once import once
from generator.checks.registry import Scope
from generator.checks.views.text.designations import Forms, cells, told
from generator.checks.views.text.dose_setting import is_after_number
from generator.checks.views.text.run_text import own_texts, profile_of
from generator.diagnostics import Finding, Rule, Severity
from generator.pages.site_text import EditionText

RULE = Rule(
    code="WRD012",
    name="unit-of-another-style",
    severity=Severity.WARNING,
    summary="A unit is spelt as another writing profile spells it.",
    why="The page then writes one unit in two ways, and µg has been read as mg.",
    cure="Spell the unit as the profile does, or write the amount as {quantity:…}: then it is spelt for each audience.",
    basis=(
        "ismp-error-prone",
        "bnf-prescription-writing",
        "nhs-health-writing",
    ),
    judges=True,
)
SCOPE = Scope.SITE_TEXT


def check(context: CheckContext, text: EditionText) -> Iterator[Finding]:
    """Find each unit after a number that the profile of these readers writes otherwise."""
    profile = profile_of(context, text)
    if not profile:
        return
    units, styles = once(context, _styles, profile)
    for own in own_texts(context, text):
        for found in units.found_in(own.plain):
            if is_after_number(own.plain, *found.span(1)):
                message = f"the unit “{found[1]}” is not spelt as on this audience's pages"
                yield own.finding(context, RULE, message, _cure(styles[found[1]]))


def _cure(better: str) -> str:
    return f"Write “{better}”, or the amount as {{quantity:…}}: then it is spelt for each audience."


def _styles(context: CheckContext, profile: str) -> tuple[Forms, Mapping[str, str]]:
    rows = (row for row in context.facts("unit-styles").rows if profile in row)
    styles = {form: told(row, profile) for row in rows for form in cells(row, "written")}
    return Forms(styles), styles
