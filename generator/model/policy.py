"""The editorial policy as data: ``content/editorial-policy.yml``."""

from __future__ import annotations

from typing import Literal

from generator.model.field import Part, editorial
from generator.model.quantity import Duration, Quantity
from generator.model.text import Count, Id


class EditorialPolicy(Part):
    """What counts as an approval, how many are needed, and how long one holds."""

    approval: Literal["signed", "recorded"] = editorial(
        "signed: only a verified signature counts; recorded: an unsigned record counts, and pages say so.",
        default="signed",
        example="recorded",
    )
    people: Count = editorial("How many different people must approve an edition.", default=2, example="2")
    review_every: Duration = editorial(
        "How often every entry is reviewed.", default=Quantity.parse("12 mo"), example="12 mo"
    )
    follow_up: Id | None = editorial(
        "The organisation that answers questions and reports, by id.",
        default=None,
        example="example-hospital",
    )
