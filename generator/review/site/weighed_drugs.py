"""Texts weighed once more by the names of all drugs of a site: an edition knows only those that it quotes."""

from __future__ import annotations

from dataclasses import replace

from generator.model.change import ChangeClass, ClinicalChange, Operation
from generator.review.site.compared import Compared
from generator.review.text.text_weight import text_weight


def with_all_drugs(change: ClinicalChange, base: Compared, head: Compared) -> ClinicalChange:
    """The change; critical if it is of words that name a drug of either side."""
    is_text = change.operation is Operation.REPLACE and " " in change.before.strip()
    if not is_text or change.level is not ChangeClass.MAJOR:
        return change
    weight = text_weight(change.before, change.after, base.drug_words | head.drug_words)
    return replace(change, level=weight) if weight is ChangeClass.CRITICAL else change
