"""The kind of evidence of a work, where its record says it in so many words."""

from __future__ import annotations

from collections.abc import Iterable

_KINDS = {
    "randomized controlled trial": "trial",
    "controlled clinical trial": "trial",
    "pragmatic clinical trial": "trial",
    "equivalence trial": "trial",
    "clinical trial": "trial",
    "clinical trial, phase i": "trial",
    "clinical trial, phase ii": "trial",
    "clinical trial, phase iii": "trial",
    "clinical trial, phase iv": "trial",
    "systematic review": "systematic-review",
    "meta-analysis": "systematic-review",
    "case reports": "case-report",
    "practice guideline": "guideline",
    "guideline": "guideline",
    "review": "review",
}
"""The publication types of PubMed that name a kind of evidence; all others name none."""


def evidence_type(said: Iterable[str]) -> str:
    """The kind that the types of publication agree on; empty where they name none, or several."""
    kinds = {_KINDS[one.strip().lower()] for one in said if one.strip().lower() in _KINDS}
    if "systematic-review" in kinds:
        kinds.discard("review")
    return kinds.pop() if len(kinds) == 1 else ""
