"""The findings of a build by entry, told as far as the entry is public."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.compiler.addresses import FOLDER_OF_KIND, entry_path
from generator.compiler.public_findings import PublicFindings, is_public
from generator.diagnostics import Finding, Severity
from generator.model.library import Library


class FoundRow(NamedTuple):
    """One finding, or several of a rule where neither place nor words may be told."""

    code: str
    severity: Severity
    place: str
    message: str
    waived: str


@dataclass(frozen=True)
class FoundInEntry:
    """What was found in an entry (or a work, a page of prose, a file). Without a page it has no ``path``."""

    title: str
    path: str
    rows: tuple[FoundRow, ...]


def found_by_entry(
    library: Library, findings: Iterable[Finding], public: PublicFindings
) -> tuple[FoundInEntry, ...]:
    """Those with the worst findings first, then those with more of them; in each the worst first."""
    by_subject: dict[str, list[Finding]] = {}
    for finding in findings:
        by_subject.setdefault(finding.entry or finding.place.file, []).append(finding)
    ordered = sorted(by_subject.items(), key=_worst_first)
    return tuple(_found(library, subject, found, public) for subject, found in ordered)


def _worst_first(item: tuple[str, list[Finding]]) -> tuple[tuple[int, ...], str]:
    counts = Counter(finding.severity for finding in item[1])
    return tuple(-counts[severity] for severity in Severity), item[0]


def _found(library: Library, subject: str, findings: list[Finding], public: PublicFindings) -> FoundInEntry:
    entry = library.entry(subject)
    has_page = entry is not None and getattr(entry, "kind", "") in FOLDER_OF_KIND
    is_told = public.tells_messages or (
        entry is not None and has_page and is_public(library, entry, public.context)
    )
    made = _told(findings, public) if is_told else _counted(findings, public)
    rows = sorted(made, key=lambda row: (row.severity.rank, row.code, row.place, row.message))
    path = entry_path(entry) if entry is not None and has_page else ""
    return FoundInEntry(subject, path, tuple(dict.fromkeys(rows)))


def _told(findings: Iterable[Finding], public: PublicFindings) -> Iterator[FoundRow]:
    for one in findings:
        yield FoundRow(one.code, one.severity, _place(one, public), public.message(one), public.waived(one))


def _counted(findings: Iterable[Finding], public: PublicFindings) -> Iterator[FoundRow]:
    counts = Counter((one.rule, one.severity, one.waived is not None) for one in findings)
    for (rule, severity, is_waived), number in counts.items():
        times = public.context.word("qa-places", number=str(number)) if number > 1 else ""
        waived = public.context.word("qa-let-stand") if is_waived else ""
        yield FoundRow(rule.code, severity, times, rule.summary.removesuffix("."), waived)


def _place(finding: Finding, public: PublicFindings) -> str:
    if finding.pointer:
        return finding.symbolic_place
    if finding.entry or not finding.place.line:
        return ""
    return public.context.word("qa-line", number=str(finding.place.line))
