"""What a page says of its version: that it is the kept approved text, or that an older one is the approved one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.compiler.addresses import FOLDER_OF_KIND
from generator.compiler.context import EditionKey, SiteContext
from generator.compiler.days import day_words
from generator.compiler.edition_body import EditionBody
from generator.compiler.kept_text import shows_kept
from generator.model.digest import short_digest
from generator.model.library import Library
from generator.pages.blocks import Block, Callout, Paragraphs, Picture
from generator.pages.inline import Missing, Words, words
from generator.pages.site import Page, Section


def with_version_notices(
    pages: tuple[Page, ...],
    library: Library,
    bodies: Mapping[EditionKey, EditionBody],
    context: SiteContext,
    refused: Mapping[EditionKey, str],
) -> tuple[Page, ...]:
    """The same pages, those of a changed edition with words on its versions before all others.

    ``refused`` says why an approved text cannot be shown. A kept text loses the pictures whose file is another now.
    """
    changed = {key for key, state in context.states.items() if state.kept is not None}
    return tuple(
        _told(page, library, bodies, context, refused)
        if (page.entry, page.audience) in changed and page.kind in FOLDER_OF_KIND
        else page
        for page in pages
    )


def _told(
    page: Page,
    library: Library,
    bodies: Mapping[EditionKey, EditionBody],
    context: SiteContext,
    refused: Mapping[EditionKey, str],
) -> Page:
    key = (page.entry, page.audience)
    state = context.states[key]
    assert state.kept is not None, "only changed editions come here"
    values = {
        "day": day_words(state.kept.at.date(), context),
        "version": short_digest(state.kept.digests.content),
    }
    if not shows_kept(state):
        said = [words(context.word("last-approved-words", **values))]
        said += [words(context.word("kept-refused", why=refused[key]))] if key in refused else []
        notice = Callout("warning", context.word("last-approved-title"), tuple(said))
        return replace(page, lead=(notice, *page.lead))
    notice = Callout("note", context.word("kept-title"), (words(context.word("kept-words", **values)),))
    gone = {
        f"images/{name}"
        for name, digest in bodies[key].library.images.items()
        if library.images.get(name) != digest
    }
    sections = tuple(_without(section, gone, context) for section in page.sections)
    return replace(page, lead=(notice, *page.lead), sections=sections)


def _without(section: Section, gone: set[str], context: SiteContext) -> Section:
    blocks = tuple(_blocks(section.blocks, gone, context))
    return section if blocks == section.blocks else replace(section, blocks=blocks)


def _blocks(blocks: tuple[Any, ...], gone: set[str], context: SiteContext) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Picture) and block.path in gone:
            yield Paragraphs((Words((Missing(context.word("kept-picture")),)),))
        else:
            yield block
