"""What the page of one edition in a pack tells: its changes, and the page before and after, part by part."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from generator.compiler.context import EditionKey
from generator.model.change import Operation
from generator.review.pack.pack_index import fact_values
from generator.review.pack.pack_side import PackSide
from generator.review.pack.page_differences import PagePart, page_differences
from generator.review.site.changed_fact import ChangedFact, FactKind, LibraryComparison


def page_values(
    comparison: LibraryComparison, base: PackSide, head: PackSide, key: EditionKey
) -> dict[str, Any]:
    """The values of its template, for an edition that has a page on a side at least."""
    older = older_key(comparison, key)
    keys = {"before": older, "after": key}
    parts = page_differences(base.drawn(older), head.drawn(key))
    page = head.pages.get(key) or base.pages[older]
    facts = comparison.facts_of(*key)
    known = (*comparison.new_pages, *(one for fact in facts for one in fact.all_pages))
    named = next((one for one in known if (one.entry, one.audience) == key), None)
    return {
        "root": "../",
        "title": page.title,
        "label": named.label if named is not None and named.label else page.audience,
        "language": page.language,
        "sides": [_side(side, keys[side.which]) for side in (base, head)],
        "is_both": older in base.pages and key in head.pages,
        "is_new": older not in base.pages,
        "one_sided": "new" if older not in base.pages else "gone",
        "facts": [{**fact_values(fact), "anchor": _anchor(fact, parts)} for fact in facts],
        "parts": parts,
    }


def older_key(comparison: LibraryComparison, key: EditionKey) -> EditionKey:
    """Under which key an edition stood before: another one if its entry was given another id."""
    for fact in comparison.facts:
        moved = fact.kind is FactKind.PAGE and fact.change.operation is Operation.MOVE
        if moved and any((page.entry, page.audience) == key for page in fact.pages):
            return fact.change.path[1], key[1]
    return key


def _side(side: PackSide, key: EditionKey) -> dict[str, Any]:
    """What stands above a side: its name and whether it is approved."""
    page = side.pages.get(key)
    status = page.status if page is not None else None
    return {
        "which": side.which,
        "name": side.name,
        "exists": page is not None,
        "is_approved": page is not None and page.is_indexed,
        "state": status.words if status is not None else "A page of text: nobody approves it",
        "decided": status.decided if status is not None else "",
    }


_ANCHORS = {
    "algorithm": "step",
    "doses": "dose",
    "evidence": "figure",
    "harms": "harm",
    "options": "option",
    "pitfalls": "pitfall",
    "recommendations": "recommendation",
    "steps": "step",
    "studies": "study",
}
"""How anchors begin that name the items of a list of an entry."""


def _anchor(fact: ChangedFact, parts: Sequence[PagePart]) -> str:
    """Where on the page it is told: the innermost item of its path that has an anchor on either side."""
    anchors = {anchor for part in parts for anchor in part.anchors}
    path = fact.change.path
    for field, item in reversed(list(pairwise(path))):
        for which in ("after-", "before-"):
            anchor = f"{which}{_ANCHORS.get(field, '')}-{item}"
            if anchor in anchors:
                return anchor
    return ""
