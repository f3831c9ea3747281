"""Waivers: findings that the editors let stand for a while, with the reason. ``content/waivers.yml``."""

from __future__ import annotations

from pydantic import RootModel

from generator.model.field import Part, editorial
from generator.model.text import Day, Id, Plain, Prose


class Waiver(Part):
    """One waiver: of which rule, where, why, who answers for it, and until when."""

    rule: Plain = editorial("The code of the rule.", example="DOS002")
    entry: Plain = editorial(
        "The entry in which the finding stands, by id; for a work, work: and its key.",
        example="second-line-treatment",
    )
    place: Plain | None = editorial(
        "The place inside the entry, as the report prints it; without it the rule is waived for the whole entry.",
        default=None,
        example="doses.azathioprine.maximum",
    )
    reason: Prose = editorial("Why it may stand.", example="The source is being asked for the maximum.")
    owner: Id = editorial("Who answers for it, by id of a person.", example="jane-roe")
    until: Day = editorial("The last day on which it holds.", example="2027-01-31")


class Waivers(RootModel[tuple[Waiver, ...]]):
    """The whole file: a list of waivers."""
