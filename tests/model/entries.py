"""Small entries for tests, made through the model as a file would make them. People are plainly fictional."""

from __future__ import annotations

from typing import Any

from generator.model.entries.audience import Audience
from generator.model.entries.entry import Entry
from generator.model.library import KINDS, Library
from generator.model.work import Work

FOLDER = {
    "summary": "summaries",
    "medication": "medications",
    "drug": "drugs",
    "condition": "conditions",
    "person": "people",
    "organisation": "people",
    "audience": "audiences",
    "decision": "decisions",
}

CLINICIAN: dict[str, Any] = {
    "kind": "audience",
    "label": "Health professionals",
    "switch": "Read this for health professionals",
    "profile": "us-ismp",
    "sections": [
        "bottom-line",
        "options",
        "algorithm",
        "monitoring",
        "harms",
        "pitfalls",
        "evidence",
        "limitations",
    ],
    "regimens": "yes",
}
PATIENT: dict[str, Any] = CLINICIAN | {
    "label": "Patients",
    "regimens": "no",
    "ratings": "plain",
    "sections": ["bottom-line", "options", "harms", "limitations"],
}
SUMMARY: dict[str, Any] = {
    "kind": "summary",
    "question": {"clinician": "Does examplin help in examplitis?", "patient": "Can examplin help me?"},
    "condition": "examplitis",
    "audiences": ["clinician", "patient"],
    "recommendations": [
        {
            "id": "try-examplin",
            "bottom_line": "yes",
            "direction": "for",
            "strength": "conditional",
            "certainty": "low",
            "wording": {
                "clinician": "Consider examplin [@roe-2020].",
                "patient": "This medicine may help [@roe-2020].",
            },
            "cites": ["roe-2020"],
        }
    ],
    "doses": {
        "examplin-usual": {
            "drug": "examplin",
            "purpose": "recommended",
            "route": "oral",
            "amount": "1 to 2 mg/kg",
            "every": "1 d",
            "maximum": {"per_day": "150 mg"},
            "cites": ["roe-2020"],
        }
    },
    "options": [{"id": "examplin", "title": "Examplin", "line": "1", "doses": ["examplin-usual"]}],
    "limitations": [
        {"wording": "Only clinicians read this."},
        {"wording": {"patient": "Only patients read this."}},
    ],
}
EXAMPLIN: dict[str, Any] = {
    "kind": "drug",
    "name": "examplin",
    "brands": [{"name": "Exemplar", "country": "not-stated"}],
    "drug_class": "not-stated",
    "mechanism": "not-stated",
}
EXAMPLITIS: dict[str, Any] = {
    "kind": "condition",
    "name": "Examplitis",
    "specialty": "not-stated",
    "codes": "not-stated",
}


def entry(entry_id: str, data: dict[str, Any]) -> Entry:
    """An entry with its id, as reading a file would give it."""
    made = KINDS[data["kind"]].model_validate(data)
    object.__setattr__(made, "id", entry_id)
    return made


def audience(entry_id: str, data: dict[str, Any]) -> Audience:
    """An audience with its id."""
    made = entry(entry_id, data)
    assert isinstance(made, Audience)
    return made


def library(summary: dict[str, Any] | None = None, **others: dict[str, Any]) -> Library:
    """A library around the summary ``question``. ``others`` add or replace entries by id (``_`` for ``-``)."""
    data: dict[str, dict[str, Any]] = {
        "clinician": CLINICIAN,
        "patient": PATIENT,
        "examplin": EXAMPLIN,
        "examplitis": EXAMPLITIS,
        "question": summary or SUMMARY,
    } | {name.replace("_", "-"): value for name, value in others.items()}
    kinds: dict[str, Any] = {folder: {} for folder in set(FOLDER.values())}
    for entry_id in sorted(data):
        kinds[FOLDER[data[entry_id]["kind"]]][entry_id] = entry(entry_id, data[entry_id])
    works = {
        "roe-2020": Work.model_validate(
            {"key": "roe-2020", "title": "Examplin", "type": "trial", "year": "2020"}
        )
    }
    return Library(works=works, **kinds)
