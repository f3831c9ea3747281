"""What the page of one edition in a pack tells: its changes, and the page before and after, part by part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.compiler.context import EditionKey
from generator.review.changed_fact import ChangedFact, LibraryComparison
from generator.review.pack_index import fact_values
from generator.review.pack_side import PackSide
from generator.review.page_differences import PagePart, page_differences


def page_values(
    comparison: LibraryComparison, base: PackSide, head: PackSide, key: EditionKey
) -> dict[str, Any]:
    """The values of its template, for an edition that has a page on a side at least."""
    parts = page_differences(base.drawn(key), head.drawn(key))
    page = head.pages.get(key) or base.pages[key]
    facts = comparison.facts_of(*key)
    named = next((one for fact in facts for one in fact.all_pages if (one.entry, one.audience) == key), None)
    return {
        "root": "../",
        "title": page.title,
        "label": named.label if named is not None and named.label else page.audience,
        "language": page.language,
        "sides": [_side(side, key) for side in (base, head)],
        "is_both": key in base.pages and key in head.pages,
        "is_new": key not in base.pages,
        "facts": [{**fact_values(fact), "anchor": _anchor(fact, parts)} for fact in facts],
        "parts": parts,
    }


def _side(side: PackSide, key: EditionKey) -> dict[str, Any]:
    """What stands above a side: its name and whether it is approved."""
    page = side.pages.get(key)
    status = page.status if page is not None else None
    return {
        "which": side.which,
        "name": side.name,
        "exists": page is not None,
        "is_approved": page is not None and page.is_indexed,
        "state": status.words if status is not None else "",
        "decided": status.decided if status is not None else "",
    }


def _anchor(fact: ChangedFact, parts: Sequence[PagePart]) -> str:
    """Where on the page it is told: the innermost part of its path that has an anchor there, after before before."""
    anchors = [anchor for part in parts for anchor in part.anchors]
    for step in reversed(fact.change.path):
        for which in ("after-", "before-"):
            found = [one for one in anchors if one.startswith(which) and one.endswith(f"-{step}")]
            if len(found) == 1:
                return found[0]
    return ""
