"""Lines that readers got and lines that they get, paired where one became the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.review.words.marked_text import marked_text

_LONG = 1_000
"""Lines from which on those that repeat often are not matched one by one, which would take for ever."""


@dataclass(frozen=True, slots=True)
class Reworded:
    """Words that readers got and words that they get; one of them may be empty."""

    before: str
    after: str

    @property
    def marked(self) -> str:
        """The earlier words with what changed in brackets; brackets of their own are made round."""
        before, after = (text.replace("[", "(").replace("]", ")") for text in (self.before, self.after))
        return marked_text(before, after)


def reworded(old: Sequence[str], new: Sequence[str]) -> Iterator[Reworded]:
    """Every place where lines differ: as many against as many line by line, else all of the place at once."""
    matcher = SequenceMatcher(None, old, new, autojunk=max(len(old), len(new)) > _LONG)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        before, after = old[start:end], new[new_start:new_end]
        if tag == "equal":
            continue
        if len(before) == len(after):
            yield from (Reworded(*pair) for pair in zip(before, after, strict=True) if pair[0] != pair[1])
        else:
            yield Reworded(" ".join(before), " ".join(after))
