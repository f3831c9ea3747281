"""What a compilation needs to know besides the library: all of it values, none of it looked up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from generator.model.outside_facts import GitHistory
from generator.model.state import EditionState
from generator.model.suspension import Suspensions
from generator.model.version_changes import VersionChanges

EditionKey = tuple[str, str]
"""Entry id and audience id."""


class DecidedContents(Protocol):
    """The stored contents of the editions that were decided on: any mapping by content digest will do."""

    def get(self, digest: str, /) -> Mapping[str, Any] | None:
        """The content of a digest; None where it is not at hand."""


def _nothing_suspended() -> Suspensions:
    return Suspensions({}, {})


def _no_contents() -> Mapping[str, Mapping[str, Any]]:
    return {}


@dataclass(frozen=True)
class SiteContext:
    """The day, the words of the user interface, and what the site publishes.

    ``publishes_all`` shows unapproved editions too, marked so; ``is_preview`` shows everything to its author.
    ``today`` stands on no page but decides what is overdue. ``is_plain`` words an edition for lay readers.
    ``verified`` names the decisions whose signature was verified; ``history`` is what git knows of the files, None
    where nobody could be asked. ``version_changes`` has the changes between neighbouring approved versions, oldest
    first; ``closures`` the contents that were decided on, and ``closure_files`` where each is stored in the project.
    What is ``suspended`` is worded as a notice.
    """

    today: date
    words: Mapping[str, str]
    title: str = "Clinical Summaries"
    publishes_all: bool = False
    is_demonstration: bool = False
    is_preview: bool = False
    language: str = "en"
    states: Mapping[EditionKey, EditionState] = field(default_factory=dict)
    is_plain: bool = False
    verified: frozenset[str] = frozenset()
    history: GitHistory | None = None
    version_changes: Mapping[EditionKey, tuple[VersionChanges, ...]] = field(default_factory=dict)
    closures: DecidedContents = field(default_factory=_no_contents)
    closure_files: Mapping[str, str] = field(default_factory=dict)
    suspended: Suspensions = field(default_factory=_nothing_suspended)

    def word(self, key: str, **values: str) -> str:
        """Words of the user interface. A key that no list has is shown as itself, so that it is noticed.

        For lay readers the word under ``plain-…`` is taken where the list has one.
        """
        text = self.words.get(key, key)
        if self.is_plain:
            text = self.words.get(f"plain-{key}", text)
        for name, value in values.items():
            text = text.replace("{" + name + "}", value)
        return text
