"""Addresses of pages from the site's root. An id is an address for ever; folders say the kind."""

from __future__ import annotations

from generator.model.entries.entry import Entry
from generator.model.library import Library

FOLDER_OF_KIND = {
    "summary": "summaries",
    "medication": "medications",
    "drug": "drugs",
    "condition": "conditions",
}


def entry_path(entry: Entry) -> str:
    """``summaries/x/``: for entries with editions the page that offers them, for others the page itself."""
    return f"{FOLDER_OF_KIND[getattr(entry, 'kind', '')]}/{entry.id}/"


def edition_path(entry: Entry, audience: str) -> str:
    """``summaries/x/clinician/``."""
    return f"{entry_path(entry)}{audience}/"


def shown_path(entry: Entry, audience: str) -> str:
    """The page of one edition: ``summaries/x/clinician/``, and ``drugs/x/`` for what has one edition only."""
    return edition_path(entry, audience) if hasattr(entry, "audiences") else entry_path(entry)


def history_path(entry: Entry, audience: str) -> str:
    """``summaries/x/clinician/history/``: the page that tells the versions of an edition."""
    return f"{shown_path(entry, audience)}history/"


def page_path(library: Library, entry_id: str, audience: str) -> str | None:
    """Where a link to an entry leads a reader of this audience; None for an entry without a page."""
    if entry_id in library.drugs or entry_id in library.conditions:
        return entry_path(library.drugs.get(entry_id) or library.conditions[entry_id])
    entry = library.summaries.get(entry_id) or library.medications.get(entry_id)
    if entry is None:
        return None
    return edition_path(entry, audience) if audience in entry.audiences else entry_path(entry)
