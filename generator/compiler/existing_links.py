"""Links between pages, once it is known which pages there are: a link that would lead nowhere becomes its words.

Bodies are worded before the states of other entries are known, so they link to whatever has an entry.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from generator.pages.audit import AUDIT_FILE
from generator.pages.blocks import EntryLine, Markdown
from generator.pages.feed import FEED_FILE
from generator.pages.inline import PageLink
from generator.pages.site import Page


def with_existing_links(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The same pages without links to pages that are not among them."""
    paths = frozenset((*(page.path for page in pages), AUDIT_FILE, FEED_FILE))
    return tuple(_mended(page, paths) for page in pages)


def _mended(page: Page, paths: frozenset[str]) -> Page:
    return replace(
        page,
        breadcrumb=tuple(crumb for crumb in page.breadcrumb if crumb.path is None or crumb.path in paths),
        editions=tuple(edition for edition in page.editions if edition.path in paths),
        lead=_rebuilt(page.lead, paths),
        sections=_rebuilt(page.sections, paths),
    )


def _nearest(path: str, paths: frozenset[str]) -> str:
    """The path itself, or the page that offers the editions in place of one that is not there, or nothing."""
    page, hash_sign, fragment = path.partition("#")
    if not page or page in paths:
        return page + hash_sign + fragment
    offering = "/".join(page.split("/")[:2]) + "/"
    return offering if offering in paths else ""


def _rebuilt(value: Any, paths: frozenset[str]) -> Any:
    """A tree with its dead links mended; the very same object where it has none."""
    if isinstance(value, tuple):
        items = tuple(new for item in value for new in _items(item, paths))
        is_same = len(items) == len(value) and all(new is old for new, old in zip(items, value, strict=True))
        return value if is_same else items
    if isinstance(value, EntryLine):
        nearest = _nearest(value.path, paths) if value.path else ""
        return value if nearest == value.path else replace(value, path=nearest)
    if isinstance(value, Markdown):
        known = ((name, _nearest(path, paths)) for name, path in value.links)
        return replace(value, links=tuple(link for link in known if link[1]))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {
        field.name: new
        for field in fields(value)
        if (new := _rebuilt(old := getattr(value, field.name), paths)) is not old
    }
    return replace(value, **changed) if changed else value


def _items(item: Any, paths: frozenset[str]) -> Iterator[Any]:
    if not isinstance(item, PageLink):
        yield _rebuilt(item, paths)
        return
    nearest = _nearest(item.path, paths)
    if nearest:
        yield item if nearest == item.path else replace(item, path=nearest)
    else:
        yield from item.children
