"""A summary: a question and its answer."""

from __future__ import annotations

from typing import Literal

from generator.model.algorithm import Step
from generator.model.change_rule import ALGORITHM, CONTENT, IDENTITY, RECOMMENDATION, SAFEGUARD, TEXT
from generator.model.entries.cautions import Cautions
from generator.model.entries.edition_content import EditionContent
from generator.model.entries.entry import Entry
from generator.model.field import clinical
from generator.model.recommendation import Option, OptionGroup
from generator.model.safety import (
    Pitfall,
)
from generator.model.statement import Statement
from generator.model.text import Wording


class Summary(EditionContent, Cautions, Entry):
    """A clinical question, answered for each of its audiences."""

    kind: Literal["summary"] = clinical("summary", example="summary", change=IDENTITY)
    question: Wording = clinical(
        "The question, per audience.",
        example={"clinician": "Does examplin help in examplitis?", "patient": "Can examplin help me?"},
        change=TEXT,
    )
    overview: tuple[Statement, ...] = clinical(
        "What a reader needs to know first.",
        default=(),
        digest_key="background",
        example=[{"wording": "Most people recover.", "cites": ["p-1"]}],
        change=CONTENT,
    )
    options: tuple[Option, ...] = clinical(
        "The options by line of treatment.",
        default=(),
        example=[{"id": "examplin", "title": "Examplin", "line": "1", "doses": ["examplin-usual"]}],
        change=RECOMMENDATION,
    )
    option_groups: tuple[OptionGroup, ...] = clinical(
        "What is to be said of several options at once.",
        default=(),
        example=[
            {
                "id": "tablets",
                "title": "Tablets",
                "options": ["examplin"],
                "statements": [{"wording": "They are taken with food.", "cites": ["p-1"]}],
            }
        ],
        change=CONTENT,
    )
    algorithm: tuple[Step, ...] = clinical(
        "The algorithm.",
        default=(),
        example=[
            {
                "id": "confirm-failure",
                "wording": "Make sure that the first treatment has failed.",
                "next": [{"if": "it has", "go": "examplin"}],
            }
        ],
        change=ALGORITHM,
    )
    pitfalls: tuple[Pitfall, ...] = clinical(
        "Mistakes that are often made.",
        default=(),
        example=[
            {
                "id": "too-early",
                "guards": "confirm-failure",
                "wording": "Do not give up before the response can show.",
            }
        ],
        change=SAFEGUARD,
    )
