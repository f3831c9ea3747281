"""Text is written for an audience whose edition has no section that shows it.

Bad:
    # content/audiences/patient.yml
    sections: [bottom-line, options]
    # content/summaries/azathioprine.yml
    audiences: [clinician, patient]
    harms:
      - id: nausea
        drug: azathioprine
        wording: {clinician: Nausea is common., patient: You may feel sick.}

Good:
    # content/audiences/patient.yml
    sections: [bottom-line, options, harms]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.edition import SECTION_FIELDS, fields_shown
from generator.model.entries.entry import Entry

RULE = Rule(
    code="PRT007",
    name="unread-wording",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="Text is written for an audience whose edition has no section that shows it.",
    why="Nobody will read this: the words look published, and those whom they should protect never see them.",
    cure="List a section that shows it in the audience's file, or take the words out.",
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find, once for each field and audience, the first words that no section shows."""
    if not hasattr(entry, "audiences"):
        return
    shown = {audience.id: fields_shown(audience) for audience in context.library.editions_of(entry)}
    sections = _sections_by_key(entry)
    told: set[tuple[str, str]] = set()
    for pointer, audience, _ in context.wordings(entry):
        field = str(pointer[0])
        if audience not in shown or field not in sections or (field, audience) in told:
            continue
        name, able = sections[field]
        if name not in shown[audience]:
            told.add((field, audience))
            message = f"{field}: has words for “{audience}”, and no section of that edition shows them"
            cure = f"List {' or '.join(able)} under sections: of the audience “{audience}”, or take the words out."
            yield context.finding(RULE, entry.id, pointer, message, cure)


def _sections_by_key(entry: Entry) -> dict[str, tuple[str, list[str]]]:
    """The fields of an entry that sections show, by their keys in the file: each with its name and its sections."""
    fields = type(entry).model_fields
    made: dict[str, tuple[str, list[str]]] = {}
    for section, names in SECTION_FIELDS.items():
        for name in names:
            if name in fields:
                made.setdefault(fields[name].alias or name, (name, []))[1].append(section)
    return made
