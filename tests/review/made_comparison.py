"""Comparisons made by hand, as reports get them."""

from __future__ import annotations

from typing import Any

from generator.model.change import ChangeClass, ClinicalChange, Operation, Topic
from generator.review.site.changed_fact import (
    AddedDecision,
    ChangedFact,
    ComparedPage,
    FactKind,
    LibraryComparison,
    MissingNote,
    Need,
)

PAGE = ComparedPage("question", "clinician", "Does examplin help?", "Clinicians")
OTHER = ComparedPage("second", "patient", "Can examplin help me?", "Patients")


def fact(
    level: str = "critical", sentence: str = "Examplin, maximum: 150 → 200 mg daily (+33 %)", **more: Any
) -> ChangedFact:
    """A fact of the page ``question``."""
    is_compared = more.pop("is_compared", True)
    change = ClinicalChange(
        ChangeClass(level),
        Operation.REPLACE,
        Topic.DOSE,
        more.pop("path", ("doses", "usual", "amount")),
        before="150 mg",
        after="200 mg",
        sentence=sentence,
        is_compared=is_compared,
    )
    kind = more.pop("kind", FactKind.CONTENT if is_compared else FactKind.NOT_COMPARED)
    return ChangedFact(kind, more.pop("owner", "question"), change, **{"pages": (PAGE,), **more})


def comparison(*facts: ChangedFact, **more: Any) -> LibraryComparison:
    """A comparison of ``main`` with a proposal."""
    return LibraryComparison("main", "proposal", 4, facts, **more)


def whole(text: str = "x") -> LibraryComparison:
    """A comparison that has one of everything, with a text in every place that holds text of the content."""
    page = ComparedPage(text, text, text, text)
    return LibraryComparison(
        base=text,
        head=text,
        compared=1,
        facts=(
            fact(sentence=text, owner=text, pages=(page,), reaches=(page, OTHER)),
            fact("minor", sentence=text, is_compared=True, path=(text,)),
            fact("critical", sentence=text, kind=FactKind.RULES, pages=()),
            fact("major", sentence=text, kind=FactKind.RULES, pages=()),
            fact("critical", sentence=text, is_compared=False),
        ),
        new_pages=(page,),
        decisions=(AddedDecision(text, text, text, text, text, (text, text)),),
        needs=(Need(2, ((text,), (text, text)), (page,)),),
        notes=(MissingNote((text,), ChangeClass.MAJOR, "A note.", 'changes:\n  - note: "A note."\n'),),
    )
