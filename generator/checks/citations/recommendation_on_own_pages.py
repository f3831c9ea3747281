"""A recommendation cites nothing but pages of the publisher itself.

Own pages are works marked as such, and pages of the publisher of the entry's source.

Bad:
    # The bibliography says of press-2025: evidencetype = {own-page}
    recommendations:
      - id: azathioprine
        wording: Azathioprine can be considered.
        cites: [press-2025]

Good:
    recommendations:
      - id: azathioprine
        wording: Azathioprine can be considered.
        cites: [dyck-2009, press-2025]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.works.own_pages import cited_own_pages
from generator.diagnostics import Finding, Rule, Severity
from generator.model.citation import cited_works
from generator.model.entries.entry import Entry
from generator.model.recommendation import Recommendation

RULE = Rule(
    code="CIT009",
    name="recommendation-on-own-pages",
    severity=Severity.WARNING,
    summary="A recommendation cites nothing but pages of the publisher itself.",
    why="The advice seems to be supported, and stands on nothing but itself.",
    cure="Cite the studies or guidelines that the own pages stand on, or say that there are none.",
    basis=("iom-guidelines-2011", "greenberg-citations-2009"),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every recommendation whose cited works are all own pages."""
    for pointer, part in context.parts(entry):
        cites = cited_works(part.cites) if isinstance(part, Recommendation) else ()
        if cites and len(cited_own_pages(context, entry, cites)) == len(cites):
            named = ", ".join(f"“{key}”" for key in cites)
            message = f"the recommendation cites only pages of its publisher: {named}"
            yield context.finding(RULE, entry.id, (*pointer, "cites"), message)
