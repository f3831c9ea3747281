"""What search is told of a page: its words by section, taken from the same blocks that the article shows."""

from __future__ import annotations

from generator.formats.search_record import SearchRecord
from generator.pages.reading import spoken
from generator.pages.site import Page

_FURNITURE = frozenset({"source", "approvals", "changes", "review", "disclaimer", "references"})


def page_record(page: Page) -> SearchRecord | None:
    """The record of a page; None for a page that search leaves out."""
    if page.search is None:
        return None
    found = page.search
    return SearchRecord(
        url_path=page.path,
        title=page.title,
        kind=found.kind,
        audience=found.audience,
        state=found.state,
        conditions=found.conditions,
        drugs=found.drugs,
        aliases=found.aliases,
        sections=tuple(
            (s.id, s.title, " ".join(spoken(s.blocks))) for s in page.sections if s.id not in _FURNITURE
        ),
        summary=" ".join(spoken(page.lead)),
        language=page.language,
    )
