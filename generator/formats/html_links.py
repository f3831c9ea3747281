"""Addresses: inside the site relative to the page, outside it only over schemes that cannot run anything."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

_OUTSIDE = re.compile(r"(?:https?://[^\s/?#]|mailto:[^\s])[^\s<>\"\\\x00-\x1f\x7f]*", re.IGNORECASE)
_PUBMED_NUMBER = re.compile(r"[0-9]{1,9}")
EXTERNAL_REL = "noopener noreferrer external"


def safe_address(address: str) -> str | None:
    """The address if it may be a link to another host (``https:``, ``http:``, ``mailto:``), else None."""
    return address if _OUTSIDE.fullmatch(address) else None


def doi_address(doi: str) -> str:
    """Where a DOI resolves."""
    return "https://doi.org/" + quote(doi, safe="/:;()._-")


def pubmed_address(pmid: str) -> str | None:
    """The page of a PubMed number; None where it is no number."""
    return f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" if _PUBMED_NUMBER.fullmatch(pmid) else None


@dataclass(frozen=True, slots=True)
class SiteAddresses:
    """Addresses of pages as seen from one page, so that the site works under any sub-path.

    ``root`` leads from the page to the site's root and ends in a stroke: ``./``, ``../../``.
    """

    root: str

    @classmethod
    def at_depth(cls, depth: int) -> SiteAddresses:
        """As seen from a page that lies this many folders deep."""
        return cls("../" * depth or "./")

    def to(self, path: str) -> str:
        """The address of a path from the root (``drugs/x/#dose``); the root begins it, so that no scheme can."""
        return path if path.startswith("#") else self.root + path.lstrip("/")
