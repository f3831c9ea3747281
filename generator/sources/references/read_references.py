"""Any text of references to records; what it is shows in its own lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.diagnostics import Finding, Place, Severity
from generator.sources.finding_log import FindingLog, TooManyFindings
from generator.sources.references.bibtex_records import read_bibtex_records
from generator.sources.references.nbib import read_nbib
from generator.sources.references.record_rules import NO_RECORD, UNKNOWN_FORMAT
from generator.sources.references.reference_record import ReferenceRecord
from generator.sources.references.ris import read_ris
from generator.sources.references.tagged_lines import RECORD_LIMIT
from generator.sources.source_rules import TOO_LARGE
from generator.sources.source_text import read_source_text

SIZE_LIMIT = 8 * 1024 * 1024

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_RIS = re.compile(r"^TY  ?-", re.MULTILINE)
_NBIB = re.compile(r"^PMID- ", re.MULTILINE)
_BIBTEX = re.compile(r"^[ \t]*@[A-Za-z]+[ \t]*[{(]", re.MULTILINE)
_OTHERS = (
    (re.compile(r"^%[0A] ", re.MULTILINE), "EndNote's own format"),
    (re.compile(r"\A\s*<"), "XML or HTML"),
    (re.compile(r"\A\s*[\[{]\s*[\"{]"), "JSON"),
    (re.compile(r"^(?:FN|PT|VR) \S", re.MULTILINE), "the format of Web of Science"),
)


@dataclass(frozen=True, slots=True)
class References:
    """The records of a text in their order, and the findings. With an error among them nothing should be added."""

    records: tuple[ReferenceRecord, ...]
    findings: tuple[Finding, ...]

    @property
    def is_usable(self) -> bool:
        """Whether everything was understood."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)


def read_references(data: bytes, file: str) -> References:
    """Read BibTeX, RIS or PubMed text of at most 8 MiB. Never raises: what is wrong is a finding."""
    log = FindingLog(file)
    plain = data.removeprefix(_BYTE_ORDER_MARK).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    records: list[ReferenceRecord] = []
    found: list[Finding] = []
    try:
        text = read_source_text(plain, log, size_limit=SIZE_LIMIT)
        if text is not None:
            records, found = _read(text, file, log)
    except TooManyFindings:
        log.stopped()
    if len(records) > RECORD_LIMIT:
        message = f"the text holds more than {RECORD_LIMIT:,} references"
        log.add(TOO_LARGE, message, 0, 0, cure="Add them in several parts.")
    findings = sorted({*log.findings(), *found}, key=lambda finding: finding.sort_key)
    if not records and not findings:
        findings = [NO_RECORD.finding("there is no reference in the text", Place(file))]
    return References(tuple(records), tuple(findings))


def _read(text: str, file: str, log: FindingLog) -> tuple[list[ReferenceRecord], list[Finding]]:
    if _RIS.search(text):
        return read_ris(text, log), []
    if _NBIB.search(text):
        return read_nbib(text, log), []
    if _BIBTEX.search(text):
        return read_bibtex_records(text, file)
    if text.strip():
        other = next((name for pattern, name in _OTHERS if pattern.search(text)), "")
        seems = f": it looks like {other}" if other else ""
        log.add(UNKNOWN_FORMAT, f"this is neither BibTeX nor RIS nor PubMed text{seems}", 1, 1)
    return [], []
