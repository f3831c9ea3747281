"""How often a dose is given, beside a change of its amount, and where that is what changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model.change import ClinicalChange
from generator.review.words.amount_words import AmountWords
from generator.review.words.closure_names import ClosureNames
from generator.review.words.part_walk import Stop

_TIMES, _EVERY = "times", "every"
_Part = Mapping[str, object]


@dataclass(frozen=True)
class HowOften:
    """Frequencies of one pair of closures."""

    names: ClosureNames
    amounts: AmountWords

    def tail(self, change: ClinicalChange, stops: Sequence[Stop]) -> str:
        """What stands behind a changed amount: `` daily``; empty where that changed as well, or is not said."""
        around = self._around(change, stops)
        if change.path[-1] != "amount" or around is None or any(one.get("per") for one in around):
            return ""
        before, after = map(self._often, around)
        return f" {before}" if before and before == after else ""

    def change(self, change: ClinicalChange, stops: Sequence[Stop]) -> str:
        """``twice daily → 3 times daily``, where the number or the interval changed and the other did not; else empty.

        An interval alone has words of its own. In a repetition ``times`` counts how often in all.
        """
        around = self._around(change, stops)
        if change.path[-1] not in {_TIMES, _EVERY} or "repeat" in change.path or around is None:
            return ""
        other = _EVERY if change.path[-1] == _TIMES else _TIMES
        if around[0].get(other) != around[1].get(other) or not any(one.get(_TIMES) for one in around):
            return ""
        return " → ".join(map(self._often, around))

    def _often(self, part: _Part) -> str:
        return self.amounts.often(str(part.get(_TIMES, "")), str(part.get(_EVERY, "")))

    def _around(self, change: ClinicalChange, stops: Sequence[Stop]) -> tuple[_Part, _Part] | None:
        """The part whose field changed, before and after."""
        roots = [self.names.root(side, change.within) for side in (self.names.before, self.names.after)]
        before, after = (stops[-2].before, stops[-2].after) if len(stops) > 1 else roots
        return (before, after) if isinstance(before, Mapping) and isinstance(after, Mapping) else None
