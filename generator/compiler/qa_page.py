"""The page that tells what the checks found in this build, and what is let stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.compiler.index_pages import site_page
from generator.compiler.public_findings import PublicFindings
from generator.compiler.qa_findings import FoundInEntry, found_by_entry
from generator.compiler.qa_waivers import waivers_table
from generator.diagnostics import Finding, Severity
from generator.model.library import Library
from generator.pages.blocks import Block, Fact, Facts, Paragraphs, SubHeading, Table, TableRow
from generator.pages.inline import Emphasis, PageLink, Run, Text, Words, words
from generator.pages.site import Page, Section

MOST_ROWS = 500
"""How many rows of findings stand on the page at most."""


def qa_page(library: Library, findings: tuple[Finding, ...], public: PublicFindings) -> Page:
    """Counts, waivers, rules, then the findings of each entry, the worst entry first."""
    context = public.context
    sections = [_section("counts", (_counts(findings, public), *_withheld(public)), public)]
    if library.waivers:
        sections.append(_section("waivers", (waivers_table(library, findings, public),), public))
    if findings:
        sections.append(_section("rules", (_rules(findings, public),), public))
        sections.append(_section("findings", tuple(_findings(library, findings, public)), public))
    return site_page("qa/", "qa", context.word("qa-title"), context, tuple(sections))


def _section(name: str, blocks: tuple[Block, ...], public: PublicFindings) -> Section:
    return Section(name, public.context.word(f"qa-{name}"), blocks, is_clinical=False)


def _counts(findings: tuple[Finding, ...], public: PublicFindings) -> Facts:
    """Errors stand here only where they are let stand: any other stops the build."""
    found = Counter(finding.severity for finding in findings)
    waived = sum(1 for finding in findings if finding.waived is not None)
    numbers = {f"qa-count-{one.value}": found[one] for one in Severity} | {"qa-count-waived": waived}
    return Facts(
        tuple(Fact(public.context.word(key), words(f"{number:,}")) for key, number in numbers.items())
    )


def _withheld(public: PublicFindings) -> Iterator[Block]:
    if not public.tells_messages:
        yield Paragraphs((words(public.context.word("qa-withheld")),))


def _rules(findings: tuple[Finding, ...], public: PublicFindings) -> Table:
    """The rules that found something: the worst first, then the most frequent."""
    counts = Counter((finding.severity, finding.rule) for finding in findings)
    ordered = sorted(counts.items(), key=lambda item: (item[0][0].rank, -item[1], item[0][1].code))
    rows = (
        _row(rule.code, _severity(severity, public), rule.summary, f"{number:,}")
        for (severity, rule), number in ordered
    )
    return _table(("qa-rule", "qa-severity", "qa-finds", "qa-how-often"), tuple(rows), public)


def _findings(library: Library, findings: tuple[Finding, ...], public: PublicFindings) -> Iterator[Block]:
    found = found_by_entry(library, findings, public)
    left = MOST_ROWS
    for number, one in enumerate(found, start=1):
        if not left:
            break
        shown = one.rows[:left]
        left -= len(shown)
        yield SubHeading(f"found-{number}", Words((_name(one),)))
        rows = (
            _row(code, _severity(severity, public), place, _said(message, waived))
            for code, severity, place, message, waived in shown
        )
        yield _table(("qa-rule", "qa-severity", "qa-place", "qa-said"), tuple(rows), public)
    total = sum(len(one.rows) for one in found)
    if total > MOST_ROWS:
        more = public.context.word("qa-more", number=f"{total - MOST_ROWS:,}")
        yield Paragraphs((words(more),))


def _name(one: FoundInEntry) -> Text | PageLink:
    return PageLink(one.path, (Text(one.title),)) if one.path else Text(one.title)


def _said(message: str, waived: str) -> Run:
    return (Text(f"{message}. "), Emphasis((Text(waived),))) if waived else (Text(message),)


def _severity(severity: Severity, public: PublicFindings) -> str:
    return public.context.word(f"severity_{severity.value}")


def _table(columns: tuple[str, ...], rows: tuple[TableRow, ...], public: PublicFindings) -> Table:
    return Table("", tuple(public.context.word(column) for column in columns), rows)


def _row(*cells: str | Run) -> TableRow:
    """A text or a run each; an empty one leaves its cell out on a phone."""
    runs = ((Text(cell),) if isinstance(cell, str) else cell for cell in cells)
    return TableRow(tuple(Words(() if run == (Text(""),) else run) for run in runs), "")
