"""BibTeX of another program to records, by the reader of our own bibliography."""

from __future__ import annotations

import re

from generator.diagnostics import Finding
from generator.sources.bib_rules import INVALID_DOI
from generator.sources.bibtex import Bibliography, read_bibliography
from generator.sources.cited_work import CitedWork
from generator.sources.references.identifiers import doi_of
from generator.sources.references.languages import language_name
from generator.sources.references.record_names import PersonName, spaced_initials
from generator.sources.references.record_text import plain_text, title_text
from generator.sources.references.reference_record import ReferenceRecord

_PMID_WORD = re.compile(r'(\bpmid\s*=\s*["{]\s*)PMID\s*:?\s*', re.IGNORECASE)


def read_bibtex_records(text: str, file: str) -> tuple[list[ReferenceRecord], list[Finding]]:
    """The records of a BibTeX text, and what our own reader finds wrong in it. Their keys are left behind."""
    bibliography = read_bibliography(_PMID_WORD.sub(r"\1", text).encode(), file)
    records = [
        ReferenceRecord(_cleaned(work), bibliography.place(key)) for key, work in bibliography.works.items()
    ]
    return records, [finding for finding in bibliography.findings if not _is_mended(finding, bibliography)]


def _is_mended(finding: Finding, bibliography: Bibliography) -> bool:
    """An address in front of a DOI is taken off: the record is not ours to complain of."""
    places = {bibliography.place(key, "doi") for key, work in bibliography.works.items() if "doi" in work}
    return finding.rule is INVALID_DOI and finding.place in places


def _cleaned(work: CitedWork) -> CitedWork:
    cleaned: CitedWork = {}
    for name, value in work.items():
        if isinstance(value, list):
            cleaned[name] = [_name(person) for person in value]
        elif name != "key" and (text := _text(name, value)):
            cleaned[name] = text
    return cleaned


def _name(person: PersonName) -> PersonName:
    plain = {part: plain_text(text) for part, text in person.items()}
    if "given" in plain:
        plain["given"] = spaced_initials(plain["given"], plain.get("family", ""))
    return {part: text for part, text in plain.items() if text}


def _text(name: str, value: str) -> str:
    if name == "title":
        return title_text(value)
    if name == "doi":
        return doi_of(plain_text(value))
    if name == "language":
        return language_name(value)
    return value.replace("\\", "%5C") if name == "url" else plain_text(value)
