"""A comparison for another program. The form is described in ``docs/comparing.md``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from generator.diagnostics.json_report import json_text
from generator.review.reports.change_counts import change_counts, counts_in_words
from generator.review.site.changed_fact import ChangedFact, ComparedPage, LibraryComparison
from generator.review.site.verdict import exit_code

FORM = 1
"""The version of the form: raised when a field changes its meaning or is taken away."""


def json_changes(comparison: LibraryComparison, *, strict: bool = False) -> str:
    """All that was found, ASCII only, nothing in it that a build service would carry out."""
    counts = change_counts(comparison)
    return json_text(
        {
            "form": FORM,
            "base": comparison.base,
            "head": comparison.head,
            "exit_code": exit_code(comparison, strict=strict),
            "words": counts_in_words(comparison),
            "counts": {
                "not_compared": counts.not_compared,
                "facts": {level.value: number for level, number in counts.facts},
                "rules": {level.value: number for level, number in counts.rules},
                "pages": counts.pages,
                "new_pages": counts.new_pages,
                "gone_pages": counts.gone_pages,
                "compared": comparison.compared,
            },
            "facts": [_fact(fact) for fact in comparison.facts],
            "new_pages": [_page(page) for page in comparison.new_pages],
            "needs": [
                {"people": need.people, "roles": need.roles, "pages": [_page(page) for page in need.pages]}
                for need in comparison.needs
            ],
            "missing_notes": [
                {"entries": note.entries, "class": note.level.value, "note": note.note, "yaml": note.yaml}
                for note in comparison.notes
            ],
            "decisions": [asdict(decision) for decision in comparison.decisions],
        }
    )


def _fact(fact: ChangedFact) -> Mapping[str, object]:
    change = fact.change
    return {
        "kind": fact.kind.value,
        "class": fact.level.value,
        "topic": change.topic.value,
        "operation": change.operation.value,
        "owner": fact.owner,
        "path": change.path,
        "before": change.before,
        "after": change.after,
        "sentence": fact.sentence,
        "is_compared": change.is_compared,
        "pages": [_page(page) for page in fact.pages],
        "reaches": [_page(page) for page in fact.reaches],
    }


def _page(page: ComparedPage) -> Mapping[str, str]:
    return asdict(page)
