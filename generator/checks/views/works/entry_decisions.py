"""The decisions about each entry, in the order in which they were made."""

from __future__ import annotations

from collections.abc import Mapping

from generator.checks.context import CheckContext
from generator.model.entries.decision import Decision
from generator.model.entries.entry import Entry
from generator.model.library import Library


def approvals_by_entry(library: Library) -> Mapping[str, tuple[Decision, ...]]:
    """The approvals and reaffirmations of each entry, oldest first, read in one walk over all decisions.

    Who stood aside, and an organisation, approves nothing. Whether an approval still holds its text is not asked.
    """
    found: dict[str, list[Decision]] = {}
    for decision in sorted(library.decisions.values(), key=lambda one: (one.at, one.id)):
        person = library.people.get(decision.by)
        is_person = person is not None and person.kind == "person"
        if decision.decision in _APPROVING and is_person and not decision.recused:
            for entry_id in dict.fromkeys(covered.entry for covered in decision.covers):
                found.setdefault(entry_id, []).append(decision)
    return {entry_id: tuple(decisions) for entry_id, decisions in found.items()}


def is_shown(context: CheckContext, entry: Entry) -> bool:
    """Whether readers get the text of an entry: not where every edition is withdrawn, superseded or suspended."""
    states = [context.states.get((entry.id, audience.id)) for audience in context.library.editions_of(entry)]
    return not states or any(state is None or not state.is_notice for state in states)


_APPROVING = frozenset({"approve", "reaffirm"})
