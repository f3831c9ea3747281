"""Pages that lead to others: home, the indexes by kind, search, prose, and the page that offers editions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.compiler.addresses import FOLDER_OF_KIND, entry_path, page_path
from generator.compiler.context import SiteContext
from generator.compiler.edition_page import breadcrumb, edition_links
from generator.compiler.entry_lists import Bodies, by_title, edition_lines, eligible_editions, entry_line
from generator.model.entries.entry import Entry
from generator.model.library import Library, Prose
from generator.model.state import State
from generator.pages.blocks import Block, EntryLine, EntryList, Fact, Facts, Markdown, Paragraphs, SearchForm
from generator.pages.inline import PageLink, Text, Words, words
from generator.pages.site import Crumb, Page, SearchFacts, Section

_ENTRY_LINK = re.compile(r"\(entry:([a-z0-9-]+)")


def prose_pages(
    library: Library, bodies: Bodies, context: SiteContext, recent: tuple[Section, ...] = ()
) -> Iterator[Page]:
    """The pages of prose. ``index`` is the home page and also leads to everything else; ``recent`` is for it."""
    for prose in library.prose:
        blocks: tuple[Block, ...] = (Markdown(prose.markdown, tuple(_prose_links(library, prose))),)
        sections: tuple[Section, ...] = (Section("text", "", blocks, is_clinical=False),)
        page = site_page(_prose_path(prose), "prose", prose.title, context, sections, is_indexed=True)
        yield _as_home(page, library, bodies, context, recent) if prose.path == "index" else page


def index_pages(library: Library, bodies: Bodies, context: SiteContext) -> Iterator[Page]:
    """One index for each kind, and the search page."""
    for kind, folder in FOLDER_OF_KIND.items():
        lines = by_title(entry_line(library, entry, bodies, context) for entry in _of_kind(library, kind))
        blocks = tuple(_by_letter(lines)) or (Paragraphs((words(context.word("nothing-here")),)),)
        title = context.word(f"index-{kind}")
        yield site_page(
            f"{folder}/",
            "index",
            title,
            context,
            (Section("list", "", blocks, is_clinical=False),),
            is_indexed=True,
        )
    form = Section("form", "", (SearchForm(),), is_clinical=False)
    yield site_page("search/", "search", context.word("search-title"), context, (form,))


def choice_page(library: Library, entry: Entry, bodies: Bodies, context: SiteContext) -> Page:
    """The page at an entry's own address: it offers the editions that there are, as plain links."""
    lines = edition_lines(library, entry, bodies, context)
    shown = next(eligible_editions(library, entry, context), None)
    title = bodies[entry.id, shown].heading.text if shown else entry.id
    offered = Section("editions", context.word("editions-title"), (EntryList("", lines),), is_clinical=False)
    kind = str(getattr(entry, "kind", ""))
    return Page(
        path=entry_path(entry),
        kind="choice",
        kind_words=context.word(f"kind-{kind}"),
        entry=entry.id,
        audience="",
        title=title,
        heading=words(title),
        description=title,
        breadcrumb=breadcrumb(library, entry, title if shown else None, context),
        editions=tuple(
            link
            for link in edition_links(library, entry, "")
            if any(line.path == link.path for line in lines)
        ),
        sections=(offered,),
        language=context.language,
    )


def site_page(
    path: str,
    kind: str,
    title: str,
    context: SiteContext,
    sections: tuple[Section, ...],
    *,
    is_indexed: bool = False,
) -> Page:
    """A page of the site itself, in the frame of the pages that lead to others."""
    crumbs = (Crumb(context.word("home"), ""), Crumb(title, None)) if path else ()
    facts = SearchFacts(context.word("kind-page"), "", "") if kind == "prose" else None
    return Page(
        path=path,
        kind=kind,
        kind_words=context.word("kind-page"),
        entry="",
        audience="",
        title=title,
        heading=words(title),
        description=f"{title}. {context.title}.",
        frame="index",
        breadcrumb=crumbs,
        sections=sections,
        is_indexed=is_indexed,
        search=facts,
        language=context.language,
    )


def _prose_path(prose: Prose) -> str:
    return "" if prose.path == "index" else f"{prose.path}/"


def _of_kind(library: Library, kind: str) -> Iterable[Entry]:
    kinds: dict[str, Iterable[Entry]] = {
        "summary": library.summaries.values(),
        "medication": library.medications.values(),
        "drug": library.drugs.values(),
        "condition": library.conditions.values(),
    }
    return kinds[kind]


def _prose_links(library: Library, prose: Prose) -> Iterator[tuple[str, str]]:
    """The links of a page of prose into the site: to entries (``entry:id``) and to other prose (``about.md``)."""
    for entry_id in sorted(set(_ENTRY_LINK.findall(prose.markdown))):
        path = page_path(library, entry_id, "clinician")
        if path is not None:
            yield f"entry:{entry_id}", path
    for other in library.prose:
        yield f"{other.path}.md", _prose_path(other)


def _as_home(
    page: Page, library: Library, bodies: Bodies, context: SiteContext, recent: tuple[Section, ...]
) -> Page:
    """The home page: search first, then its prose, then everything there is."""
    *browse, states = _home_sections(library, bodies, context)
    return replace(page, lead=(SearchForm(),), sections=(*page.sections, *browse, *recent, states))


def _home_sections(library: Library, bodies: Bodies, context: SiteContext) -> Iterator[Section]:
    """A few entries of each kind with a link to all of them: the page does not grow with the site."""
    for kind, folder in FOLDER_OF_KIND.items():
        entries = tuple(_of_kind(library, kind))
        if entries:
            lines = by_title(entry_line(library, entry, bodies, context) for entry in entries[:_ON_HOME])
            every = context.word(
                "see-all", index=context.word(f"index-{kind}").lower(), number=f"{len(entries):,}"
            )
            link = Words((PageLink(f"{folder}/", (Text(every),)),))
            title = context.word(f"index-{kind}")
            yield Section(
                f"browse-{kind}", title, (EntryList("", lines), Paragraphs((link,))), is_clinical=False
            )
    meanings = tuple(Fact(context.word(f"state-{s}"), words(context.word(f"means-{s}"))) for s in State)
    yield Section("states", context.word("states-title"), (Facts(meanings),), is_clinical=False)


_ON_HOME = 6


def _by_letter(lines: tuple[EntryLine, ...]) -> Iterator[EntryList]:
    """Short lists stay whole; long ones get a heading for each letter."""
    if len(lines) <= _WHOLE:
        if lines:
            yield EntryList("", lines)
        return
    letters = dict.fromkeys(line.title.text[:1].upper() for line in lines)
    for letter in letters:
        yield EntryList(letter, tuple(line for line in lines if line.title.text[:1].upper() == letter))


_WHOLE = 30
