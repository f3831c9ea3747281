"""What the site says of a drug or a condition elsewhere: added once the states of all pages are known."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compiler.addresses import edition_path
from generator.compiler.citations import Citations
from generator.compiler.context import SiteContext
from generator.compiler.dose_rows import dose_row
from generator.compiler.entry_lists import Bodies, eligible_editions, entry_line
from generator.compiler.scribe import Scribe
from generator.model.dose import Dose
from generator.model.edition import reduce_to_edition
from generator.model.entries.audience import Audience
from generator.model.entries.entry import Entry
from generator.model.library import Library
from generator.model.quotes import quotes_of
from generator.pages.blocks import Block, DoseTable, EntryList, Paragraphs
from generator.pages.inline import PageLink, Text, Words, words
from generator.pages.site import Section

_PURPOSES = ("recommended", "usual", "prior-treatment", "studied")


def drug_uses(library: Library, bodies: Bodies, context: SiteContext) -> dict[str, tuple[Section, ...]]:
    """For each drug, its doses on the site by purpose, and the entries that name it, in one pass over all entries."""
    doses: dict[str, list[tuple[Entry, str, Dose]]] = {}
    naming: dict[str, list[Entry]] = {}
    for entry in library.editioned():
        if "clinician" not in set(eligible_editions(library, entry, context)):
            continue
        for dose_id in sorted(entry.doses):
            for drug in entry.doses[dose_id].drugs:
                doses.setdefault(drug, []).append((entry, dose_id, entry.doses[dose_id]))
        for drug in sorted({quote.target for quote in quotes_of(entry) if quote.kind == "drug"}):
            naming.setdefault(drug, []).append(entry)
    return {
        drug: tuple(_drug_sections(library, doses.get(drug, []), naming.get(drug, []), bodies, context))
        for drug in library.drugs
    }


def condition_uses(library: Library, bodies: Bodies, context: SiteContext) -> dict[str, tuple[Section, ...]]:
    """For each condition, the entries about it."""
    about: dict[str, list[Entry]] = {}
    for entry in library.editioned():
        about.setdefault(entry.condition, []).append(entry)
    return {
        condition: _entries(library, about.get(condition, []), bodies, context)
        for condition in library.conditions
    }


def _drug_sections(
    library: Library,
    doses: list[tuple[Entry, str, Dose]],
    naming: list[Entry],
    bodies: Bodies,
    context: SiteContext,
) -> Iterator[Section]:
    audience = library.audiences["clinician"]
    tables = tuple(_table(library, audience, purpose, doses, context) for purpose in _PURPOSES)
    blocks: tuple[Block, ...] = tuple(table for table in tables if table is not None)
    if not blocks:
        blocks = (Paragraphs((words(context.word("no-dose-on-site")),)),)
    yield Section("doses", context.word("section-doses"), blocks, is_clinical=False)
    yield from _entries(library, naming, bodies, context)


def _table(
    library: Library,
    audience: Audience,
    purpose: str,
    doses: list[tuple[Entry, str, Dose]],
    context: SiteContext,
) -> DoseTable | None:
    rows = [
        _row(library, audience, entry, dose_id, context)
        for entry, dose_id, dose in doses
        if dose.purpose == purpose
    ]
    return DoseTable(context.word(f"doses-{purpose}"), tuple(rows)) if rows else None


def _row(library: Library, audience: Audience, entry: Entry, dose_id: str, context: SiteContext):  # type: ignore[no-untyped-def]
    """The dose as its own page words it, labelled by that page. Its citations stand there, where its references are."""
    from dataclasses import replace

    edition = reduce_to_edition(entry, audience)
    own = getattr(edition, "doses", {})
    scribe = Scribe(library, context, audience, entry.id, Citations(frozenset()), own, own, {})
    row = dose_row(scribe, dose_id, own[dose_id])
    condition = library.conditions.get(str(getattr(entry, "condition", "")))
    label = condition.name if condition else entry.id
    link = PageLink(f"{edition_path(entry, audience.id)}#dose-{dose_id}", (Text(label),))
    tail = (Text(f": {own[dose_id].label}"),) if own[dose_id].label else ()
    return replace(row, anchor=f"dose-{entry.id}-{dose_id}", label=Words((link, *tail)), pointer="")


def _entries(
    library: Library, entries: list[Entry], bodies: Bodies, context: SiteContext
) -> tuple[Section, ...]:
    if not entries:
        return ()
    lines = tuple(entry_line(library, entry, bodies, context) for entry in entries)
    return (Section("entries", context.word("section-entries"), (EntryList("", lines),), is_clinical=False),)
