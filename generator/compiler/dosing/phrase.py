"""Phrases made of words and runs: ``phrase("for {span}", span=run)``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.pages.inline import Amount, Inline, Run, Text

_MEASURED = re.compile(r"(\d[\d,.]* (?!to\b|and\b|or\b|less\b)\S+)")
_SLOT = re.compile(r"\{([a-z_]+)\}")


def phrase(template: str, **slots: Run | str) -> Run:
    """The template with its slots filled. A slot that is not given is a mistake of the profile (`KeyError`)."""
    run: list[Inline] = []
    for index, piece in enumerate(_SLOT.split(template)):
        if index % 2:
            filled = slots[piece]
            run += [Text(filled)] if isinstance(filled, str) else filled
        elif piece:
            run.append(Text(piece))
    return tuple(run)


def joined(parts: Sequence[Run], between: str, last: str | None = None) -> Run:
    """The parts with ``between`` between them, and ``last`` before the last: "a, b and c"."""
    run: list[Inline] = []
    for index, part in enumerate(parts):
        if index:
            run.append(Text(last if last is not None and index == len(parts) - 1 else between))
        run += part
    return tuple(run)


def clause(run: Run) -> Run:
    """An editor's sentence as a part of ours: without its full stop."""
    if run and isinstance(run[-1], Text) and run[-1].text.rstrip().endswith("."):
        return (*run[:-1], Text(run[-1].text.rstrip().removesuffix(".")))
    return run


def kept_together(text: str) -> Run:
    """A label with its measured values as amounts: ``10 kg`` is never parted at the end of a line."""
    run: list[Inline] = []
    for index, piece in enumerate(_MEASURED.split(text)):
        if piece:
            run.append(Amount(piece) if index % 2 else Text(piece))
    return tuple(run)


def in_brackets(run: Run, before: str = " ") -> Run:
    """The run in round brackets, after ``before``; empty where it is empty."""
    return (Text(f"{before}("), *run, Text(")")) if run else ()
