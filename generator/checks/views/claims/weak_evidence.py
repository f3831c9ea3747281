"""The words with which a page itself says that a recommendation stands on little."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.views.text.phrases import find_phrases, listed_phrases
from generator.checks.views.text.plain_words import plain_words
from generator.model.entries.entry import Entry
from generator.model.recommendation import Recommendation
from generator.model.text import Wording


def weak_evidence(context: CheckContext, entry: Entry, rec: Recommendation) -> str:
    """The first such words, of the recommendation or of the page: ``case reports``, ``no trials``; else nothing."""
    weak = listed_phrases(context.facts("action-wording"), "force", "weak")
    absent = tuple(str(row["phrase"]) for row in context.facts("absence-wording").rows)
    for wording in _sayings(entry, rec):
        for text in wording.by_audience.values():
            found = next(find_phrases(plain_words(text), (*weak, *absent)), None)
            if found is not None:
                return found.written
    return ""


def _sayings(entry: Entry, rec: Recommendation) -> Iterator[Wording]:
    search = getattr(entry, "evidence_search", None)
    own = (rec.evidence_basis, rec.indirect, *(reason.wording for reason in rec.rationale), rec.wording)
    page = (*getattr(entry, "limitations", ()), *getattr(entry, "conclusion", ()))
    for wording in (*own, search and search.none_found, *(statement.wording for statement in page)):
        if isinstance(wording, Wording):
            yield wording
