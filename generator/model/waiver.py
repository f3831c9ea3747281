"""Waivers: findings that the editors let stand for a while, with the reason. ``content/waivers.yml``."""

from __future__ import annotations

from generator.model.field import Part, editorial
from generator.model.text import Day, Id, Plain, Prose


class Waiver(Part):
    """One waiver: of which rule, where, why, who answers for it, and until when."""

    rule: Plain = editorial("The code of the rule, as the report prints it.", example="DOS002")
    entry: Plain = editorial(
        "The entry in which the finding stands, by id; for a work, work: and its key; for a page of prose, its file.",
        example="second-line-treatment",
    )
    place: Plain | None = editorial(
        "The place inside the entry, as the report prints it; without it the rule is waived for the whole entry.",
        default=None,
        example="doses.azathioprine.maximum",
    )
    reason: Prose = editorial(
        "Why it may stand. Readers of the page see it.",
        example="The source is being asked for the maximum.",
    )
    owner: Id = editorial("The person who answers for it, by id.", example="jane-roe")
    until: Day = editorial("The last day on which it holds.", example="2027-01-31")


class Waivers(Part):
    """Findings that the editors let stand for a while. An error that is let stand is shown on its page, with why."""

    waivers: tuple[Waiver, ...] = editorial(
        "What is let stand, each with its reason and its last day.",
        example=[
            {
                "rule": "DOS002",
                "entry": "second-line-treatment",
                "place": "doses.azathioprine.maximum",
                "reason": "The source is being asked for the maximum.",
                "owner": "jane-roe",
                "until": "2027-01-31",
            }
        ],
    )
