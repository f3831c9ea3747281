"""The numbers under which a work is registered, also where only its address tells them."""

from __future__ import annotations

import re

from generator.model.work import Work

_DOI_ADDRESS = re.compile(
    r"https?://(?:(?:dx\.|www\.)?doi\.org/|[^\s/?#]+/doi/(?:(?:full|abs|abstract|pdf|epdf|epub)/)?)"
    r"(10\.\d{4,9}/[^\s?#]+)(?:[?#].*)?",
    re.IGNORECASE,
)
_PUBMED_ADDRESS = re.compile(
    r"https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/0*([1-9]\d{0,8})/?(?:[?#].*)?",
    re.IGNORECASE,
)


def doi_of(work: Work) -> str:
    """The DOI in small letters, as stated or as its address leads to it; empty where there is none."""
    return (work.doi or _told(_DOI_ADDRESS, work.url)).strip().lower()


def pmid_of(work: Work) -> str:
    """The PubMed number, as stated or as its address leads to it; empty where there is none."""
    return (work.pmid or _told(_PUBMED_ADDRESS, work.url)).strip()


def _told(address: re.Pattern[str], url: str | None) -> str:
    found = address.fullmatch((url or "").strip())
    return found[1] if found else ""
