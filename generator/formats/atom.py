"""``changes.atom``: recent changes for feed readers (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape, quoteattr

from generator.pages.feed import FEED_FILE, Feed, FeedEntry

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NEVER = "1970-01-01"
"""The day of a feed without entries: it must have one, and no clock is asked."""


def render_atom(feed: Feed, site_url: str) -> bytes:
    """The feed with absolute links. ``site_url`` ends with ``/``. The same feed gives the same bytes."""
    newest = max((entry.day for entry in feed.entries), default=_NEVER)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{_text(feed.title)}</title>",
        f"<subtitle>{_text(feed.subtitle)}</subtitle>",
        f"<id>{_text(site_url + FEED_FILE)}</id>",
        f'<link rel="self" type="application/atom+xml" href={_attribute(site_url + FEED_FILE)}/>',
        f'<link rel="alternate" type="text/html" href={_attribute(site_url + feed.page)}/>',
        f"<updated>{_moment(newest)}</updated>",
        f"<author><name>{_text(feed.author)}</name></author>",
        *_entries(feed.entries, site_url),
        "</feed>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _entries(entries: Iterable[FeedEntry], site_url: str) -> Iterator[str]:
    for entry in entries:
        yield "<entry>"
        yield f"<title>{_text(entry.title)}</title>"
        yield f"<id>{_text(_permanent_id(entry, site_url))}</id>"
        yield f'<link rel="alternate" type="text/html" href={_attribute(f"{site_url}{entry.path}#changes")}/>'
        yield f"<updated>{_moment(entry.day)}</updated>"
        yield f"<category term={_attribute(entry.kind)} label={_attribute(entry.kind_words)}/>"
        yield f'<summary type="text">{_text(entry.text)}</summary>'
        yield "</entry>"


def _permanent_id(entry: FeedEntry, site_url: str) -> str:
    """A tag (RFC 4151) of host, day, entry and note: the same however often the site is built."""
    site = urlsplit(site_url)
    path = quote(f"{site.path}{entry.name}", safe="/-._~")
    return f"tag:{site.hostname or 'site.invalid'},{entry.day}:{path}"


def _moment(day: str) -> str:
    """A change has a day and no time."""
    return f"{day}T00:00:00Z"


def _text(text: str) -> str:
    return escape(_NOT_IN_XML.sub("", text))


def _attribute(text: str) -> str:
    return quoteattr(_NOT_IN_XML.sub("", text))
