"""A decision of the editorial record: one file each, never edited."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Discriminator, Tag, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.entries.entry import Entry
from generator.model.field import Part, editorial
from generator.model.text import Id, Plain, Prose, YesNo

DecisionKind = Literal[
    "submit", "start-review", "approve", "object", "resolve", "reject", "reaffirm", "suspend", "lift", "withdraw",
    "supersede",
]  # fmt: skip


_UTC = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"


def _utc(value: Any) -> Any:
    if isinstance(value, datetime):
        return value
    if not isinstance(value, str) or not re.fullmatch(_UTC, value):
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
    datetime,
    BeforeValidator(_utc),
    WithJsonSchema(
        {
            "type": "string",
            "format": "date-time",
            "pattern": _UTC,
            "patternErrorMessage": "A moment in UTC is written like 2026-11-21T09:30:00Z.",
        }
    ),
]
"""A moment in UTC, ``2026-11-21T09:30:00Z``."""


_HEX = "0123456789abcdef" * 4
_DIGEST = f"clinsum-1:{_HEX}"
_WORDS_DIGEST = f"clinsum-words-1:{_HEX}"
_RECORD_DIGEST = f"clinsum-decision-1:{_HEX}"


def _tell_interests(value: Any) -> str:
    return "none" if value == "none" else "declared"


Interests: TypeAlias = Annotated[
    Annotated[Literal["none"], Tag("none")] | Annotated[tuple[Prose, ...], Tag("declared")],
    Discriminator(_tell_interests),
]
"""Interests that bear on what a decision covers, one each; ``none`` where there are none."""


class CoveredEdition(Part):
    """One edition that a decision is about, bound to exactly what was read."""

    audience: Id = editorial("The edition.", example="clinician")
    digest: Plain = editorial("The content digest that was decided on.", example=_DIGEST)
    words: Plain = editorial("The digest of the rendered words that were read.", example=_WORDS_DIGEST)
    change_from: Plain | None = editorial(
        "The content digest from which only the change was read; without it the whole edition was read.",
        default=None,
        example=_DIGEST,
    )


class Covered(Part):
    """One entry that a decision covers. Submitting and starting a review need no editions."""

    entry: Id = editorial("The entry, by id.", example="second-line-treatment")
    editions: tuple[CoveredEdition, ...] = editorial(
        "The editions with their digests.",
        default=(),
        example=[{"audience": "clinician", "digest": _DIGEST, "words": _WORDS_DIGEST}],
    )
    previous: dict[Id, Plain] = editorial(
        "The last decisions about this entry when this one was made, each with the digest of its record.",
        default={},
        example={"2026-11-20-jane-roe-submits": _RECORD_DIGEST},
    )
    doses: tuple[Id, ...] = editorial(
        "Suspend or lift: only these doses of the entry, by id.", default=(), example=["five-days"]
    )
    everywhere: YesNo = editorial(
        "Suspend or lift a drug: all its doses, on every page.", default=False, example="yes"
    )


class Decision(Entry):
    """Who decided what, about exactly what, when, and in which meaning."""

    kind: Literal["decision"] = editorial("What the file is: decision.", example="decision")
    decision: DecisionKind = editorial("What was decided.", example="submit")
    by: Id = editorial("Who decided (id of a person; an organisation may only submit).", example="jane-roe")
    role: Plain | None = editorial("In which role.", default=None, example="clinical reviewer")
    credentials: Plain | None = editorial("Credentials at that time.", default=None, example="MD, PhD")
    at: UtcTime = editorial("When, in UTC.", example="2026-11-21T09:30:00Z")
    covers: tuple[Covered, ...] = editorial("What it covers.", example=[{"entry": "second-line-treatment"}])
    meaning: Plain | None = editorial(
        "The meaning of the signature: authored, reviewed, approved.", default=None, example="reviewed"
    )
    criteria: tuple[Id, ...] = editorial(
        "What was looked at: dose-checked, patient-wording-read, references-read, evidence-search-current …",
        default=(),
        example=["dose-checked", "references-read"],
    )
    reason: Prose | None = editorial("Why.", default=None, example="The sources were read again.")
    resolves: tuple[Id, ...] = editorial(
        "Resolve: the objections that are answered, by id.",
        default=(),
        example=["2026-11-20-jane-roe-objects"],
    )
    hazards: tuple[Id, ...] = editorial(
        "Entries of the hazard log that were considered.", default=(), example=["hazard-12"]
    )
    interests: Interests | None = editorial(
        "Interests that bear on what is covered, or none. Who has one and approves is not counted.",
        default=None,
        example="none",
    )
    recused: YesNo = editorial(
        "Whether the person stood aside because of an interest.", default=False, example="no"
    )
    ai_assistance: Prose | None = editorial(
        "Which machine assistance was used, if any.", default=None, example="None."
    )
    superseded_by: Id | None = editorial(
        "The entry that takes its place, by id.", default=None, example="third-line-treatment"
    )
    signature: Prose | None = editorial(
        "The SSH signature.", default=None, example="-----BEGIN SSH SIGNATURE----- …"
    )

    def __hash__(self) -> int:
        # Its parts hold mappings, which have no hash; ids are unique.
        return hash(self.id)
