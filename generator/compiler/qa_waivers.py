"""The waivers of a build: what is let stand, why, by whom, until when, and how much each covers."""

from __future__ import annotations

from collections.abc import Iterable

from generator.compiler.addresses import FOLDER_OF_KIND, entry_path
from generator.compiler.days import day_words
from generator.compiler.public_findings import PublicFindings, is_public
from generator.diagnostics import Finding, Waived
from generator.model.library import Library
from generator.model.waiver import Waiver
from generator.pages.blocks import Table, TableRow
from generator.pages.inline import PageLink, Run, Text, Words, words

_COLUMNS = ("qa-rule", "qa-where", "qa-reason", "qa-owner", "qa-covers")


def waivers_table(library: Library, findings: Iterable[Finding], public: PublicFindings) -> Table:
    """One row for each waiver, in the order of the file."""
    covered: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.waived is not None:
            covered.setdefault((finding.code, finding.entry or finding.place.file), []).append(finding)
    rows = (
        _row(library, waiver, covered.get((waiver.rule, waiver.entry), []), public)
        for waiver in library.waivers
    )
    return Table("", tuple(public.context.word(column) for column in _COLUMNS), tuple(rows))


def _row(library: Library, waiver: Waiver, findings: list[Finding], public: PublicFindings) -> TableRow:
    number = sum(1 for finding in findings if _covers(waiver, finding))
    may_tell = _may_tell(library, waiver, public)
    until = _until(waiver, public)
    cells = (
        words(waiver.rule),
        _where(library, waiver, may_tell=may_tell),
        words(public.reason(waiver.reason)) if may_tell else Words(()),
        words(public.context.word("qa-owner-until", owner=public.owner(waiver.owner), until=until)),
        words(str(number) if number else public.context.word("qa-covers-nothing")),
    )
    return TableRow(cells, "")


def _where(library: Library, waiver: Waiver, *, may_tell: bool) -> Words:
    entry = library.entry(waiver.entry)
    has_page = entry is not None and getattr(entry, "kind", "") in FOLDER_OF_KIND
    name = (Text(waiver.entry),)
    run: Run = (PageLink(entry_path(entry), name),) if entry is not None and has_page else name
    return Words((*run, Text(f", {waiver.place}")) if waiver.place and may_tell else run)


def _covers(waiver: Waiver, finding: Finding) -> bool:
    is_this = finding.waived == Waived(waiver.reason, waiver.owner, waiver.until.isoformat())
    return is_this and waiver.place in (None, finding.anchor, finding.symbolic_place)


def _may_tell(library: Library, waiver: Waiver, public: PublicFindings) -> bool:
    """A reason, and the ids in a place, can tell what a page says that nobody may read yet."""
    entry = library.entry(waiver.entry)
    if entry is None or getattr(entry, "kind", "") not in FOLDER_OF_KIND:
        return public.tells_messages
    return is_public(library, entry, public.context)


def _until(waiver: Waiver, public: PublicFindings) -> str:
    day = day_words(waiver.until, public.context)
    return public.context.word("qa-ended", day=day) if waiver.until < public.context.today else day
