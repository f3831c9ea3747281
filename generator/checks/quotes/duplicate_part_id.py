"""Two parts of one list have the same id. All steps of an algorithm count as one list.

Bad:
    harms:
      - {id: headache, wording: Headache., cites: [dyck-2009]}
      - {id: headache, wording: Migraine., cites: [dyck-2009]}

Good:
    harms:
      - {id: headache, wording: Headache., cites: [dyck-2009]}
      - {id: migraine, wording: Migraine., cites: [dyck-2009]}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Pointer, Rule, Severity
from generator.model.algorithm import Step
from generator.model.entries.entry import Entry

RULE = Rule(
    code="REF004",
    name="duplicate-part-id",
    severity=Severity.ERROR,
    summary="Two parts of one list have the same id.",
    why="A quote, a link or a decision about the id could mean either.",
    cure="Give one of them another id.",
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find each part whose id a part before it in the same list has."""
    seen: set[tuple[Pointer, str]] = set()
    for pointer, part in context.parts(entry):
        part_id = getattr(part, "id", None)
        if part_id is None or not pointer or not isinstance(pointer[-1], int):
            continue
        named = (("algorithm",) if isinstance(part, Step) else pointer[:-1], part_id)
        if named in seen:
            message = f"“{part_id}” is already the id of a part above"
            yield context.finding(RULE, entry.id, (*pointer, "id"), message)
        seen.add(named)
