"""The library: everything that was read, by id, frozen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.diagnostics import Place, Pointer
from generator.model.entries.audience import Audience
from generator.model.entries.condition import Condition
from generator.model.entries.decision import Decision
from generator.model.entries.drug import Drug
from generator.model.entries.entry import Entry
from generator.model.entries.medication import Medication
from generator.model.entries.person import Person
from generator.model.entries.summary import Summary
from generator.model.policy import EditorialPolicy
from generator.model.reviewers import Reviewers
from generator.model.text import CLINICIAN
from generator.model.vocabulary import Vocabulary
from generator.model.waiver import Waiver
from generator.model.work import Work

EditionedEntry: TypeAlias = Summary | Medication
"""An entry that has editions for audiences and its own review state."""

KINDS: Mapping[str, type[Entry]] = {
    "summary": Summary,
    "medication": Medication,
    "drug": Drug,
    "condition": Condition,
    "person": Person,
    "organisation": Person,
    "audience": Audience,
    "decision": Decision,
}
"""What may stand in ``kind:``, and the model that reads it."""

FOLDERS: Mapping[str, tuple[str, ...]] = {
    "summaries": ("summary",),
    "medications": ("medication",),
    "drugs": ("drug",),
    "conditions": ("condition",),
    "people": ("person", "organisation"),
    "audiences": ("audience",),
    "decisions": ("decision",),
}
"""The folders of ``content/`` and the kinds that live in each."""


@dataclass(frozen=True)
class Prose:
    """A page of prose from ``content/pages/``: Markdown, still untrusted."""

    path: str
    title: str
    markdown: str
    place: Place


@dataclass(frozen=True)
class Redirect:
    """A retired id and the entry that took its place."""

    retired: str
    to: str
    place: Place


def _nowhere(entry: str, pointer: Pointer) -> Place:
    return Place(entry)


@dataclass(frozen=True)
class Library:
    """All entries by id. Every mapping is in the order of ids, so that nothing depends on the order of files.

    ``unreadable`` entries and works stand in their files but have errors of their own; without a bibliography that can
    be read, nothing can be said of any citation. ``images`` maps each picture to the sha256 of its bytes.
    ``place_of(entry id, pointer)`` says where in the source a value
    stands; works are found as ``work:KEY``, lists
    of words as ``vocabulary:LIST``, and the waivers, by their number from 0, as ``waivers``.
    """

    summaries: Mapping[str, Summary] = field(default_factory=dict)
    medications: Mapping[str, Medication] = field(default_factory=dict)
    drugs: Mapping[str, Drug] = field(default_factory=dict)
    conditions: Mapping[str, Condition] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    audiences: Mapping[str, Audience] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    works: Mapping[str, Work] = field(default_factory=dict)
    policy: EditorialPolicy = field(default_factory=EditorialPolicy)
    reviewers: Reviewers | None = None
    prose: tuple[Prose, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    images: Mapping[str, str] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    vocabulary: Mapping[str, Vocabulary] = field(default_factory=dict)
    unreadable: frozenset[str] = frozenset()
    unreadable_works: frozenset[str] = frozenset()
    has_bibliography: bool = True
    place_of: Callable[[str, Pointer], Place] = _nowhere

    def editioned(self) -> Iterator[EditionedEntry]:
        """Summaries, then medication pages, each in the order of ids."""
        yield from self.summaries.values()
        yield from self.medications.values()

    def entries(self) -> Iterator[Entry]:
        """Every entry of every kind."""
        yield from self.editioned()
        for kind in (self.drugs, self.conditions, self.people, self.audiences, self.decisions):
            yield from kind.values()

    def editions_of(self, entry: Entry) -> tuple[Audience, ...]:
        """The known audiences that an entry is written for; drugs and conditions have one edition, for clinicians."""
        named = getattr(entry, "audiences", (CLINICIAN,))
        return tuple(self.audiences[audience] for audience in named if audience in self.audiences)

    def with_pages(self) -> Iterator[Entry]:
        """Entries that have pages of their own: summaries, medication pages, drugs, conditions."""
        yield from self.editioned()
        yield from self.drugs.values()
        yield from self.conditions.values()

    def entry(self, entry_id: str) -> Entry | None:
        """The entry of any kind with this id."""
        kinds = (
            self.summaries,
            self.medications,
            self.drugs,
            self.conditions,
            self.people,
            self.audiences,
            self.decisions,
        )
        return next((kind[entry_id] for kind in kinds if entry_id in kind), None)
