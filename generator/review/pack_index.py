"""What the first page of a pack tells: every change in one line, the gravest first, and what is to be done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.compiler.context import EditionKey
from generator.model.change import ChangeClass
from generator.review.changed_fact import ChangedFact, ComparedPage, FactKind, LibraryComparison

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

    def listed(pages: Iterable[ComparedPage]) -> list[dict[str, str]]:
        return [_page(page, files) for page in pages]

    def told(fact: ChangedFact) -> dict[str, Any]:
        return {**fact_values(fact), "pages": listed(fact.pages), "reaches": listed(fact.reaches)}

    compared = [fact for fact in comparison.facts if fact.change.is_compared]
    return {
        "root": "",
        "site_name": site_name,
        "counts": "",
        "before": comparison.base,
        "after": comparison.head,
        "compared": comparison.compared,
        "not_compared": [told(fact) for fact in comparison.not_compared],
        "groups": _groups([(fact, told(fact)) for fact in compared]),
        "new_pages": listed(comparison.new_pages),
        "needs": [
            {"people": need.people, "roles": need.roles, "pages": listed(need.pages)}
            for need in comparison.needs
        ],
        "notes": comparison.notes,
        "decisions": comparison.decisions,
    }


def fact_values(fact: ChangedFact) -> dict[str, Any]:
    """A fact as templates know it."""
    return {"level": fact.level.value, "sentence": fact.sentence, "is_compared": fact.change.is_compared}


def _groups(facts: list[tuple[ChangedFact, dict[str, Any]]]) -> list[dict[str, Any]]:
    """Facts by how grave they are; after them the rules of the site, which no page shows."""
    groups = []
    for level, title in _TITLES.items():
        of_level = [told for fact, told in facts if fact.level is level and fact.kind is not FactKind.RULES]
        groups.append({"title": title, "facts": of_level})
    rules = [told for fact, told in facts if fact.kind is FactKind.RULES]
    groups.append({"title": "The rules of the site changed", "facts": rules})
    return [group for group in groups if group["facts"]]


def _page(page: ComparedPage, files: Mapping[EditionKey, str]) -> dict[str, str]:
    file = files.get((page.entry, page.audience), "")
    return {"title": page.title or page.entry, "label": page.label or page.audience, "file": file}
