"""What a rule may look at, and how it reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.checks.drug_names import drug_names
from generator.checks.near_names import NearNames
from generator.checks.walk import WordedText, own_wordings, walk_parts
from generator.diagnostics import Finding, Gate, Pointer, Rule
from generator.model.entries.entry import Entry
from generator.model.field import Part
from generator.model.library import Library
from generator.model.quotes import Quote, quotes_of
from generator.model.state import EditionState


@dataclass(frozen=True)
class CheckContext:
    """The library, the states of its editions, and the day. What is worked out from them is worked out once."""

    library: Library
    states: Mapping[tuple[str, str], EditionState]
    today: date
    _parts: dict[str, tuple[tuple[Pointer, Part], ...]] = field(default_factory=dict, repr=False)
    _wordings: dict[str, tuple[WordedText, ...]] = field(default_factory=dict, repr=False)
    _quotes: dict[str, tuple[Quote, ...]] = field(default_factory=dict, repr=False)
    _near: dict[str, NearNames] = field(default_factory=dict, repr=False)

    def gate_of(self, entry_id: str) -> Gate:
        """The gate that an entry is held to: one approved edition holds the whole entry to ``publish``."""
        return Gate.PUBLISH if entry_id in self._approved else Gate.DRAFT

    def finding(self, rule: Rule, entry_id: str, pointer: Pointer, message: str, cure: str = "") -> Finding:
        """A finding at a place of an entry, as severe as the entry's gate makes it."""
        place = self.library.place_of(entry_id, pointer)
        gate = self.gate_of(entry_id)
        return rule.finding(message, place, entry=entry_id, pointer=pointer, cure=cure, gate=gate)

    def parts(self, entry: Entry) -> tuple[tuple[Pointer, Part], ...]:
        """Every part of an entry with its pointer, the entry itself first."""
        if entry.id not in self._parts:
            self._parts[entry.id] = tuple(walk_parts(entry))
        return self._parts[entry.id]

    def wordings(self, entry: Entry) -> tuple[WordedText, ...]:
        """Every text for readers in an entry: pointer, audience, text."""
        if entry.id not in self._wordings:
            self._wordings[entry.id] = tuple(
                text for pointer, part in self.parts(entry) for text in own_wordings(part, pointer)
            )
        return self._wordings[entry.id]

    def quotes(self, entry: Entry) -> tuple[Quote, ...]:
        """Everything that an entry names by id."""
        if entry.id not in self._quotes:
            self._quotes[entry.id] = tuple(quotes_of(entry))
        return self._quotes[entry.id]

    def near(self, group: str, names: Iterable[str]) -> NearNames:
        """The names of a group, for "did you mean". They are read once for each group."""
        if group not in self._near:
            self._near[group] = NearNames((name, name) for name in names)
        return self._near[group]

    def near_entries(self, wanted: str) -> NearNames:
        """The ids of the entries of a kind (drugs by all their names), or of all entries for any other word."""
        if wanted == "drug":
            return self._near_drugs
        kinds: Mapping[str, Mapping[str, Entry]] = {
            "condition": self.library.conditions,
            "person": self.library.people,
            "decision": self.library.decisions,
        }
        return self.near(wanted, kinds.get(wanted) or (entry.id for entry in self.library.entries()))

    @cached_property
    def _near_drugs(self) -> NearNames:
        ids = [(drug, drug) for drug in self.library.drugs]
        return NearNames([*ids, *((name.written, name.drug) for name in drug_names(self.library))])

    @cached_property
    def retired(self) -> Mapping[str, str]:
        """Retired ids, each with the id that took its place."""
        return {redirect.retired: redirect.to for redirect in self.library.redirects}

    @cached_property
    def _approved(self) -> frozenset[str]:
        return frozenset(entry for (entry, _), state in self.states.items() if state.is_approved)
