"""The search that a page stands on is older than five years.

Five years are a house choice: of 100 systematic reviews, half were out of date after 5.5 years, a quarter within two.

Bad:
    evidence_search: {databases: [MEDLINE], searched: 2013-06-30, none_found: No randomised trial.}

Good:
    evidence_search: {databases: [MEDLINE], searched: 2026-06-30, none_found: No randomised trial.}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.works.shelf_life import SHELF_LIFE, is_past_shelf_life
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="EVD010",
    name="stale-search",
    severity=Severity.WARNING,
    summary="The search for evidence is older than five years.",
    why="A trial that was published since may say the contrary of the page.",
    cure="Search again, and write the new day under searched: and the old one under updated_from:.",
    basis=("shojania-2007",),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find a search whose day is past its shelf life."""
    searched = getattr(getattr(entry, "evidence_search", None), "searched", None)
    if isinstance(searched, date) and is_past_shelf_life(searched, context.today):
        message = f"the evidence was searched on {searched.isoformat()}, more than {SHELF_LIFE} years ago"
        yield context.finding(RULE, entry.id, ("evidence_search", "searched"), message)
