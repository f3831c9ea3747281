"""The page of one edition: its body with its state, its editions, its open findings and how it is reviewed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from generator.compiler.addresses import FOLDER_OF_KIND, edition_path, entry_path
from generator.compiler.context import SiteContext
from generator.compiler.days import day_words
from generator.compiler.edition_body import EditionBody
from generator.compiler.inline_markdown import external_link, parse_inline
from generator.compiler.status_bar import status_bar
from generator.diagnostics import Finding, Pointer, Severity, pointer_text
from generator.model.digest import short_digest
from generator.model.entries.entry import Entry, SourceCredit
from generator.model.library import Library
from generator.model.quotes import quotes_of
from generator.model.state import EditionState
from generator.pages.blocks import Block, Callout, ChangeLine, Changes, Fact, Facts, Paragraphs
from generator.pages.inline import Missing, PageLink, Run, Text, Words, words
from generator.pages.site import Crumb, EditionLink, Notice, Page, SearchFacts, Section

_TOLD_FAMILIES = frozenset({"CIT", "DOS", "DRG", "EVD", "STA", "ALG", "AUD"})
"""Families of rules whose open findings readers of unapproved text must know."""

_SAID_IN_THE_TEXT = frozenset({"CIT002"})
"""Findings that the text itself already tells where they stand ("no reference in the source")."""


def edition_page(
    library: Library,
    body: EditionBody,
    state: EditionState,
    findings: Iterable[Finding],
    context: SiteContext,
) -> Page:
    """Assemble the page. A notice state gives a page without any clinical text."""
    entry, audience = body.entry, body.audience
    kind = str(getattr(entry, "kind", ""))
    has_editions = hasattr(entry, "audiences")
    path = edition_path(entry, audience.id) if has_editions else entry_path(entry)
    sections, lead = body.sections, body.lead
    if state.is_notice:
        sections, lead = (), (_notice(state, context),)
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
        status=status_bar(library, entry, state, context),
        editions=edition_links(library, entry, audience.id) if has_editions else (),
        lead=lead,
        sections=(*sections, *_furniture(library, entry, state, context)),
        notices={} if state.is_approved or state.is_notice else _notices(entry, findings, lead, sections),
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


def _notice(state: EditionState, context: SiteContext) -> Block:
    said = [words(context.word(f"notice-{state.state}"))]
    if state.decided is not None and state.decided.superseded_by:
        said.append(words(context.word("superseded-by", entry=state.decided.superseded_by)))
    return Callout("warning", context.word(f"state-{state.state}"), tuple(said))


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


def _furniture(
    library: Library, entry: Entry, state: EditionState, context: SiteContext
) -> Iterator[Section]:
    if entry.source is not None and not state.is_notice:
        facts = Facts(tuple(_credits(entry.source, context)))
        yield Section(
            "source",
            context.word("section-source"),
            (Paragraphs((words(context.word("source-words")),)), facts),
            False,
        )
    lines = tuple(
        _change(change, context)
        for change in sorted(entry.changes, key=lambda c: (c.date, c.note), reverse=True)
    )
    if lines and not state.is_notice:
        yield Section("changes", context.word("section-changes"), (Changes(lines),), is_clinical=False)
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


def _change(change: Any, context: SiteContext) -> ChangeLine:
    run = parse_inline(change.note, lambda mark: (Text(mark),), external_link)
    return ChangeLine(
        day_words(change.date, context), change.kind, context.word(f"change-{change.kind}"), Words(run)
    )


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


def _notices(entry: Entry, findings: Iterable[Finding], *shown: Any) -> Mapping[str, tuple[Notice, ...]]:
    """Open findings by the pointer of the innermost block that stands at or above each."""
    pointers = set(_pointers(shown))
    by_pointer: dict[str, list[Notice]] = {}
    for finding in findings:
        at = (
            _innermost(finding.pointer, pointers) if finding.entry == entry.id and _is_told(finding) else None
        )
        if at is not None:
            notice = Notice(finding.code, finding.severity.value, finding.message)
            by_pointer.setdefault(at, []).append(notice)
    return {pointer: tuple(dict.fromkeys(notices)) for pointer, notices in sorted(by_pointer.items())}


def _is_told(finding: Finding) -> bool:
    is_of_family = finding.code[:3] in _TOLD_FAMILIES and finding.code not in _SAID_IN_THE_TEXT
    return is_of_family and finding.severity is not Severity.NOTE


def _innermost(pointer: Pointer, pointers: set[str]) -> str | None:
    for length in range(len(pointer), 0, -1):
        if (text := pointer_text(pointer[:length])) in pointers:
            return text
    return None


def _pointers(value: Any) -> Iterator[str]:
    if isinstance(value, (tuple, list)):
        for item in value:
            yield from _pointers(item)
    elif is_dataclass(value):
        pointer = getattr(value, "pointer", "")
        if pointer:
            yield pointer
        if not isinstance(value, Words):
            for field in fields(value):
                yield from _pointers(getattr(value, field.name))
