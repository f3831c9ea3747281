"""What the first page of a pack tells: every change in one line, the gravest first, and what is to be done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.compiler.context import EditionKey
from generator.model.change import ChangeClass
from generator.review.reports.change_counts import counts_in_words
from generator.review.reports.report_words import decision_words, fact_words, is_lesser_rule, need_words
from generator.review.site.changed_fact import ChangedFact, ComparedPage, LibraryComparison

_TITLES = {
    ChangeClass.CRITICAL: "Critical changes",
    ChangeClass.MAJOR: "Major changes",
    ChangeClass.MINOR: "Minor changes",
    ChangeClass.EDITORIAL: "Editorial changes",
    ChangeClass.NONE: "Other changes",
}


def index_values(
    comparison: LibraryComparison, site_name: str, files: Mapping[EditionKey, str]
) -> dict[str, Any]:
    """The values of its template. ``files`` has the pages of the pack."""

    def listed(pages: Iterable[ComparedPage]) -> list[dict[str, Any]]:
        return _entries(pages, files)

    def told(fact: ChangedFact) -> dict[str, Any]:
        pages, reaches = listed(fact.pages), listed(fact.reaches)
        return {**fact_values(fact), "pages": pages, "reaches": reaches, "reached": len(fact.reaches)}

    compared = [fact for fact in comparison.facts if fact.change.is_compared]
    return {
        "root": "",
        "site_name": site_name,
        "counts": counts_in_words(comparison),
        "before": comparison.base,
        "after": comparison.head,
        "compared": comparison.compared,
        "not_compared": [told(fact) for fact in comparison.not_compared],
        "groups": _groups([(fact, told(fact)) for fact in compared]),
        "new_pages": listed(comparison.new_pages),
        "needs": [{"words": need_words(need), "pages": listed(need.pages)} for need in comparison.needs],
        "notes": comparison.notes,
        "decisions": [decision_words(decision) for decision in comparison.decisions],
    }


def fact_values(fact: ChangedFact) -> dict[str, Any]:
    """A fact as templates know it."""
    return {"level": fact.level.value, "sentence": fact_words(fact), "is_compared": fact.change.is_compared}


def _groups(facts: list[tuple[ChangedFact, dict[str, Any]]]) -> list[dict[str, Any]]:
    """Facts by how grave they are; after them lesser changes of the rules of the site, which no page shows."""
    groups = []
    for level, title in _TITLES.items():
        of_level = [told for fact, told in facts if fact.level is level and not is_lesser_rule(fact)]
        groups.append({"title": title, "facts": of_level})
    rules = [told for fact, told in facts if is_lesser_rule(fact)]
    groups.append({"title": "Other changes of the rules of the site", "facts": rules})
    return [group for group in groups if group["facts"]]


def _entries(pages: Iterable[ComparedPage], files: Mapping[EditionKey, str]) -> list[dict[str, Any]]:
    """Pages by entry: the title of the first edition, and each edition with its file, if it has one."""
    entries: dict[str, dict[str, Any]] = {}
    for page in pages:
        entry = entries.setdefault(page.entry, {"title": page.title or page.entry, "editions": []})
        file = files.get((page.entry, page.audience), "")
        entry["editions"].append({"label": page.label or page.audience, "file": file})
    return list(entries.values())
