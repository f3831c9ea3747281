"""A decision of the editorial record: one file each, never edited."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.entries.entry import Entry
from generator.model.field import Part, editorial
from generator.model.text import Id, Plain, Prose, YesNo

DecisionKind = Literal[
    "submit", "start-review", "approve", "object", "resolve", "reject", "reaffirm", "suspend", "lift", "withdraw",
    "supersede",
]  # fmt: skip


def _utc(value: Any) -> Any:
    if isinstance(value, datetime):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", value):
        raise PydanticCustomError(
            "utc", "“{value}” is not a UTC time: write it like 2026-11-21T09:30:00Z", {"value": str(value)}
        )
    try:
        return datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError as error:
        raise PydanticCustomError(
            "utc", "“{value}” is no moment of the calendar", {"value": value}
        ) from error


UtcTime = Annotated[
    datetime, BeforeValidator(_utc), WithJsonSchema({"type": "string", "format": "date-time"})
]
"""A moment in UTC, ``2026-11-21T09:30:00Z``."""


class CoveredEdition(Part):
    """One edition that a decision is about, bound to exactly what was read."""

    audience: Id = editorial("The edition.")
    digest: Plain = editorial("The content digest that was decided on.")
    words: Plain = editorial("The digest of the rendered words that were read.")


class Covered(Part):
    """One entry that a decision covers. Submitting and starting a review need no editions."""

    entry: Id = editorial("The entry.")
    editions: tuple[CoveredEdition, ...] = editorial("The editions with their digests.", default=())


class Decision(Entry):
    """Who decided what, about exactly what, when, and in which meaning."""

    kind: Literal["decision"] = editorial("decision")
    decision: DecisionKind = editorial("What was decided.")
    by: Id = editorial("Who decided (id of a person; an organisation may only submit).")
    role: Plain | None = editorial("In which role.", default=None)
    credentials: Plain | None = editorial("Credentials at that time.", default=None)
    at: UtcTime = editorial("When, in UTC.")
    covers: tuple[Covered, ...] = editorial("What it covers.")
    previous: tuple[Id, ...] = editorial("The decisions that it follows.", default=())
    meaning: Plain | None = editorial(
        "The meaning of the signature: authored, reviewed, approved.", default=None
    )
    criteria: tuple[Id, ...] = editorial("What was looked at.", default=())
    reason: Prose | None = editorial("Why.", default=None)
    interests: Prose | None = editorial("Declared interests.", default=None)
    recused: YesNo = editorial("Whether the person stood aside because of an interest.", default=False)
    ai_assistance: Prose | None = editorial("Which machine assistance was used, if any.", default=None)
    superseded_by: Id | None = editorial("The entry that takes its place.", default=None)
    signature: Prose | None = editorial("The SSH signature.", default=None)
