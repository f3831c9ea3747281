"""The editorial policy as data: ``content/editorial-policy.yml``."""

from __future__ import annotations

from typing import Literal, TypeAlias

from generator.model.field import Part, editorial
from generator.model.quantity import Duration, Quantity
from generator.model.text import Count, Id

ChangeTopic: TypeAlias = Literal[
    "dose", "recommendation", "population", "safety", "monitoring", "algorithm", "evidence", "citation", "licence",
    "name", "text", "wording",
]  # fmt: skip
"""What a change is about, as `generator.model.change.Topic` has it."""

GravityOfChange: TypeAlias = Literal["critical", "major", "minor", "editorial"]


class Requirement(Part):
    """What an approval needs besides the number of people, and where. An empty condition holds everywhere."""

    kinds: tuple[Literal["summary", "medication", "drug", "condition"], ...] = editorial(
        "Kinds of entry for which it holds; all, without it.", default=(), example=["medication"]
    )
    audiences: tuple[Id, ...] = editorial(
        "Editions for which it holds; all, without it.", default=(), example=["patient"]
    )
    topics: tuple[ChangeTopic, ...] = editorial(
        "Holds where one of these changed since the last approval; always, without it.",
        default=(),
        example=["dose"],
    )
    classes: tuple[GravityOfChange, ...] = editorial(
        "Holds where the gravest change since the last approval is of one of these classes; always, without it.",
        default=(),
        example=["critical"],
    )
    people: Count | None = editorial("At least so many different people.", default=None, example="3")
    one_of_roles: tuple[Id, ...] = editorial(
        "At least one of them in one of these roles.", default=(), example=["pharmacy"]
    )


_DEFAULT_REQUIREMENTS = (
    Requirement(topics=("dose",), one_of_roles=("pharmacy",)),
    Requirement(audiences=("patient",), one_of_roles=("lay", "health-literacy")),
)


class EditorialPolicy(Part):
    """What counts as an approval, how many are needed, and how long one holds."""

    version: Count = editorial("A number that every change of the policy raises.", default=1, example="2")
    approval: Literal["signed", "recorded"] = editorial(
        "signed: only a verified signature counts; recorded: an unsigned record counts, and pages say so.",
        default="signed",
        example="recorded",
    )
    people: Count = editorial("How many different people must approve an edition.", default=2, example="2")
    requirements: tuple[Requirement, ...] = editorial(
        "What an approval needs besides. Without it: somebody in the role pharmacy where a dose changed, and a lay "
        "or health-literacy reader for the edition of patients.",
        default=_DEFAULT_REQUIREMENTS,
        example=[{"topics": ["dose"], "one_of_roles": ["pharmacy"]}],
    )
    suspend_roles: tuple[Id, ...] = editorial(
        "The roles in which one person may suspend, and two lift; any reviewer, without it.",
        default=(),
        example=["clinical", "pharmacy"],
    )
    changed_entry: Literal["pending", "keep"] = editorial(
        "What readers see of an entry that changed after its approval: the pending text with a warning, or the last "
        "approved text until the new one is approved.",
        default="pending",
        example="keep",
    )
    review_every: Duration = editorial(
        "How often every entry is reviewed.", default=Quantity.parse("12 mo"), example="12 mo"
    )
    follow_up: Id | None = editorial(
        "The organisation that answers questions and reports, by id.",
        default=None,
        example="example-hospital",
    )
