"""What the site says of a drug or a condition elsewhere: added once the states of all pages are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.compiler.addresses import edition_path
from generator.compiler.citations import Citations
from generator.compiler.context import SiteContext
from generator.compiler.dose_rows import dose_row
from generator.compiler.edition_body import EditionBody
from generator.compiler.entry_lists import Bodies, eligible_editions, entry_line
from generator.compiler.scribe import Scribe
from generator.compiler.suspended_doses import tells_a_number
from generator.model.dose import Dose
from generator.model.entries.entry import Entry
from generator.model.library import Library
from generator.model.quotes import quotes_of
from generator.model.text import CLINICIAN
from generator.pages.blocks import Block, DoseRow, DoseTable, EntryList, Paragraphs
from generator.pages.inline import PageLink, Text, Words, words
from generator.pages.site import Section

_PURPOSES = ("recommended", "usual", "prior-treatment", "studied")


@dataclass(frozen=True, slots=True)
class _Use:
    """A dose with the edition that states it."""

    body: EditionBody
    dose_id: str
    dose: Dose


def drug_uses(library: Library, bodies: Bodies, context: SiteContext) -> dict[str, tuple[Section, ...]]:
    """For each drug, its doses on the site by purpose, and the entries that name it, in one pass over all entries."""
    doses: dict[str, list[_Use]] = {}
    naming: dict[str, list[Entry]] = {}
    for entry in library.editioned():
        if CLINICIAN not in set(eligible_editions(library, entry, context)):
            continue
        body = bodies[entry.id, CLINICIAN]
        shown: dict[str, Dose] = getattr(body.edition, "doses", {})
        for dose_id in sorted(shown):
            for drug in dict.fromkeys(shown[dose_id].drugs):
                doses.setdefault(drug, []).append(_Use(body, dose_id, shown[dose_id]))
        for drug in sorted({quote.target for quote in quotes_of(body.edition) if quote.kind == "drug"}):
            naming.setdefault(drug, []).append(entry)
    return {
        drug: (
            _doses(library, doses.get(drug, []), context),
            *_entries(library, naming.get(drug, []), bodies, context),
        )
        for drug in library.drugs
    }


def condition_uses(library: Library, bodies: Bodies, context: SiteContext) -> dict[str, tuple[Section, ...]]:
    """For each condition, the entries about it."""
    about: dict[str, list[Entry]] = {}
    for entry in library.editioned():
        shown = next(eligible_editions(library, entry, context), None)
        told = bodies[entry.id, shown].entry if shown is not None else entry
        about.setdefault(str(getattr(told, "condition", "")), []).append(entry)
    return {
        condition: tuple(_entries(library, about.get(condition, []), bodies, context))
        for condition in library.conditions
    }


def _doses(library: Library, uses: list[_Use], context: SiteContext) -> Section:
    blocks: list[Block] = []
    for purpose in _PURPOSES:
        rows = tuple(_row(library, use, context) for use in uses if use.dose.purpose == purpose)
        if rows:
            blocks.append(DoseTable(context.word(f"doses-{purpose}"), rows))
    none = Paragraphs((words(context.word("no-dose-on-site")),))
    return Section("doses", context.word("section-doses"), tuple(blocks) or (none,), is_clinical=False)


def _row(library: Library, use: _Use, context: SiteContext) -> DoseRow:
    """The dose as its own page words it, labelled by that page. Its citations stand there, with their references."""
    entry, audience = use.body.entry, use.body.audience
    own: dict[str, Dose] = getattr(use.body.edition, "doses", {})
    row = dose_row(
        Scribe(use.body.library, context, audience, entry.id, Citations(frozenset()), own, own, {}),
        use.dose_id,
        use.dose,
    )
    condition = library.conditions.get(str(getattr(entry, "condition", "")))
    label = Text(condition.name if condition else entry.id)
    link = PageLink(f"{edition_path(entry, audience.id)}#dose-{use.dose_id}", (label,))
    named = use.dose.label and not (row.is_suspended and tells_a_number(use.dose.label))
    tail = (Text(f": {use.dose.label}"),) if named else ()
    return replace(row, anchor=f"dose-{entry.id}-{use.dose_id}", label=Words((link, *tail)), pointer="")


def _entries(
    library: Library, entries: list[Entry], bodies: Bodies, context: SiteContext
) -> Iterator[Section]:
    if entries:
        lines = tuple(entry_line(library, entry, bodies, context) for entry in entries)
        title = context.word("section-entries")
        yield Section("entries", title, (EntryList("", lines),), is_clinical=False)
