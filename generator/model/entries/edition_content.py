"""What every entry with editions for audiences may say: the fields that summaries and medication pages share."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.change_rule import CONTENT, DOSE_LIST, EVIDENCE, IDENTITY, RECOMMENDATION, SAFEGUARD
from generator.model.dose import Dose
from generator.model.evidence import EvidenceFigure, EvidenceSearch, Study
from generator.model.field import Part, clinical, editorial
from generator.model.recommendation import Position, Recommendation
from generator.model.safety import RedFlag
from generator.model.statement import Image, Section, Statement
from generator.model.text import Id, Stated


class EditionContent(Part):
    """Recommendations, doses, studies, and what surrounds them."""

    condition: Stated[Id] = clinical("The condition, by id.", example="examplitis", change=IDENTITY)
    audiences: Annotated[tuple[Id, ...], Field(min_length=1)] = editorial(
        "The audiences that it is written for.", example=["clinician", "patient"]
    )
    regimens_for: tuple[Id, ...] = editorial(
        "Audiences that get doses although theirs usually get none.", default=(), example=["patient"]
    )
    recommendations: tuple[Recommendation, ...] = clinical(
        "The recommendations.",
        default=(),
        example=[
            {
                "id": "try-examplin",
                "direction": "for",
                "strength": "conditional",
                "certainty": "low",
                "wording": "Consider examplin.",
                "cites": ["p-1"],
            }
        ],
        change=RECOMMENDATION,
    )
    doses: dict[Id, Dose] = clinical(
        "Doses by id, each written once.",
        default={},
        example={
            "examplin-usual": {
                "drug": "examplin",
                "purpose": "recommended",
                "route": "oral",
                "amount": "40 mg",
                "every": "1 d",
            }
        },
        change=DOSE_LIST,
    )
    red_flags: tuple[RedFlag, ...] = clinical(
        "What sends a patient to urgent care.",
        default=(),
        example=[{"id": "trouble-breathing", "wording": "Trouble breathing: get help at once."}],
        change=SAFEGUARD,
    )
    studies: dict[Id, Study] = clinical(
        "Studies as data, by id.",
        default={},
        example={"roe-2020": {"title": "Trial of Roe and colleagues", "design": "rct", "n": "75"}},
        change=EVIDENCE,
    )
    evidence: dict[Id, EvidenceFigure] = clinical(
        "Figures by id, quoted as {stat:id}.",
        default={},
        example={"responders": {"outcome": "Symptoms improved", "proportion": {"events": "47", "of": "62"}}},
        change=EVIDENCE,
    )
    evidence_search: EvidenceSearch | None = clinical(
        "The search that absence of evidence stands on.",
        default=None,
        example={
            "databases": ["MEDLINE"],
            "searched": "2026-01-31",
            "none_found": "No randomised trial was found.",
        },
        change=EVIDENCE,
    )
    others_say: tuple[Position, ...] = clinical(
        "What other bodies say of the subject as a whole.",
        default=(),
        example=[{"body": "Society of Examples", "position": "It advises against routine use."}],
        change=EVIDENCE,
    )
    cost_and_access: tuple[Statement, ...] = clinical(
        "What the treatments cost and who can get them.",
        default=(),
        example=[{"wording": "It is costly, and supply is short.", "cites": ["p-1"]}],
        change=CONTENT,
    )
    limitations: tuple[Statement, ...] = clinical(
        "What the page does not cover.",
        default=(),
        example=[{"wording": "Children are not covered.", "cites": ["p-1"]}],
        change=CONTENT,
    )
    conclusion: tuple[Statement, ...] = clinical(
        "The conclusion, one thing each.",
        default=(),
        example=[{"wording": "Examplin may help some patients.", "cites": ["p-1"]}],
        change=CONTENT,
    )
    questions_to_ask: tuple[Statement, ...] = clinical(
        "Questions that a patient may want to ask.",
        default=(),
        example=[{"wording": {"patient": "How long will I take it?"}}],
        change=CONTENT,
    )
    sections: tuple[Section, ...] = clinical(
        "Cited paragraphs for what has no field. They are counted.",
        default=(),
        example=[
            {
                "id": "history",
                "title": "How the illness was first described",
                "paragraphs": [{"wording": "It was described long ago.", "cites": ["p-1"]}],
            }
        ],
        change=CONTENT,
    )
    images: tuple[Image, ...] = clinical(
        "Pictures from content/images/.",
        default=(),
        example=[
            {
                "file": "plexus.png",
                "alt": "The nerves in front of the hip bone.",
                "source": "Our own drawing",
                "licence": "CC BY 4.0",
            }
        ],
        change=CONTENT,
    )
