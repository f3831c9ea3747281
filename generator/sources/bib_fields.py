"""The fields of a bibliography: what each is called, and which values it takes."""

from __future__ import annotations

import re
from types import MappingProxyType

from generator.diagnostics import Rule
from generator.sources.bib_rules import (
    INVALID_ADDRESS,
    INVALID_DATE,
    INVALID_DOI,
    INVALID_PMID,
    UNKNOWN_EVIDENCE,
)

FIELD_NAMES = MappingProxyType(
    {
        "author": "authors",
        "editor": "editors",
        "title": "title",
        "year": "year",
        "month": "month",
        "date": "date",
        "journal": "journal",
        "journaltitle": "journal",
        "volume": "volume",
        "number": "number",
        "issue": "number",
        "pages": "pages",
        "eid": "pages",
        "publisher": "publisher",
        "organization": "issuing_body",
        "institution": "issuing_body",
        "school": "issuing_body",
        "issuingbody": "issuing_body",
        "doi": "doi",
        "pmid": "pmid",
        "pmcid": "pmcid",
        "url": "url",
        "urldate": "accessed",
        "accessed": "accessed",
        "edition": "edition",
        "booktitle": "booktitle",
        "isbn": "isbn",
        "unresolved": "unresolved",
        "note": "note",
        "language": "language",
        "langid": "language",
        "evidencetype": "type",
        "entry": "entry",
    }
)
"""The BibTeX name of each field that is read, and its name in a work."""

IGNORED_FIELDS = frozenset(
    [
        *["abstract", "address", "annotation", "annote", "archiveprefix", "chapter", "copyright", "day"],
        *["eprint", "eprinttype", "file", "groups", "howpublished", "issn", "keywords", "location", "owner"],
        *["primaryclass", "series", "shorttitle", "timestamp", "type"],
    ]
)
"""Fields that other programs write and no reference here prints."""

WORK_TYPES = frozenset(
    [
        *["article", "book", "booklet", "manual", "collection", "proceedings"],
        *["inbook", "incollection", "inreference", "inproceedings", "conference"],
        *["report", "techreport", "thesis", "phdthesis", "mastersthesis"],
        *["online", "electronic", "www", "dataset", "software", "unpublished", "misc"],
    ]
)
"""The BibTeX types."""

KINDS_OF_EVIDENCE = (
    "guideline", "trial", "review", "systematic-review", "cohort", "case-series", "case-report", "regulatory",
    "monograph", "own-page", "other", "not-stated",
)  # fmt: skip

MONTHS = MappingProxyType({
    "jan": "1", "feb": "2", "mar": "3", "apr": "4", "may": "5", "jun": "6",
    "jul": "7", "aug": "8", "sep": "9", "oct": "10", "nov": "11", "dec": "12",
})  # fmt: skip
"""The words for months that every BibTeX knows."""

_DOI_ADDRESS = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_YEAR = r"(?:1[5-9]|20)\d\d"
_MONTH_NAME = re.compile(r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?", re.IGNORECASE)
_DAY = rf"{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_FORMS_OF_VALUES: dict[str, tuple[re.Pattern[str], Rule, str]] = {
    "doi": (re.compile(r"10\.\d{4,9}/\S+"), INVALID_DOI, "a DOI"),
    "pmid": (re.compile(r"[1-9]\d{0,8}"), INVALID_PMID, "a PubMed number"),
    "pmcid": (re.compile(r"PMC[1-9]\d{0,8}"), INVALID_PMID, "a PubMed Central number"),
    "year": (re.compile(_YEAR), INVALID_DATE, "a year"),
    "month": (re.compile(r"[1-9]|1[0-2]"), INVALID_DATE, "a month"),
    "date": (re.compile(rf"{_YEAR}(?:-(?:0[1-9]|1[0-2]))?|{_DAY}"), INVALID_DATE, "a date"),
    "accessed": (re.compile(_DAY), INVALID_DATE, "a day"),
    "url": (re.compile(r"https?://[^\s/]+\S*"), INVALID_ADDRESS, "a web address"),
    "type": (re.compile("|".join(KINDS_OF_EVIDENCE)), UNKNOWN_EVIDENCE, "a kind of evidence"),
}


def check_value(name: str, value: str) -> tuple[str, tuple[Rule, str] | None]:
    """The value of a field as it is kept, with the rule that it breaks and the words for it.

    The value is "" if it breaks a rule and nothing can be kept of it.
    """
    if name not in _FORMS_OF_VALUES:
        return value, None
    pattern, rule, what = _FORMS_OF_VALUES[name]
    if pattern.fullmatch(value):
        return value, None
    mended = _mend(name, value)
    if mended != value and pattern.fullmatch(mended):
        return mended, (rule, f"`{value}` is an address, not a DOI") if name == "doi" else None
    shown = value if len(value) <= 60 else f"{value[:59]}…"
    return "", (rule, f"`{shown}` is not {what}")


def _mend(name: str, value: str) -> str:
    """What is meant without a doubt: a name of a month, or a DOI in front of which an address stands."""
    if name == "doi":
        return _DOI_ADDRESS.sub("", value)
    if name == "month":
        month = _MONTH_NAME.fullmatch(value)
        return MONTHS[month[1].lower()] if month else value.removeprefix("0")
    return value
