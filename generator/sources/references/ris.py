"""RIS text to records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from generator.sources.finding_log import FindingLog
from generator.sources.references.identifiers import doi_of, pmcid_of, pmid_of
from generator.sources.references.record_rules import MALFORMED_LINE, OPEN_RECORD
from generator.sources.references.reference_record import RecordDraft, ReferenceRecord
from generator.sources.references.tagged_lines import RECORD_LIMIT, OpenRecord, TaggedRecord, texts

_TAGGED = re.compile(r"([A-Z][A-Z0-9])  ?-(?: (.*)|)")
_LIKE_A_TAG = re.compile(r"[A-Z][A-Z0-9]\s*-\s")
_TYPES = {
    **dict.fromkeys(("JOUR", "JFULL", "EJOUR", "INPR", "MGZN", "EMAG", "NEWS", "ABST"), "article"),
    **dict.fromkeys(("BOOK", "EBOOK", "EDBOOK", "WHOLE"), "book"),
    **dict.fromkeys(("CHAP", "ECHAP"), "incollection"),
    **dict.fromkeys(("ENCYC", "DICT"), "inreference"),
    **dict.fromkeys(("CONF", "CPAPER"), "inproceedings"),
    **dict.fromkeys(("RPRT", "GOVDOC", "STAND", "LEGAL", "STAT"), "techreport"),
    **dict.fromkeys(("ELEC", "WEB", "BLOG", "ICOMM"), "online"),
    "THES": "phdthesis",
    "DATA": "dataset",
    "COMP": "software",
    "UNPB": "unpublished",
    "MANSCPT": "unpublished",
    "GEN": "misc",
}
_IN_A_BOOK = frozenset({"incollection", "inreference", "inproceedings"})
_ARTICLES = frozenset({"article"})
_PLAIN = (("VL", "volume"), ("IS", "number"), ("ET", "edition"), ("PB", "publisher"), ("LA", "language"))
_ISBN = re.compile(r"(?:97[89][- ]?)?(?:[0-9][- ]?){9}[0-9Xx]")
_DATE = re.compile(r"(\d{4})[/-](\d{1,2})(?:[/-].*)?")
_WHOLE_DATE = re.compile(r"(\d{4})[/-](\d{1,2})[/-](\d{1,2})/?")


def read_ris(text: str, log: FindingLog) -> list[ReferenceRecord]:
    """The records of a RIS text (lines end in LF)."""
    records = [_record(record, log) for record in islice(_split(text, log), RECORD_LIMIT + 1)]
    return [record for record in records if record is not None]


def _split(text: str, log: FindingLog) -> Iterator[TaggedRecord]:
    record = OpenRecord()
    for number, line in enumerate(text.split("\n"), 1):
        tagged = _TAGGED.fullmatch(line.rstrip())
        if tagged is None:
            _take_untagged(record, line, number, log)
            continue
        tag, value = tagged[1], tagged[2] or ""
        if not record and tag != "TY":
            log.add(MALFORMED_LINE, f"`{tag}` stands before the line `TY  - ` of a record", number, 1)
        elif tag == "ER":
            yield record.closed()
        else:
            if record and tag == "TY":
                _leave_open(record, log)
            record.begin(tag, value, number)
    if record:
        _leave_open(record, log)


def _leave_open(record: OpenRecord, log: FindingLog) -> None:
    begun = record.closed().line
    log.add(OPEN_RECORD, "the record that begins here has no line `ER  - `", begun, 1)


def _take_untagged(record: OpenRecord, line: str, number: int, log: FindingLog) -> None:
    """A long value may go on without a tag; a line that nearly has one is a mistake."""
    if not line.strip():
        return
    if not record or _LIKE_A_TAG.match(line.strip()):
        log.add(MALFORMED_LINE, f"“{line.strip()[:40]}” is not written like `TI  - title`", number, 1)
    else:
        record.go_on(line)


def _record(record: TaggedRecord, log: FindingLog) -> ReferenceRecord | None:
    written = record.values[0]
    kind = _TYPES.get(written.text.strip().upper(), "")
    draft = RecordDraft(log, record.line, kind or "misc")
    if not kind:
        draft.leave_out(f"the type “{written.text.strip()}” is not known", written.line)
    draft.said_types = texts(record.all("M3", "PT"))
    _take_titles(draft, record)
    _take_names(draft, record)
    _take_dates(draft, record)
    for tag, name in _PLAIN:
        for value in record.all(tag):
            draft.set(name, value.text, value.line)
    _take_pages(draft, record)
    _take_identifiers(draft, record)
    return draft.finished()


def _take_titles(draft: RecordDraft, record: TaggedRecord) -> None:
    within = {"article": "journal"}.get(draft.bibtex_type) or (
        "booktitle" if draft.bibtex_type in _IN_A_BOOK else ""
    )
    own = ("TI", "T1", "CT") if within else ("TI", "T1", "BT", "CT")
    for value in record.all(*own):
        draft.set("title", value.text, value.line)
    # `JF` and `T2` have the name in full; `JO` and `JA` often have its abbreviation.
    sources = {"journal": ("JF", "T2", "JO", "JA", "J2", "J1"), "booktitle": ("T2", "BT", "JF", "JO")}
    for value in record.all(*sources.get(within, ())):
        draft.set(within, value.text, value.line)


def _take_names(draft: RecordDraft, record: TaggedRecord) -> None:
    for value in record.values:
        if value.tag in {"AU", "A1"}:
            draft.add_name("authors", value.text, value.line)
        elif value.tag == "ED" or (value.tag == "A2" and draft.bibtex_type in _IN_A_BOOK):
            draft.add_name("editors", value.text, value.line)


def _take_dates(draft: RecordDraft, record: TaggedRecord) -> None:
    for value in record.all("PY", "Y1", "DA"):
        draft.set("year", value.text, value.line)
        date = _DATE.fullmatch(value.text.strip())
        if date is not None and int(date[2]) in range(1, 13):
            draft.set("month", str(int(date[2])), value.line)
    for value in record.all("Y2"):
        if (day := _WHOLE_DATE.fullmatch(value.text.strip())) is not None:
            draft.set("accessed", f"{day[1]}-{day[2]:0>2}-{day[3]:0>2}", value.line)


def _take_pages(draft: RecordDraft, record: TaggedRecord) -> None:
    first, last = record.first("SP"), record.first("EP")
    if first is not None:
        start, end = first.text.strip(), last.text.strip() if last is not None else ""
        is_range = bool(end) and end != start and not re.search("[-–]", start)
        draft.set("pages", f"{start}-{end}" if is_range else start, first.line)
    elif (number := record.first("C7", "AR")) is not None:
        draft.set("pages", number.text.removeprefix("Article ").removeprefix("No. "), number.line)


def _take_identifiers(draft: RecordDraft, record: TaggedRecord) -> None:
    for value in record.all("DO"):
        draft.set("doi", value.text, value.line)
    for value in record.all("M3", "C2", "AN", "U2", "N1"):
        for name, read in (("doi", doi_of), ("pmcid", pmcid_of)):
            if found := read(value.text):
                draft.set(name, found, value.line)
    _take_pubmed_number(draft, record)
    for value in record.all("SN"):
        if draft.bibtex_type not in _ARTICLES and (isbn := _ISBN.search(value.text)) is not None:
            draft.set("isbn", isbn[0], value.line)
    for value in record.all("UR"):
        if doi := doi_of(value.text):
            draft.set("doi", doi, value.line)
        elif not (pmid_of(value.text) and draft.has("pmid")):
            draft.set("url", value.text, value.line)


def _take_pubmed_number(draft: RecordDraft, record: TaggedRecord) -> None:
    """A bare number is PubMed's only where the record names PubMed as its database."""
    databases = " ".join(texts(record.all("DB", "DP"))).lower()
    is_pubmed = "pubmed" in databases or "medline" in databases or "nlm" in databases.split()
    for value in record.all("AN", "C2", "N1", "UR"):
        text = value.text.strip()
        if (pmid := pmid_of(text)) and (not text.isdecimal() or (is_pubmed and value.tag == "AN")):
            draft.set("pmid", pmid, value.line)
