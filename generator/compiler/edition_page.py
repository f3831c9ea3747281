"""The page of one edition: its body with its state, its editions, its open findings and how it is reviewed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.compiler.addresses import FOLDER_OF_KIND, edition_path, entry_path, page_path
from generator.compiler.context import SiteContext
from generator.compiler.days import day_words
from generator.compiler.edition_body import EditionBody
from generator.compiler.edition_notices import EditionNotices, edition_notices
from generator.compiler.inline_markdown import external_link
from generator.compiler.public_findings import PublicFindings
from generator.compiler.public_record import PublicRecord
from generator.compiler.recommendation_tags import recommendation_tags
from generator.compiler.record_sections import record_sections
from generator.compiler.status_bar import status_bar
from generator.diagnostics import Finding
from generator.model.digest import short_digest
from generator.model.entries.entry import Entry, SourceCredit
from generator.model.library import Library
from generator.model.quotes import quotes_of
from generator.model.state import EditionState
from generator.pages.blocks import Block, Bullets, Callout, Fact, Facts, Paragraphs
from generator.pages.inline import Missing, PageLink, Run, Text, Words, words
from generator.pages.site import Crumb, EditionLink, Page, SearchFacts, Section


def edition_page(
    library: Library,
    body: EditionBody,
    state: EditionState,
    findings: Iterable[Finding],
    public: PublicFindings,
    record: PublicRecord,
) -> Page:
    """Assemble the page. A notice state gives a page without any clinical text."""
    context = public.context
    notices = edition_notices(body, state, findings, public)
    entry, audience = body.entry, body.audience
    kind = str(getattr(entry, "kind", ""))
    has_editions = hasattr(entry, "audiences")
    path = edition_path(entry, audience.id) if has_editions else entry_path(entry)
    sections, lead = body.sections, body.lead
    if state.is_notice:
        sections, lead = (), (_notice(library, audience.id, state, context),)
    return Page(
        path=path,
        kind=kind,
        kind_words=context.word(f"kind-{kind}"),
        entry=entry.id,
        audience=audience.id,
        title=entry.id if state.is_notice else body.heading.text,
        heading=words(entry.id) if state.is_notice else body.heading,
        description=_description(body, state, context),
        breadcrumb=breadcrumb(library, entry, None if state.is_notice else body.heading.text, context),
        status=status_bar(record, entry, audience.id, state),
        editions=edition_links(library, entry, audience.id) if has_editions else (),
        lead=lead,
        sections=(*sections, *_let_stand(notices, context), *_furniture(record, entry, audience.id, state)),
        notices=notices.beside,
        tags=recommendation_tags(body.edition, audience, state, context),
        is_indexed=state.is_approved,
        search=None if state.is_notice else _search(library, body, state, context),
        language=context.language,
    )


def edition_links(library: Library, entry: Entry, current: str) -> tuple[EditionLink, ...]:
    """Plain links to every edition of an entry."""
    return tuple(
        EditionLink(one.id, one.label, one.switch, edition_path(entry, one.id), is_current=one.id == current)
        for one in library.editions_of(entry)
    )


def breadcrumb(library: Library, entry: Entry, title: str | None, context: SiteContext) -> tuple[Crumb, ...]:
    """Home, the index of the kind, the condition, the page. An entry without a public title is its id alone."""
    kind = str(getattr(entry, "kind", ""))
    crumbs = [
        Crumb(context.word("home"), ""),
        Crumb(context.word(f"index-{kind}"), f"{FOLDER_OF_KIND[kind]}/"),
    ]
    condition = library.conditions.get(str(getattr(entry, "condition", "")))
    if condition is not None and title is not None:
        crumbs.append(Crumb(condition.name, entry_path(condition)))
    return (*crumbs, Crumb(title or entry.id, None))


def _notice(library: Library, audience: str, state: EditionState, context: SiteContext) -> Block:
    said = [words(context.word(f"notice-{state.state}"))]
    if state.decided is not None and state.decided.superseded_by:
        said.append(_superseded_by(library, audience, state.decided.superseded_by, context))
    return Callout("warning", context.word(f"state-{state.state}"), tuple(said))


def _superseded_by(library: Library, audience: str, entry: str, context: SiteContext) -> Words:
    """Where to read on, with a link to the edition for the same readers."""
    before, _, after = context.word("superseded-by").partition("{entry}")
    path = page_path(library, entry, audience)
    name = PageLink(path, (Text(entry),)) if path is not None else Text(entry)
    return Words((Text(before), name, Text(after)))


def _description(body: EditionBody, state: EditionState, context: SiteContext) -> str:
    said = context.word(f"state-{state.state}")
    return f"{said}." if state.is_notice else f"{body.heading.text} {said}. {body.audience.label}."


def _search(library: Library, body: EditionBody, state: EditionState, context: SiteContext) -> SearchFacts:
    """Filters and names of a page: only of drugs that this edition names."""
    drugs = [library.drugs[drug_id] for drug_id in _drug_ids(body.edition) if drug_id in library.drugs]
    condition = library.conditions.get(str(getattr(body.entry, "condition", body.entry.id)))
    aliases = [name for drug in drugs for name in (drug.name, *drug.synonyms, *_brands(drug))]
    aliases += [condition.name, *condition.synonyms] if condition else []
    return SearchFacts(
        kind=context.word(f"kind-{getattr(body.entry, 'kind', '')}"),
        audience=body.audience.label,
        state=context.word(f"state-{state.state}"),
        conditions=(condition.name,) if condition else (),
        drugs=tuple(sorted({drug.name for drug in drugs})),
        aliases=tuple(dict.fromkeys(aliases)),
    )


def _brands(drug: Any) -> tuple[str, ...]:
    return () if isinstance(drug.brands, str) else tuple(brand.name for brand in drug.brands)


def _drug_ids(entry: Entry) -> tuple[str, ...]:
    own = (entry.id,) if getattr(entry, "kind", "") == "drug" else ()
    return tuple(sorted({*own, *(quote.target for quote in quotes_of(entry) if quote.kind == "drug")}))


def _let_stand(notices: EditionNotices, context: SiteContext) -> Iterator[Section]:
    """Errors that are let stand and have no place in the text."""
    if notices.apart:
        said = Bullets(notices.apart)
        yield Section("let-stand", context.word("section-let-stand"), (said,), is_clinical=False)


def _furniture(record: PublicRecord, entry: Entry, audience: str, state: EditionState) -> Iterator[Section]:
    library, context = record.library, record.context
    if entry.source is not None and not state.is_notice:
        facts = Facts(tuple(_credits(entry.source, context)))
        yield Section(
            "source",
            context.word("section-source"),
            (Paragraphs((words(context.word("source-words")),)), facts),
            False,
        )
    yield from record_sections(record, entry, audience, state)
    yield Section(
        "review",
        context.word("section-review"),
        (Paragraphs(_review(library, entry, state, context)),),
        is_clinical=False,
    )
    yield Section(
        "disclaimer",
        context.word("section-disclaimer"),
        (Paragraphs((_disclaimer(library, context),)),),
        False,
    )


def _credits(source: SourceCredit, context: SiteContext) -> Iterator[Fact]:
    published = (
        source.published if isinstance(source.published, str) else day_words(source.published, context)
    )
    values = {"title": source.title, "author": source.author, "editor": source.editor, "published": published}
    values |= {name: value for name in ("publisher", "url") if (value := getattr(source, name)) is not None}
    for name, value in values.items():
        node = Missing(context.word("none-stated")) if value == "not-stated" else Text(value)
        yield Fact(context.word(f"source-{name}"), Words((node,)))


def _review(library: Library, entry: Entry, state: EditionState, context: SiteContext) -> tuple[Words, ...]:
    said: Run = (Text(context.word("review-words")),)
    if any(page.path == "editorial-policy" for page in library.prose):
        said += (Text(" "), PageLink("editorial-policy/", (Text(context.word("policy-link")),)))
    owner = library.people.get(entry.owner or "")
    owned = (words(context.word("owner", name=owner.name)),) if owner else ()
    return (Words(said), *owned, _follow_up(library, entry, state, context))


def _follow_up(library: Library, entry: Entry, state: EditionState, context: SiteContext) -> Words:
    """How to ask or report: with the version that was read, and with a link where the organisation has an address."""
    version = short_digest(state.digests.content)
    said: Run = (Text(context.word("follow-up", entry=entry.id, version=version)),)
    body = library.people.get(library.policy.follow_up or "")
    if body is not None and body.contact:
        label = (Text(context.word("follow-up-link", name=body.name)),)
        said += (Text(" "), *external_link(body.contact, label))
    return Words(said)


def _disclaimer(library: Library, context: SiteContext) -> Words:
    said: Run = (Text(context.word("disclaimer-words")),)
    if any(page.path == "disclaimer" for page in library.prose):
        said += (Text(" "), PageLink("disclaimer/", (Text(context.word("disclaimer-link")),)))
    return Words(said)
