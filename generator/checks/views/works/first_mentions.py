"""Where an entry first cites each of its works, in the order of its file."""

from __future__ import annotations

from collections.abc import Mapping

from generator.checks.context import CheckContext
from generator.diagnostics import Place, Pointer
from generator.model.entries.entry import Entry


def first_mentions(context: CheckContext, entry: Entry) -> Mapping[str, Pointer]:
    """The keys of the works that an entry cites, each with the pointer of its first citation in the file."""
    first: dict[str, tuple[Place, Pointer]] = {}
    for quote in context.quotes(entry):
        if quote.kind == "work":
            mention = (context.library.place_of(entry.id, quote.pointer), quote.pointer)
            known = first.get(quote.target)
            if known is None or mention[0] < known[0]:
                first[quote.target] = mention
    return {key: pointer for key, (_, pointer) in first.items()}
