"""The pack: a folder of pages that shows a comparison to people without git, before and after side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.compiler.context import EditionKey
from generator.formats.pack_html import PackTemplates
from generator.review.pack.pack_index import index_values
from generator.review.pack.pack_page import older_key, page_values
from generator.review.pack.pack_side import PackSide
from generator.review.site.changed_fact import LibraryComparison

PACK_FILE = "comparison.json"
"""The comparison as data. A folder without it is none that a pack was written to."""


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file of the pack: its path in the folder, with ``/``, and what it holds."""

    path: str
    data: bytes


def pack_files(
    comparison: LibraryComparison, base: PackSide, head: PackSide, templates: PackTemplates, report: bytes
) -> Iterator[PackFile]:
    """Every file of the pack. Pure: the same comparison gives the same bytes. ``report`` is the comparison as JSON.

    Raises jinja2's errors for a faulty template or a word that is missing, never for content.
    """
    files = _page_files(comparison, base, head)
    yield PackFile("index.html", templates.page("index", index_values(comparison, head.site_name, files)))
    yield PackFile(PACK_FILE, report)
    for key, file in files.items():
        values = page_values(comparison, base, head, key)
        yield PackFile(file, templates.page("page", values))
    for name, data in templates.styles().items():
        yield PackFile(f"assets/{name}", data)
    for side, keys in ((base, [older_key(comparison, key) for key in files]), (head, [*files])):
        for name, data in side.shown_pictures(keys):
            yield PackFile(f"{side.folder}/{name}", data)


def _page_files(comparison: LibraryComparison, base: PackSide, head: PackSide) -> dict[EditionKey, str]:
    """Where each page stands that changed, is new or is gone, by entry and audience."""
    named = (*comparison.changed_pages, *comparison.new_pages)
    keys = sorted({(page.entry, page.audience) for page in named})
    drawn = [key for key in keys if key in base.pages or key in head.pages]
    return {key: _file(*key) for key in drawn}


def _file(entry: str, audience: str) -> str:
    """A page of prose stands under its own file, ``pages/about.md``: beside the editions it might take their names."""
    if not audience:
        return f"prose/{PurePosixPath(entry).stem}.html"
    return f"pages/{entry}.{audience}.html"
