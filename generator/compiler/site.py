"""From library to site: the last step of the compiler, which cannot fail, because whatever could was a check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.compiler.addresses import FOLDER_OF_KIND, edition_path, entry_path, history_path
from generator.compiler.audit import audit
from generator.compiler.context import EditionKey, SiteContext
from generator.compiler.dashboard import dashboard
from generator.compiler.edition_body import EditionBody, compile_body
from generator.compiler.edition_page import edition_page
from generator.compiler.entry_lists import Bodies, is_eligible
from generator.compiler.existing_links import with_existing_links
from generator.compiler.history_page import history_page
from generator.compiler.index_pages import choice_page, index_pages, prose_pages
from generator.compiler.kept_text import KeptTexts, shows_kept
from generator.compiler.public_findings import PublicFindings
from generator.compiler.public_record import PublicRecord
from generator.compiler.qa_page import qa_page
from generator.compiler.quoted_doses import condition_uses, drug_uses
from generator.compiler.recent_changes import changes_feed, changes_page, home_changes, recent_changes
from generator.compiler.suspended_bodies import (
    compile_published_bodies,
    own_words,
    with_doses_of_suspended_entries,
)
from generator.compiler.suspension_warnings import with_suspension_warnings
from generator.compiler.version_notices import with_version_notices
from generator.compiler.withheld_words import WithheldWords
from generator.diagnostics import Finding
from generator.model.library import Library
from generator.pages.blocks import Picture
from generator.pages.site import Page, RedirectPage, Section, Site


def compile_bodies(library: Library, context: SiteContext) -> dict[EditionKey, EditionBody]:
    """Word every edition of every entry. Their digests decide the states that `compile_site` needs.

    They are worded as if nothing was suspended: what they say is what was approved.
    """
    context = own_words(context)
    return {
        (entry.id, audience.id): compile_body(library, entry, audience, context)
        for entry in library.with_pages()
        for audience in library.editions_of(entry)
    }


def compile_site(
    library: Library,
    bodies: Bodies,
    findings: Iterable[Finding],
    context: SiteContext,
    kept: KeptTexts | None = None,
) -> Site:
    """All pages that may be published, in the order of their addresses.

    ``kept`` are the approved texts that are shown in place of newer ones.
    """
    found = tuple(findings)
    if kept is not None and kept.bodies:
        bodies = {**bodies, **kept.bodies}
        context = replace(context, states={**context.states, **kept.states})
    stopped = with_doses_of_suspended_entries(library, context)
    bodies = compile_published_bodies(library, bodies, stopped)
    public = PublicFindings.of(library, context)
    record = PublicRecord.of(library, context, WithheldWords.of(library, bodies, stopped))
    changes = recent_changes(record, bodies)
    pages = [
        *_edition_pages(library, bodies, found, public, record),
        dashboard(record, bodies),
        changes_page(record, changes),
        qa_page(library, found, public),
        *(choice_page(library, entry, bodies, context) for entry in library.editioned()),
        *index_pages(library, bodies, context),
        *prose_pages(library, bodies, context, home_changes(record, changes)),
    ]
    ordered = tuple(sorted(pages, key=lambda page: page.path))
    ordered = with_version_notices(ordered, library, bodies, context, kept.refused if kept else {})
    ordered = with_suspension_warnings(ordered, library, bodies, stopped)
    paths = frozenset(page.path for page in ordered)
    if (kept and kept.bodies) or not _has_all_pages(library, paths):
        ordered = with_existing_links(ordered)
    return Site(
        pages=ordered,
        redirects=tuple(_redirects(library, paths)),
        words=context.words,
        is_demonstration=context.is_demonstration,
        is_preview=context.is_preview,
        images=tuple(_images(library, ordered)),
        feed=changes_feed(record, changes),
        audit=audit(record),
    )


def _edition_pages(
    library: Library,
    bodies: Bodies,
    findings: tuple[Finding, ...],
    public: PublicFindings,
    record: PublicRecord,
) -> Iterator[Page]:
    context = public.context
    by_entry: dict[str, list[Finding]] = {}
    for finding in findings:
        by_entry.setdefault(finding.entry, []).append(finding)
    uses = drug_uses(library, bodies, context) if "clinician" in library.audiences else {}
    uses |= condition_uses(library, bodies, context)
    for (entry_id, audience), body in bodies.items():
        state = context.states[entry_id, audience]
        if is_eligible(state, audience, context) or state.is_notice:
            # What was found is about the present text.
            told = () if shows_kept(state) else by_entry.get(entry_id, ())
            page = edition_page(body.library, body, state, told, public, record)
            yield page if state.is_notice else _with_sections(page, uses.get(entry_id, ()))
            yield history_page(record, body, state)


def _with_sections(page: Page, added: tuple[Section, ...]) -> Page:
    """Added sections stand after the entry's own words and before how it is reviewed."""
    own = [section for section in page.sections if section.is_clinical]
    furniture = [section for section in page.sections if not section.is_clinical]
    return replace(page, sections=(*own, *added, *furniture))


def _has_all_pages(library: Library, paths: frozenset[str]) -> bool:
    """Whether every entry and every edition that text can link to has a page."""
    entries = (entry_path(entry) for entry in library.with_pages())
    editions = (
        edition_path(entry, audience) for entry in library.editioned() for audience in entry.audiences
    )
    return paths.issuperset((*entries, *editions))


def _images(library: Library, pages: Iterable[Page]) -> Iterator[str]:
    """The pictures that pages show; those of text that is not published stay unpublished too."""
    blocks = (block for page in pages for section in page.sections for block in section.blocks)
    shown = {block.path for block in blocks if isinstance(block, Picture)}
    prose = "\n".join(page.markdown for page in library.prose)
    for name in sorted(library.images):
        if f"images/{name}" in shown or f"images/{name}" in prose:
            yield name


def _redirects(library: Library, paths: frozenset[str]) -> Iterator[RedirectPage]:
    """A retired id leads on from its own address, from that of each edition, and from that of each history."""
    for redirect in library.redirects:
        target = library.entry(redirect.to)
        folder = FOLDER_OF_KIND.get(str(getattr(target, "kind", "")))
        if target is None or folder is None or entry_path(target) not in paths:
            continue
        retired = f"{folder}/{redirect.retired}/"
        yield RedirectPage(retired, entry_path(target), redirect.to)
        moved = [history_path(target, "")] if not hasattr(target, "audiences") else []
        for audience in getattr(target, "audiences", ()):
            moved += [edition_path(target, audience), history_path(target, audience)]
        for new in moved:
            old = retired + new.removeprefix(entry_path(target))
            yield RedirectPage(old, new if new in paths else entry_path(target), redirect.to)
