"""Writing the pack of a comparison: the folder that reviewers open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generator.compiler.addresses import shown_path
from generator.compiler.context import EditionKey
from generator.compiler.index_pages import prose_pages
from generator.compiler.site import compile_site
from generator.configuration import Options
from generator.formats.html import HtmlWriter
from generator.formats.pack_html import PackTemplates
from generator.package_files import packaged_templates
from generator.pages.site import Page
from generator.pipeline.inspect import Inspection
from generator.pipeline.inspected_side import InspectedSide
from generator.publish import Manifest, publish
from generator.review.pack.pack import PACK_FILE, pack_files
from generator.review.pack.pack_side import PackSide
from generator.review.reports.json_changes import json_changes
from generator.review.site.changed_fact import LibraryComparison
from generator.review.site.prose_changes import prose_key
from generator.sources.project_files import read_bytes

_LARGEST_PICTURE = 32 * 1024 * 1024


class PackRefused(Exception):
    """The folder that was named must not be replaced. ``str`` says why."""


def write_pack(
    comparison: LibraryComparison,
    base: InspectedSide,
    head: InspectedSide,
    folder: Path,
    *,
    is_strict: bool = False,
) -> None:
    """Write all pages of the pack, whole or not at all, in place of an earlier one.

    Both sides are drawn with the packaged templates: those of a side may be the very change that is looked at, and run.
    Raises `PackRefused`, `PublishRefused` and OSError.
    """
    _refuse_sources(folder, (base, head))
    _refuse_foreign(folder)
    templates = (packaged_templates(),)
    sides = (_pack_side(base, "before", templates), _pack_side(head, "after", templates))
    report = json_changes(comparison, strict=is_strict).encode()
    publish(pack_files(comparison, *sides, PackTemplates(templates), report), folder)


def _refuse_sources(folder: Path, sides: tuple[InspectedSide, ...]) -> None:
    """A pack among the sources would be read as content, or replace them."""
    place = folder.resolve()
    for options in (side.options for side in sides if side.options is not None):
        for own in (options.content, options.templates, options.output):
            top = own.resolve()
            if place.is_relative_to(top) or top.is_relative_to(place):
                raise PackRefused(
                    f"no pack is written into {own.name}/ or around it: give --pack another folder"
                )


def _refuse_foreign(folder: Path) -> None:
    """`publish` refuses what no build wrote; a site that a build wrote is none of ours either."""
    manifest = Manifest.read(folder) if folder.is_dir() else None
    if manifest is not None and PACK_FILE not in manifest.files:
        raise PackRefused(f"{folder} holds a site, not a pack: give --pack another folder")


def _pack_side(side: InspectedSide, which: str, templates: tuple[Path, ...]) -> PackSide:
    found, options = side.inspection, side.options
    if found is None or options is None:
        return PackSide(which, side.name, "", {}, HtmlWriter(templates, {}), lambda name: None)
    writer = HtmlWriter(templates, found.context.words, policy_path="")
    return PackSide(which, side.name, options.site_name, _pages(found), writer, _pictures(options))


def _pages(found: Inspection) -> dict[EditionKey, Page]:
    """The page of every edition, as its author sees it, and every page of prose."""
    site = compile_site(found.library, found.bodies, found.findings, found.context)
    by_path = {page.path: page for page in site.pages}
    paths = {key: shown_path(body.entry, key[1]) for key, body in found.bodies.items()}
    pages = {key: by_path[path] for key, path in paths.items() if path in by_path}
    for page in prose_pages(found.library, found.bodies, found.context):
        # The home page also lists what else there is, which is no prose.
        own = tuple(section for section in page.sections if section.id == "text")
        name = page.path.removesuffix("/") or "index"
        pages[prose_key(name)] = replace(page, lead=(), sections=own)
    return pages


def _pictures(options: Options) -> Callable[[str], bytes | None]:
    content = options.content.relative_to(options.project).as_posix()

    def picture(name: str) -> bytes | None:
        data, findings = read_bytes(options.project, f"{content}/images/{name}", _LARGEST_PICTURE)
        return None if findings else data

    return picture
