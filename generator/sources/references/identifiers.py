"""DOI, PubMed and PubMed Central numbers in one form, however a record writes them."""

from __future__ import annotations

import re
from urllib.parse import unquote

_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:?\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_PMID = re.compile(
    r"(?:PMID\s*:?\s*|https?://(?:www\.)?(?:pubmed\.)?ncbi\.nlm\.nih\.gov/(?:pubmed/)?)?0*([1-9]\d{0,8})/?",
    re.IGNORECASE,
)
_PMCID = re.compile(r"(?:PMCID\s*:?\s*)?(?:PMC)([1-9]\d{0,8})(?:\.\d+)?", re.IGNORECASE)


def doi_of(text: str) -> str:
    """``10.1000/X1`` of ``https://doi.org/10.1000/X1`` or ``doi: 10.1000/X1.``; empty if it is none."""
    plain = text.strip()
    match = _DOI.fullmatch(unquote(plain) if plain.lower().startswith("http") else plain)
    doi = match[1].rstrip(".,;") if match else ""
    return doi if _is_plain(doi) else ""


def pmid_of(text: str) -> str:
    """``123`` of ``PMID: 123``; empty if it is none."""
    match = _PMID.fullmatch(text.strip())
    return match[1] if match else ""


def pmcid_of(text: str) -> str:
    """``PMC123`` of ``PMCID: pmc123.1``; empty if it is none."""
    match = _PMCID.fullmatch(text.strip())
    return f"PMC{match[1]}" if match else ""


def same_doi(doi: str) -> str:
    """What two spellings of one DOI share: capital letters do not count in a DOI."""
    return doi_of(doi).lower()


def _is_plain(doi: str) -> bool:
    """Braces and backslashes cannot stand in a bibliography as they are; no registrant uses them."""
    return not any(sign in doi for sign in "{}\\ ")
