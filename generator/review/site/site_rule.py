"""A fact about the rules of the site: who may approve, what is let stand, what stands under which address."""

from __future__ import annotations

from generator.model.change import ChangeClass, ClinicalChange, Operation, Topic
from generator.review.site.changed_fact import ChangedFact, FactKind


def rule_fact(
    level: ChangeClass, path: tuple[str, ...], sentence: str, before: object = "", after: object = ""
) -> ChangedFact:
    """One change of a rule. An empty ``before`` or ``after`` says that there was or is none."""
    old, new = (value if isinstance(value, str) else str(value) for value in (before, after))
    operation = Operation.REPLACE if old and new else Operation.SET if new else Operation.UNSET
    change = ClinicalChange(level, operation, Topic.TEXT, path, before=old, after=new, sentence=sentence)
    return ChangedFact(FactKind.RULES, "", change)
