"""A search record: the words of one page as the small HTML file that Pagefind reads."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """What search knows of one page. All strings are plain text, in the words that readers see.

    ``url_path`` is the page's address from the root of the site (``drugs/azathioprine/``). ``aliases`` are
    names that must find the page: brands, synonyms, abbreviations. ``sections`` are ``(anchor, heading,
    text)``: a hit in one leads to its anchor. ``kind``, ``audience``, ``state``, ``conditions`` and
    ``drugs`` are what a reader can filter by.
    """

    url_path: str
    title: str
    kind: str
    audience: str
    state: str
    conditions: tuple[str, ...] = ()
    drugs: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    sections: tuple[tuple[str, str, str], ...] = ()
    summary: str = ""
    language: str = "en"

    @property
    def path(self) -> str:
        """Where the record stands in the folder that is indexed: the path of its page."""
        return f"{self.url_path.strip('/')}/index.html".removeprefix("/")


def search_record(record: SearchRecord) -> bytes:
    """Render one record: escaped, with its filters and what each result shows of it."""
    body = (
        f'<h1 data-pagefind-meta="title">{html.escape(record.title)}</h1>',
        *_facts(record),
        *_names(record.aliases),
        f"<p>{html.escape(record.summary)}</p>" if record.summary else "",
        *(_section(*section) for section in record.sections),
    )
    page = (
        f'<!doctype html>\n<html lang="{html.escape(record.language)}">\n<head><meta charset="utf-8">'
        f"<title>{html.escape(record.title)}</title></head>\n<body data-pagefind-body>\n"
        + "\n".join(part for part in body if part)
        + "\n</body>\n</html>\n"
    )
    return page.encode()


def _facts(record: SearchRecord) -> Iterable[str]:
    shown = (("kind", record.kind), ("audience", record.audience), ("state", record.state))
    for name, value in shown:
        yield _fact(f"{name}[data-value]", value, also_meta=True)
    for name, values in (("condition", record.conditions), ("drug", record.drugs)):
        for value in dict.fromkeys(values):
            yield _fact(f"{name}[data-value]", value)


def _fact(source: str, value: str, *, also_meta: bool = False) -> str:
    if not value:
        return ""
    meta = f' data-pagefind-meta="{source}"' if also_meta else ""
    return f'<span data-pagefind-filter="{source}"{meta} data-value="{html.escape(value)}"></span>'


def _names(aliases: tuple[str, ...]) -> Iterable[str]:
    """Names weigh nearly as much as the title, so that a brand finds its drug before what mentions it."""
    if aliases:
        yield f'<p data-pagefind-weight="6">{html.escape(", ".join(dict.fromkeys(aliases)))}</p>'


def _section(anchor: str, heading: str, text: str) -> str:
    return f'<h2 id="{html.escape(anchor)}">{html.escape(heading)}</h2>\n<p>{html.escape(text)}</p>'
