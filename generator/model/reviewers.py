"""Who may decide, in which roles, and with which keys: ``content/reviewers.yml``."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.field import Part, editorial
from generator.model.text import Count, Day, Id, Prose, YesNo

_KEY_TYPES = (
    r"ssh-ed25519|ecdsa-sha2-nistp(256|384|521)|ssh-rsa|sk-(ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com"
)
_KEY_PATTERN = rf"^({_KEY_TYPES}) [A-Za-z0-9+/]+={{0,3}}$"
_KEY = re.compile(_KEY_PATTERN)
_EXAMPLE = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"


def _key(value: Any) -> Any:
    if isinstance(value, str) and not _KEY.fullmatch(value):
        raise PydanticCustomError(
            "key",
            "this is not a public SSH key: copy the first two words of the file that ends in .pub, such as "
            "ssh-ed25519 AAAA…, without the comment behind them",
        )
    return value


PublicKey = Annotated[
    str,
    BeforeValidator(_key),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": _KEY_PATTERN,
            "patternErrorMessage": "The first two words of the .pub file: ssh-ed25519 AAAA…",
        }
    ),
]
"""A public SSH key without its comment."""


class ReviewerKey(Part):
    """A key that a person signs with, and when it holds."""

    key: PublicKey = editorial("The public key, without its comment.", example=_EXAMPLE)
    since: Day | None = editorial("The first day on which it holds.", default=None, example="2026-01-01")
    until: Day | None = editorial("The last day on which it holds.", default=None, example="2027-12-31")
    revoked: YesNo = editorial(
        "Whether nothing that it signed counts any more, however old.", default=False, example="yes"
    )
    why: Prose | None = editorial("Why it was revoked.", default=None, example="The laptop was lost.")

    def holds_on(self, day: date) -> bool:
        """Whether a signature of this day counts, as far as the days go."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Reviewer(Part):
    """A person who may decide."""

    person: Id = editorial("The person, by id.", example="jane-roe")
    roles: tuple[Id, ...] = editorial("The roles in which the person may decide.", example=["pharmacy"])
    keys: tuple[ReviewerKey, ...] = editorial(
        "The keys that the person signs with.", default=(), example=[{"key": _EXAMPLE}]
    )


class Reviewers(Part):
    """Everybody who may decide. The version is raised with every change."""

    version: Count = editorial("A number that every change raises.", example="1")
    reviewers: tuple[Reviewer, ...] = editorial(
        "The people.", example=[{"person": "jane-roe", "roles": ["clinical"], "keys": [{"key": _EXAMPLE}]}]
    )

    def roles_of(self, person: str) -> frozenset[str]:
        """The roles of a person; none for somebody who is not listed."""
        return frozenset(role for one in self.reviewers if one.person == person for role in one.roles)

    def keys_of(self, person: str) -> tuple[ReviewerKey, ...]:
        """The keys of a person."""
        return tuple(key for one in self.reviewers if one.person == person for key in one.keys)
