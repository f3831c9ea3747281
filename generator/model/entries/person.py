"""A person or an organisation that writes, submits, reviews or approves."""

from __future__ import annotations

from typing import Literal

from generator.model.entries.entry import Entry
from generator.model.field import editorial
from generator.model.text import Plain


class Person(Entry):
    """Somebody who may be named in a decision. Only a person, not an organisation, can approve."""

    kind: Literal["person", "organisation"] = editorial(
        "What the file is: person or organisation.", example="person"
    )
    name: Plain = editorial("The printed name.", example="Jane Roe")
    credentials: Plain | None = editorial("Credentials, as printed.", default=None, example="MD, PhD")
    roles: tuple[Plain, ...] = editorial(
        "Roles in the editorial process.", default=(), example=["author", "pharmacy"]
    )
    contact: Plain | None = editorial(
        "Where questions and reports go: an https: or mailto: address.",
        default=None,
        example="mailto:editors@example.org",
    )
    about: Plain | None = editorial(
        "Who this is, in a sentence.", default=None, example="Neurologist at the Example Hospital."
    )
