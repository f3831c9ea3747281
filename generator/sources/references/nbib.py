"""PubMed text (``.nbib``, the MEDLINE format) to records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from generator.sources.bib_fields import MONTHS
from generator.sources.finding_log import FindingLog
from generator.sources.references.record_rules import CAUTION, MALFORMED_LINE
from generator.sources.references.reference_record import RecordDraft, ReferenceRecord
from generator.sources.references.tagged_lines import RECORD_LIMIT, OpenRecord, TaggedRecord, texts

_TAGGED = re.compile(r"([A-Z][A-Z0-9 ]{3})- ?(.*)")
_CONTINUED = re.compile(r" {5,}\S")
_IDENTIFIER = re.compile(r"(.*\S)\s*\[(doi|pii|bookaccession)\]\s*")
_SHORTENED_PAGES = re.compile(r"(\d+)-(\d+)")
_NO_TITLE = re.compile(r"\[not available\]\.?", re.IGNORECASE)
_PLAIN = (
    ("VI", "volume"),
    ("IP", "number"),
    ("PMID", "pmid"),
    ("PMC", "pmcid"),
    ("EN", "edition"),
    ("PB", "publisher"),
)
_ISBN = re.compile(r"[0-9][0-9Xx -]{8,16}[0-9Xx]")
_CAUTIONS = {
    "retracted publication": "PubMed marks the work as retracted",
    "retraction of publication": "the record is the notice of a retraction",
    "expression of concern": "the record is an expression of concern",
    "published erratum": "the record is an erratum",
    "preprint": "the work is a preprint, which nobody has reviewed",
}
_NOTICES = {"RIN": "a retraction", "ECI": "an expression of concern", "EIN": "an erratum"}


def read_nbib(text: str, log: FindingLog) -> list[ReferenceRecord]:
    """The records of a PubMed text (lines end in LF)."""
    records = [_record(record, log) for record in islice(_split(text, log), RECORD_LIMIT + 1)]
    return [record for record in records if record is not None]


def _split(text: str, log: FindingLog) -> Iterator[TaggedRecord]:
    record = OpenRecord()
    for number, line in enumerate(text.split("\n"), 1):
        tagged = _TAGGED.fullmatch(line)
        if tagged is not None:
            tag = tagged[1].strip()
            if tag == "PMID" and record:
                yield record.closed()
            record.begin(tag, tagged[2], number)
        elif record and _CONTINUED.match(line):
            record.go_on(line)
        elif line.strip():
            log.add(MALFORMED_LINE, f"“{line.strip()[:40]}” has no tag", number, 1)
    if record:
        yield record.closed()


def _record(record: TaggedRecord, log: FindingLog) -> ReferenceRecord | None:
    draft = RecordDraft(log, record.line)
    draft.said_types = texts(record.all("PT"))
    _take_titles(draft, record)
    _take_names(draft, record)
    _take_date(draft, record)
    for tag, name in _PLAIN:
        for value in record.all(tag):
            draft.set(name, value.text, value.line)
    for value in record.all("PG"):
        draft.set("pages", _full_pages(value.text), value.line)
    for value in record.all("LA"):
        draft.set("language", value.text, value.line)
    _take_identifiers(draft, record)
    _caution(draft, record)
    return draft.finished()


def _take_titles(draft: RecordDraft, record: TaggedRecord) -> None:
    title, book = record.first("TI", "TT"), record.first("BTI")
    if title is not None and _NO_TITLE.fullmatch(title.text.strip()):
        title = record.first("TT") or title
    if book is not None:
        draft.bibtex_type = "incollection" if title is not None else "book"
        draft.set("booktitle" if title is not None else "title", book.text.removesuffix("."), book.line)
    if title is not None:
        draft.set("title", title.text, title.line)
    if (journal := record.first("JT", "TA")) is not None and book is None:
        # The library's catalogue adds a subtitle to many journals: “Examples : official journal of …”.
        draft.set("journal", journal.text.partition(" : ")[0], journal.line)


def _take_names(draft: RecordDraft, record: TaggedRecord) -> None:
    """Names in full where they are given so; groups stand among the people as the record has them."""
    has_full = record.first("FAU") is not None
    for value in record.values:
        if value.tag == ("FAU" if has_full else "AU"):
            draft.add_name("authors", value.text, value.line)
        elif value.tag == "CN":
            draft.add_name("authors", value.text, value.line, is_group=True)
    for value in record.all("FED" if record.first("FED") else "ED"):
        draft.add_name("editors", value.text, value.line)


def _take_date(draft: RecordDraft, record: TaggedRecord) -> None:
    value = record.first("DP", "DEP")
    if value is None:
        return
    draft.set("year", value.text, value.line)
    words = value.text.split()
    if len(words) > 1 and (month := MONTHS.get(words[1][:3].lower())) and words[1].isalpha():
        draft.set("month", month, value.line)


def _take_identifiers(draft: RecordDraft, record: TaggedRecord) -> None:
    for value in record.all("AID", "LID"):
        found = _IDENTIFIER.fullmatch(value.text)
        if found is not None and found[2] == "doi":
            draft.set("doi", found[1], value.line)
    for value in record.all("ISBN"):
        if (isbn := _ISBN.search(value.text)) is not None:
            draft.set("isbn", isbn[0], value.line)


def _caution(draft: RecordDraft, record: TaggedRecord) -> None:
    for value in record.all("PT"):
        if (words := _CAUTIONS.get(value.text.strip().lower())) is not None:
            draft.log.add(CAUTION, words, value.line, 1)
    for tag, noun in _NOTICES.items():
        for value in record.all(tag):
            draft.log.add(CAUTION, f"PubMed names {noun}: {' '.join(value.text.split())}", value.line, 1)


def _full_pages(text: str) -> str:
    """``123-129`` of ``123-9``: PubMed leaves out the digits that the last page shares with the first."""
    pages = _SHORTENED_PAGES.fullmatch(text.strip())
    if pages is None or len(pages[2]) >= len(pages[1]):
        return text
    return f"{pages[1]}-{pages[1][: -len(pages[2])]}{pages[2]}"
