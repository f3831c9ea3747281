"""Findings that readers of an edition must know, beside what they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from generator.compiler.edition_body import EditionBody
from generator.compiler.public_findings import PublicFindings
from generator.diagnostics import Finding, Pointer, Severity, pointer_text
from generator.model.state import EditionState
from generator.model.text import CLINICIAN
from generator.pages.inline import Words, words
from generator.pages.site import Notice

_TOLD_FAMILIES = frozenset({"CIT", "DOS", "DRG", "EVD", "STA", "ALG", "AUD"})
"""Families of rules whose open findings readers of unapproved text must know."""

_SAID_IN_THE_TEXT = frozenset({"CIT002"})
"""Findings that the text itself already tells where they stand ("no reference in the source")."""


@dataclass(frozen=True)
class EditionNotices:
    """``beside`` has notices by the pointer of a block; ``apart`` tells errors that are let stand and have no block."""

    beside: Mapping[str, tuple[Notice, ...]]
    apart: tuple[Words, ...]


def edition_notices(
    body: EditionBody, state: EditionState, findings: Iterable[Finding], public: PublicFindings
) -> EditionNotices:
    """What is told on the page of an edition: of approved text only the errors that are let stand.

    A finding about the words of one audience is told to that audience alone.
    """
    told = [one for one in findings if _is_told(one, state) and not _is_for_others(one, body)]
    if state.is_notice or not told:
        return EditionNotices({}, ())
    pointers = set(_pointers((body.lead, body.sections)))
    beside: dict[str, list[Notice]] = {}
    apart: list[Words] = []
    for finding in told:
        at = _innermost(finding.pointer, pointers)
        if at is not None:
            beside.setdefault(at, []).append(_notice(finding, public))
        elif _is_let_stand(finding) and _is_at_home(finding, body):
            apart.append(words(f"{finding.code}: {public.message(finding)}. {public.waived(finding)}"))
    return EditionNotices(
        {pointer: tuple(dict.fromkeys(notices)) for pointer, notices in sorted(beside.items())},
        tuple(dict.fromkeys(apart)),
    )


def _notice(finding: Finding, public: PublicFindings) -> Notice:
    return Notice(finding.code, finding.severity.value, public.message(finding), public.waived(finding))


def _is_told(finding: Finding, state: EditionState) -> bool:
    if _is_let_stand(finding):
        return True
    is_of_family = finding.code[:3] in _TOLD_FAMILIES and finding.code not in _SAID_IN_THE_TEXT
    return is_of_family and finding.severity is not Severity.NOTE and not state.is_approved


def _is_let_stand(finding: Finding) -> bool:
    return finding.waived is not None and finding.severity is Severity.ERROR


def _is_for_others(finding: Finding, body: EditionBody) -> bool:
    named = finding.pointer[-1:]
    return bool(named) and named[0] in getattr(body.entry, "audiences", ()) and named[0] != body.audience.id


def _is_at_home(finding: Finding, body: EditionBody) -> bool:
    """What is about the entry as a whole is told to clinicians, or else to those whose edition comes first."""
    if finding.pointer[-1:] == (body.audience.id,):
        return True
    audiences = getattr(body.entry, "audiences", (CLINICIAN,))
    return body.audience.id == (CLINICIAN if CLINICIAN in audiences else audiences[0])


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
