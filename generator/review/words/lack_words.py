"""What an approval still lacks, in the words of the command line and of reports."""

from __future__ import annotations

from generator.model.approval import Lack


def lack_words(lack: Lack) -> str:
    """``one more person must approve it``; roles and decisions are named by their ids."""
    if lack.kind == "people":
        return (
            "one more person must approve it"
            if lack.number == 1
            else f"{lack.number} more people must approve it"
        )
    if lack.kind == "lift":
        return (
            "one more person must lift the suspension"
            if lack.number == 1
            else "two people must lift the suspension"
        )
    return _WORDS.get(lack.kind, lack.kind).format(roles=" or ".join(lack.roles), decision=lack.decision)


_WORDS = {
    "role": "somebody in the role {roles} must approve it",
    "objection": "the objection {decision} must be resolved",
    "reaffirm": "its words changed, though no fact did: one person must read and reaffirm it",
    "submit": "it must be submitted",
    "review": "its review is overdue",
}
