"""An entry keeps paragraphs in sections of its own, for which a field may exist.

Free sections are welcome for what has no field. They are counted, because what stands in them cannot be checked,
compared or found as what it is.

Bad:
    sections:
      - {id: checks, title: Monitoring of the blood, paragraphs: [{wording: It is counted often., cites: [dyck-2009]}]}

Good:
    monitoring:
      - {id: blood-count, test: Blood count, schedule: [{every: 1 wk}], cites: [dyck-2009]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.drug import Drug
from generator.model.entries.entry import Entry
from generator.model.entries.medication import Medication
from generator.model.entries.summary import Summary
from generator.model.statement import Section

RULE = Rule(
    code="PRT006",
    name="free-sections",
    severity=Severity.NOTE,
    summary="An entry has sections of paragraphs that no field holds.",
    why="What stands in free paragraphs cannot be checked, compared or found as what it is.",
    cure="Keep them only for what has no field; the list of all fields is in the handbook for editors.",
)
SCOPE = Scope.ENTRY

_FIELDS = (
    (r"dos(?:e|es|age|ing)|regimens?|titrat\w+", "doses"),
    (r"monitor\w*|follow[- ]up|surveillance", "monitoring"),
    (r"baseline|work[- ]?up|before treatment|pre-?treatment", "baseline_checks"),
    (r"contra-?indicat\w+|when not to", "contraindications"),
    (r"interact\w+", "interactions"),
    (r"pregnan\w+|breast-?feeding|lactation|contracepti\w+|fertility", "pregnancy"),
    (r"harms?|adverse|side[- ]effects?|toxicit\w+|safety", "harms"),
    (r"red flags?|warning signs?|emergenc\w+", "red_flags"),
    (r"pitfalls?|mistakes?|errors?", "pitfalls"),
    (r"algorithms?|steps?|pathways?", "algorithm"),
    (r"stud(?:y|ies)|trials?|evidence", "studies"),
    (r"limitations?|uncertaint\w+", "limitations"),
    (r"costs?|access|prices?|availability|reimbursement", "cost_and_access"),
    (r"guidelines?|other bodies|positions?|consensus", "others_say"),
    (r"conclusions?|summary", "conclusion"),
    (r"recommend\w+", "recommendations"),
    (r"background|overview|introduction", "overview"),
)
"""Words of a title, and the field that may hold what stands below it."""


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Count the free sections of an entry, and name the fields that may fit them."""
    if isinstance(entry, (Summary, Medication, Drug)) and entry.sections:
        message = _counted(entry.sections)
        yield context.finding(RULE, entry.id, ("sections",), message, _cure(entry, entry.sections))


def _counted(sections: tuple[Section, ...]) -> str:
    paragraphs = sum(len(section.paragraphs) for section in sections)
    return (
        f"the entry keeps {_number(paragraphs, 'paragraph')} in {_number(len(sections), 'free section')}, "
        "which no field holds"
    )


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _cure(entry: Entry, sections: tuple[Section, ...]) -> str:
    """Which fields may fit, by the titles; the rule's own cure where no title hints at any."""
    fields = type(entry).model_fields
    found = [
        f"“{title}” may belong under {field}:"
        for section in sections
        for title in [next(iter(section.title.by_audience.values()))]
        if (field := _field(title)) and field in fields
    ]
    return f"{'; '.join(found)}." if found else ""


def _field(title: str) -> str:
    words = title.casefold()
    return next((field for pattern, field in _FIELDS if re.search(rf"\b(?:{pattern})\b", words)), "")
