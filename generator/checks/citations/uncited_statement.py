"""Something that is said to readers names nothing that it stands on.

Steps of an algorithm, limitations and questions to ask need no citation of their own: they order, bound or ask what
is said elsewhere.

Bad:
    harms:
      - id: thrombosis
        wording: Thrombotic events.

Good:
    harms:
      - id: thrombosis
        wording: Thrombotic events.
        cites: [dyck-2009]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.walk import own_wordings
from generator.diagnostics import Finding, Pointer, Rule, Severity
from generator.model.algorithm import Step
from generator.model.dose import Dose
from generator.model.dose.dose_part import DosePart
from generator.model.entries.entry import Entry
from generator.model.evidence import EvidenceSearch
from generator.model.field import Part
from generator.model.quotes import text_quotes

RULE = Rule(
    code="CIT001",
    name="uncited-statement",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="A statement names no work that it stands on.",
    why="A reader cannot look up whether it is true, and nobody will notice when its source changes.",
    cure="Add cites: with the keys of the works, or cites: uncited-in-source where the source gives none.",
    basis=("icmje-recommendations", "iom-guidelines-2011"),
)
SCOPE = Scope.ENTRY

_NEED_NONE = (Step, EvidenceSearch)
_FIELDS_WITHOUT = frozenset({"limitations", "questions_to_ask"})


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every part that could cite and does not."""
    for pointer, part in context.parts(entry):
        if _must_cite(part, pointer) and not getattr(part, "cites", None) and not _cites_inline(part):
            yield context.finding(RULE, entry.id, pointer, f"{_name(part)} names no work that it stands on")


def _must_cite(part: Part, pointer: Pointer) -> bool:
    return (
        "cites" in type(part).model_fields
        and not isinstance(part, _NEED_NONE)
        and not _stands_on_its_dose(part)
        and pointer[0] not in _FIELDS_WITHOUT
    )


def _stands_on_its_dose(part: Part) -> bool:
    """What changes a dose stands on the works of the dose, unless it names its own."""
    return isinstance(part, DosePart) and not isinstance(part, Dose)


def _cites_inline(part: Part) -> bool:
    texts = (text for _, _, text in own_wordings(part))
    return any(quote.kind == "work" for text in texts for quote in text_quotes(text, ()))


def _name(part: Part) -> str:
    kind = re.sub(r"(?<!^)(?=[A-Z])", " ", type(part).__name__).lower()
    part_id = getattr(part, "id", None)
    return f"the {kind} “{part_id}”" if part_id else f"this {kind}"
