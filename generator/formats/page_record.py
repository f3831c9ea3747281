"""What search is told of a page: its words by section, taken from the same blocks that the article shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from generator.formats.search_record import SearchRecord
from generator.pages.inline import Words, plain_text
from generator.pages.site import Page

_FURNITURE = frozenset({"source", "changes", "review", "disclaimer", "references"})
_NOT_WORDS = frozenset(
    {"pointer", "anchor", "guards_anchor", "code", "scale", "purpose", "key", "mentions", "path", "links"}
)


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
            (s.id, s.title, " ".join(_said(s.blocks))) for s in page.sections if s.id not in _FURNITURE
        ),
        summary=" ".join(_said(page.lead)),
        language=page.language,
    )


def _said(value: Any) -> Iterator[str]:
    if isinstance(value, Words):
        yield plain_text(value.run)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _said(item)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _NOT_WORDS:
                yield from _said(getattr(value, field.name))
