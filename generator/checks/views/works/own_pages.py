"""Pages of the publisher itself: works that are no source independent of the page that cites them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.checks.context import CheckContext
from generator.checks.views.works.work_numbers import doi_of, pmid_of
from generator.model.entries.entry import Entry
from generator.model.text import NOT_STATED
from generator.model.work import Work

Name = tuple[str, ...]
"""The words of a publisher's name, in small letters."""

_HOST = re.compile(r"https?://(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_SHORTEST = 5
"""A name of fewer letters is too short to be told from the beginning of another."""


class Publishers:
    """Names and hosts of publishers, to be asked whether a work is a page of one of them.

    Hosts on which works of many publishers stand (the list ``shared-hosts``) say nothing.
    """

    def __init__(
        self, context: CheckContext, names: Iterable[str | None], addresses: Iterable[str | None]
    ) -> None:
        words = {_words(name) for name in names if name and name != NOT_STATED}
        self._names = frozenset(name for name in words if _is_long(name))
        self._beginnings = frozenset(name[:end] for name in self._names for end in range(1, len(name) + 1))
        hosts = {_host(address) for address in addresses}
        shared = {row["host"] for row in context.facts("shared-hosts").rows}
        self._hosts = frozenset(hosts - shared - {""})

    def published(self, work: Work) -> bool:
        """Whether a work is a page of one of them.

        Its issuing body (or else its publisher) bears the same name, or one of the names begins with the other; or it
        stands on the same host. What has a DOI, a PubMed number or an ISBN is a publication and no mere page.
        """
        if is_publication(work):
            return False
        return (
            self._has_name(_words(work.issuing_body or work.publisher or ""))
            or _host(work.url) in self._hosts
        )

    def _has_name(self, name: Name) -> bool:
        if not _is_long(name):
            return False
        return name in self._beginnings or any(name[:end] in self._names for end in range(1, len(name) + 1))


def is_publication(work: Work) -> bool:
    """Whether a work has a number under which publications are registered."""
    return bool(doi_of(work) or pmid_of(work) or work.pmcid or work.isbn)


def publisher_of_source(context: CheckContext, entry: Entry) -> Publishers:
    """Who published what an entry was taken from."""
    source = entry.source
    return Publishers(context, [source.publisher], [source.url]) if source else Publishers(context, [], [])


def cited_own_pages(context: CheckContext, entry: Entry, keys: Iterable[str]) -> tuple[str, ...]:
    """Those of the works that are marked as own pages, or come from the publisher of the entry's source."""
    own = publisher_of_source(context, entry)
    works = ((key, context.library.works.get(key)) for key in keys)
    return tuple(key for key, work in works if work and (work.type == "own-page" or own.published(work)))


def _words(name: str) -> Name:
    return tuple(_WORD.findall(name.casefold()))


def _is_long(name: Name) -> bool:
    return sum(map(len, name)) >= _SHORTEST


def _host(address: str | None) -> str:
    found = _HOST.match(address or "")
    return found[1].casefold() if found else ""
