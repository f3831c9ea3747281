"""What a rule may look at, and how it reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from generator.checks.anchor import anchor_in
from generator.checks.facts import FactList, packaged_facts
from generator.checks.near_names import NearNames
from generator.checks.views.drugs.drug_names import drug_names
from generator.checks.views.text.prose_text import PROSE, prose_texts
from generator.checks.walk import WordedText, own_wordings, walk_parts
from generator.diagnostics import Finding, Fix, Gate, Place, Pointer, Rule, pointer_from
from generator.model.entries.entry import Entry
from generator.model.field import Part
from generator.model.library import Library
from generator.model.outside_facts import GitHistory, Retractions
from generator.model.quotes import Quote, quotes_of
from generator.model.state import EditionState
from generator.pages.site_text import EditionText, TextRun


@dataclass(frozen=True)
class CheckContext:
    """The library, the states of its editions, and the day. What is worked out from them is worked out once.

    ``editions`` is what readers will read of each edition. Without ``retractions`` (a snapshot that the user gives)
    or ``history`` (a project in git) the rules that need them say nothing.
    """

    library: Library
    states: Mapping[tuple[str, str], EditionState]
    today: date
    editions: tuple[EditionText, ...] = ()
    retractions: Retractions | None = None
    history: GitHistory | None = None
    _parts: dict[str, tuple[tuple[Pointer, Part], ...]] = field(default_factory=dict, repr=False)
    _wordings: dict[str, tuple[WordedText, ...]] = field(default_factory=dict, repr=False)
    _quotes: dict[str, tuple[Quote, ...]] = field(default_factory=dict, repr=False)
    _near: dict[str, NearNames] = field(default_factory=dict, repr=False)
    kept: dict[tuple[Any, ...], Any] = field(default_factory=dict, repr=False)
    """What `once` keeps, by the function that makes it and its key."""
    _facts: dict[str, FactList] = field(default_factory=dict, repr=False)

    def gate_of(self, entry_id: str) -> Gate:
        """The gate that an entry is held to: one approved edition holds the whole entry to ``publish``."""
        return Gate.PUBLISH if entry_id in self._approved else Gate.DRAFT

    def finding(
        self,
        rule: Rule,
        entry_id: str,
        pointer: Pointer,
        message: str,
        cure: str = "",
        *,
        fix: Fix | None = None,
    ) -> Finding:
        """A finding at a place of an entry, as severe as the entry's gate makes it."""
        place = self.library.place_of(entry_id, pointer)
        anchor = anchor_in(self.library.entry(entry_id), pointer)
        gate = self.gate_of(entry_id)
        return rule.finding(
            message, place, entry=entry_id, pointer=pointer, cure=cure, gate=gate, anchor=anchor, fix=fix
        )

    def text_finding(
        self, rule: Rule, run: TextRun, message: str, cure: str = "", *, fix: Fix | None = None
    ) -> Finding:
        """A finding about words that readers will read, at their place in the source."""
        words = run.words
        if words.entry.startswith(PROSE):
            page = next(page for page in self.library.prose if PROSE + page.path == words.entry)
            return rule.finding(message, Place(page.place.file, int(words.pointer), 1), cure=cure)
        return self.finding(rule, words.entry, pointer_from(words.pointer), message, cure, fix=fix)

    @cached_property
    def texts(self) -> tuple[EditionText, ...]:
        """What readers will read: every edition, then every page of prose (which has no audience)."""
        return (*self.editions, *prose_texts(self.library))

    def text_of(self, entry_id: str, audience: str) -> EditionText | None:
        """What readers will read of one edition, or of one page of prose."""
        return self._texts.get((entry_id, audience))

    @cached_property
    def _texts(self) -> Mapping[tuple[str, str], EditionText]:
        return {(text.entry, text.audience): text for text in self.texts}

    def facts(self, name: str) -> FactList:
        """The list of this name, with the rows that the project adds to it."""
        if name not in self._facts:
            self._facts[name] = packaged_facts(name).with_rows_of(self.library.vocabulary.get(name))
        return self._facts[name]

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
